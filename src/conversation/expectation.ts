// What a question expects, in words with an example: said beside every refusal and with help.
import type { FormItem } from '../content/form.js';
import type { Phrase, PhraseParam } from '../content/phrase.js';

function range(item: FormItem): Readonly<Record<string, PhraseParam>> | undefined {
  return typeof item.min === 'number' && typeof item.max === 'number' ? { min: item.min, max: item.max } : undefined;
}

function byType(item: FormItem): Phrase | undefined {
  switch (item.type) {
    case 'boolean':
      return { product: 'expect.boolean' };
    case 'choice':
    case 'open-choice':
      return { product: item.repeats ? 'expect.choice-many' : 'expect.choice' };
    case 'integer': {
      const params = range(item);
      return params ? { product: 'expect.integer-range', params } : { product: 'expect.integer' };
    }
    case 'decimal':
      return { product: 'expect.decimal' };
    case 'date':
      return { product: 'expect.date' };
    case 'string':
      return { product: 'expect.string' };
    case 'text':
      return { product: 'expect.text', params: { limit: item.maxLength ?? 1000 } };
    case 'group':
    case 'display':
      return undefined;
  }
}

/** The sentences that say what a good answer looks like. */
export function expectation(item: FormItem): readonly Phrase[] {
  const phrase: Phrase | undefined = item.format === undefined ? byType(item) : { product: `expect.${item.format}` };
  return phrase ? [phrase] : [];
}

/** Parameters of a refusal: its limit, an ISO date shown in words. */
export function refusalParams(limit: number | string | undefined): Readonly<Record<string, PhraseParam>> {
  if (limit === undefined) return {};
  return { limit: typeof limit === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(limit) ? { date: limit } : limit };
}
