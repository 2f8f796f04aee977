// What staff are told of a service that was found, in English: why it fits, what to watch for, how fresh what is known of it is.
import { dateInWords } from '../../text/staff-words.js';
import type { ExplainedService } from '../explain-services.js';
import { missInEnglish, reasonInEnglish } from '../match-in-english.js';
import type { Miss, Reason } from '../match-reason.js';

/** Told elsewhere than in the line of reasons. */
const told = new Set<Reason['code']>(['small-local', 'address-kept', 'assured', 'stale', 'waiting', 'not-said']);

/** Why it fits, and what to ask them, in one line. */
export function whyInEnglish(reasons: readonly Reason[]): string {
  const unsaid = reasons.flatMap(reason => (reason.code === 'not-said' ? [reason.what.replaceAll('-', ' ')] : []));
  const said = reasons.filter(({ code }) => !told.has(code)).map(reasonInEnglish);
  return [...said, ...(unsaid.length === 0 ? [] : [`ask them about: ${unsaid.join(', ')}`])].join(' · ');
}

const warningWords: Partial<Record<Miss['code'], string>> = { closed: 'closed to new people now' };

/** What speaks against it. */
export const warningInEnglish = (miss: Miss): string => warningWords[miss.code] ?? missInEnglish(miss);

/** What to know before sending anyone, a line each. */
export function warningsInEnglish({ reasons, misses, service: { alert } }: ExplainedService): readonly string[] {
  const waits = reasons.filter(({ code }) => code === 'waiting').map(reasonInEnglish);
  return [...misses.map(warningInEnglish), ...waits, ...(alert === undefined ? [] : [alert])];
}

/** When somebody last looked at it. `old`: so long ago, or so little known, that one calls first. */
export interface Freshness {
  readonly text: string;
  readonly old: boolean;
}

/** How fresh: the later of changed and assured, and since when nobody has looked. */
export function freshnessInEnglish({ reasons, service: { lastModified = '', assured = '' } }: ExplainedService): Freshness {
  const [changed, checked] = [lastModified.slice(0, 10), assured.slice(0, 10)];
  const last = checked >= changed ? checked : changed;
  if (last === '') return { text: 'not known when it was last checked: call first', old: true };
  if (reasons.some(({ code }) => code === 'stale')) return { text: `not checked since ${dateInWords(last)}: call first`, old: true };
  return { text: checked === last ? `checked by them on ${dateInWords(last)}` : `last changed on ${dateInWords(last)}`, old: false };
}
