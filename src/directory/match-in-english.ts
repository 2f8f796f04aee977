// Reasons of the directory's matches in plain English, for the command line and the desk. What patients read is in locales/.
import type { Miss, Reason } from './match-reason.js';

const languages = new Intl.DisplayNames('en-GB', { type: 'language' });
const dayNames = {
  MO: 'Mondays',
  TU: 'Tuesdays',
  WE: 'Wednesdays',
  TH: 'Thursdays',
  FR: 'Fridays',
  SA: 'Saturdays',
  SU: 'Sundays',
} as const;
const spaced = (code: string): string => code.replaceAll('-', ' ');

function ages({ from, to }: { readonly from?: number; readonly to?: number }): string {
  if (from === undefined) return `up to ${String(to)} years`;
  return to === undefined ? `from ${String(from)} years` : `${String(from)} to ${String(to)} years`;
}

type WordsOf<T extends { readonly code: string }> = {
  readonly [Code in T['code']]?: (value: Extract<T, { readonly code: Code }>) => string;
};

const reasons: WordsOf<Reason> = {
  miles: ({ miles }) => `${String(miles)} miles`,
  remote: () => 'by telephone or online',
  'address-kept': () => 'its address is kept secret',
  days: ({ days }) => days.map(day => dayNames[day]).join(', '),
  starts: ({ from }) => `from ${from}`,
  language: ({ language }) => `${languages.of(language) ?? language} spoken`,
  ages,
  for: ({ audience }) => `for ${spaced(audience)}`,
  area: ({ area }) => `serves ${area}`,
  waiting: ({ weeks }) => (weeks === undefined ? 'waiting list' : `waiting list of ${String(weeks)} weeks`),
  open: () => 'has places now',
  self: () => 'contact them yourself',
  'ask-link-worker': () => 'ask your link worker',
  'small-local': () => 'small local charity',
  assured: ({ on }) => `assured on ${on}`,
  stale: ({ checked }) => (checked === undefined ? 'not known when last checked' : `last checked on ${checked}`),
  'not-said': ({ what }) => `does not say: ${spaced(what)}`,
  need: ({ need }) => `for ${spaced(need)}`,
};

const misses: WordsOf<Miss> = {
  'too-young': ({ from }) => `only from ${String(from)} years`,
  'too-old': ({ to }) => `only up to ${String(to)} years`,
  'not-for-you': ({ audiences }) => `only for ${audiences.map(spaced).join(', ')}`,
  'outside-area': ({ areas }) => `only serves ${areas.join(', ')}`,
  'too-far': ({ miles }) => `${String(miles)} miles away`,
  'must-travel': () => 'has to be gone to',
  'other-language': ({ languages: spoken }) => `only speaks ${spoken.map(tag => languages.of(tag) ?? tag).join(', ')}`,
  'not-that-day': ({ days }) => `only ${days.map(day => dayNames[day]).join(', ')}`,
  ended: ({ on }) => `ended on ${on}`,
  'only-professional': () => 'only through a professional',
};

function word<T extends { readonly code: string }>(table: WordsOf<T>, value: T): string {
  // Safe: the entry under a code takes the values of that code
  const phrase = table[value.code as T['code']] as ((given: T) => string) | undefined;
  return phrase?.(value) ?? spaced(value.code);
}

/** A reason to show a service. */
export const reasonInEnglish = (reason: Reason): string => word(reasons, reason);
/** A reason not to. */
export const missInEnglish = (miss: Miss): string => word(misses, miss);
