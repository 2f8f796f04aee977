// Reasons to show a service as phrases: small pieces that stand beside one another, in the order of the reasons.
import type { Phrase, ProductKey } from '../content/languages/phrase.js';
import { languageSystem } from '../content/journey/coding-systems.js';
import { accessKinds } from './service.js';
import type { AccessKind } from './service.js';
import type { Reason, Unsaid } from './match-reason.js';

type Of<Code extends Reason['code']> = Extract<Reason, { readonly code: Code }>;

const englishNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' });

/** The name of a language, worded where it is shown. */
function languageName(tag: string): Phrase {
  return {
    answer: [{ valueCoding: { system: languageSystem, code: tag, display: englishNames.of(tag) ?? tag } }],
    linkId: 'access.spoken',
  };
}

function miles({ miles: away }: Of<'miles'>): Phrase {
  return away < 0.1 ? { product: 'near.very-near' } : { product: 'near.miles', params: { miles: away, count: away } };
}

function ages({ from, to }: Of<'ages'>): readonly Phrase[] {
  if (from !== undefined && to !== undefined) return [{ product: 'near.ages.between', params: { from, to } }];
  if (from !== undefined) return [{ product: 'near.ages.from', params: { from } }];
  return to === undefined ? [] : [{ product: 'near.ages.to', params: { to } }];
}

function days({ days: on }: Of<'days'>): readonly Phrase[] {
  if (on.length === 7) return [{ product: 'near.every-day' }];
  return on.map(day => ({ product: `near.day.${day}` }));
}

function waiting({ weeks }: Of<'waiting'>): Phrase {
  return weeks === undefined ? { product: 'near.waiting' } : { product: 'near.waiting-weeks', params: { count: weeks } };
}

function stale({ checked }: Of<'stale'>): Phrase {
  return checked === undefined ? { product: 'near.stale-unknown' } : { product: 'near.stale', params: { date: { date: checked } } };
}

type Worders = { readonly [Code in Reason['code']]?: (reason: Of<Code>) => Phrase | readonly Phrase[] };

/** Reasons that say more than their code. */
const worders: Worders = {
  miles,
  days,
  starts: ({ from }) => ({ product: 'near.starts', params: { date: { date: from } } }),
  language: ({ language }) => ({ product: 'near.language', params: { language: languageName(language) } }),
  ages,
  for: ({ audience }) => ({ product: `near.for.${audience}` }),
  area: ({ area }) => ({ product: 'near.area', params: { area: { isolate: area } } }),
  waiting,
  assured: ({ on }) => ({ product: 'near.assured', params: { date: { date: on } } }),
  stale,
  need: ({ need }) => ({ product: 'near.helps-with', params: { need: { file: 'needs', id: need, field: 'text' } } }),
  // Told together, at the end.
  'not-said': () => [],
};

const isAccess = (code: string): code is AccessKind => accessKinds.some(kind => kind === code);

/** A reason that its code says whole. */
function plain(code: Reason['code']): Phrase {
  if (isAccess(code)) return { product: `near.access.${code}` };
  // Safe: what has no worder and is no access need is worded under its own code.
  return { product: `near.${code}` as ProductKey };
}

function wordOne(reason: Reason): readonly Phrase[] {
  // Safe: the worder found under a reason's own code takes that reason.
  const worder = worders[reason.code] as ((given: Reason) => Phrase | readonly Phrase[]) | undefined;
  return worder === undefined ? [plain(reason.code)] : [worder(reason)].flat();
}

function unsaid(things: readonly Unsaid[]): readonly Phrase[] {
  if (things.length === 0) return [];
  return [{ product: 'near.not-said', params: { things: { list: things.map(what => ({ product: `near.ask.${what}` })) } } }];
}

/** The pieces of these reasons; what the feed does not say comes last, as one. */
export function wordReasons(reasons: readonly Reason[]): readonly Phrase[] {
  const notSaid = reasons.flatMap(reason => (reason.code === 'not-said' ? [reason.what] : []));
  return [...reasons.flatMap(wordOne), ...unsaid(notSaid)];
}
