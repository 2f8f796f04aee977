// Why a service is shown, in words: one phrase a reason, in the order in which they are read ("free · 0.6 miles · Tuesdays · Bengali spoken").
// What the feed does not say is asked for in one breath, at the end.
import type { Phrase } from '../content/languages/phrase.js';
import type { Reason } from './match-reason.js';
import { accessKinds, weekdays } from './service.js';
import type { AccessKind, Weekday } from './service.js';

type Of<C extends Reason['code']> = Extract<Reason, { readonly code: C }>;
type NotSaid = Of<'not-said'>;

/** From so many days in a row on, the first and the last are told. */
const longRun = 3;

/** Days on which something is on: "Tuesdays", "Mondays and Wednesdays", "Monday – Friday", "every day". */
export function wordDays(days: readonly Weekday[]): Phrase {
  const numbers = weekdays.flatMap((day, at) => (days.includes(day) ? [at + 1] : []));
  if (numbers.length === weekdays.length) return { product: 'near.every-day' };
  const run = (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) === numbers.length - 1;
  if (run && numbers.length >= longRun) return { weekdays: numbers };
  const named = weekdays.filter(day => days.includes(day)).map((day): Phrase => ({ product: `near.day.${day}` }));
  return named.length === 1 && named[0] !== undefined ? named[0] : { list: named };
}

function wordMiles(miles: number): Phrase {
  return miles === 0 ? { product: 'near.very-near' } : { product: 'near.miles', params: { count: miles, miles } };
}

function wordAges({ from, to }: Of<'ages'>): Phrase {
  if (from === undefined) return { product: 'near.ages.to', params: { to: to ?? 0 } };
  return to === undefined ? { product: 'near.ages.from', params: { from } } : { product: 'near.ages.between', params: { from, to } };
}

/** British Sign Language is a language of feeds, and nobody speaks it. */
function wordSpoken(language: string): Phrase {
  if (language === 'bfi') return { product: 'near.access.sign-language' };
  return { product: 'near.language', params: { language: { language } } };
}

function wordWaiting({ weeks }: Of<'waiting'>): Phrase {
  return weeks === undefined ? { product: 'near.waiting' } : { product: 'near.waiting-weeks', params: { count: weeks } };
}

function wordStale({ checked }: Of<'stale'>): Phrase {
  return checked === undefined ? { product: 'near.stale-unknown' } : { product: 'near.stale', params: { date: { date: checked } } };
}

type Valued = 'miles' | 'days' | 'starts' | 'language' | 'ages' | 'for' | 'area' | 'waiting' | 'assured' | 'stale' | 'need';

/** Reasons that say more than their code. */
const worded: { readonly [C in Valued]: (reason: Of<C>) => Phrase } = {
  miles: ({ miles }) => wordMiles(miles),
  days: ({ days }) => wordDays(days),
  starts: ({ from }) => ({ product: 'near.starts', params: { date: { date: from } } }),
  language: ({ language }) => wordSpoken(language),
  ages: wordAges,
  for: ({ audience }) => ({ product: `near.for.${audience}` }),
  area: ({ area }) => ({ product: 'near.area', params: { area: { isolate: area } } }),
  waiting: wordWaiting,
  assured: ({ on }) => ({ product: 'near.assured', params: { date: { date: on } } }),
  stale: wordStale,
  need: ({ need }) => ({ product: 'near.helps-with', params: { need: { file: 'needs', id: need, field: 'text' } } }),
};

type Plain = Exclude<Reason, NotSaid>;

function wordReason(reason: Plain): Phrase {
  if (reason.code in worded) {
    // safe: the function is the one for this very code
    return (worded[reason.code as Valued] as (one: Plain) => Phrase)(reason);
  }
  const access = accessKinds.find(kind => kind === reason.code);
  if (access !== undefined) return { product: `near.access.${access}` };
  // safe: every other code is the end of its key
  return { product: `near.${reason.code as Exclude<Plain['code'], Valued | AccessKind>}` };
}

function askAbout(reasons: readonly NotSaid[]): Phrase {
  const things: Phrase = { list: reasons.map(({ what }): Phrase => ({ product: `near.ask.${what}` })) };
  return { product: 'near.not-said', params: { things } };
}

/** Ages without either end say nothing; what is not said is asked for. */
function saysSomething(reason: Reason): reason is Plain {
  return reason.code === 'ages' ? (reason.from ?? reason.to) !== undefined : reason.code !== 'not-said';
}

/** The reasons as phrases, each to stand as a piece of a list; what is not said comes last and is one piece. */
export function wordReasons(reasons: readonly Reason[]): readonly Phrase[] {
  const unsaid = reasons.filter(reason => reason.code === 'not-said');
  const plain = reasons.filter(saysSomething).map(wordReason);
  return unsaid.length === 0 ? plain : [...plain, askAbout(unsaid)];
}
