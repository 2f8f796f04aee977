// What a question expects, in words with an example: said beside every refusal and with help.
import type { FormItem } from '../content/form.js';
import type { Phrase, PhraseParam } from '../content/phrase.js';
import type { ItemType } from '../content/questionnaire-schema.js';

/** Characters a free text may have where its item says nothing else. */
const longestText = 1000;

function range(item: FormItem): Readonly<Record<string, PhraseParam>> | undefined {
  return typeof item.min === 'number' && typeof item.max === 'number' ? { min: item.min, max: item.max } : undefined;
}

const limitOf = (item: FormItem): Readonly<Record<string, PhraseParam>> => ({ limit: item.maxLength ?? longestText });

function whole(item: FormItem): Phrase {
  const params = range(item);
  return params ? { product: 'expect.integer-range', params } : { product: 'expect.integer' };
}

function choice(item: FormItem): Phrase {
  return { product: item.repeats ? 'expect.choice-many' : 'expect.choice' };
}

const nothing = (): undefined => undefined;

const byType: Readonly<Record<ItemType, (item: FormItem) => Phrase | undefined>> = {
  boolean: () => ({ product: 'expect.boolean' }),
  choice,
  'open-choice': choice,
  integer: whole,
  decimal: () => ({ product: 'expect.decimal' }),
  date: () => ({ product: 'expect.date' }),
  string: () => ({ product: 'expect.string' }),
  text: item => ({ product: 'expect.text', params: limitOf(item) }),
  group: nothing,
  display: nothing,
};

/** The sentences that say what a good answer looks like. */
export function expectation(item: FormItem): readonly Phrase[] {
  const phrase: Phrase | undefined = item.format === undefined ? byType[item.type](item) : { product: `expect.${item.format}` };
  return phrase ? [phrase] : [];
}

/** Parameters of a refusal: its limit, an ISO date shown in words. */
export function refusalParams(limit: number | string | undefined): Readonly<Record<string, PhraseParam>> {
  if (limit === undefined) return {};
  return { limit: typeof limit === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(limit) ? { date: limit } : limit };
}
