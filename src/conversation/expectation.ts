// What a question expects, in words with an example: said beside every refusal and with help.
import type { FormItem } from '../content/forms/form.js';
import type { Phrase, PhraseParam } from '../content/languages/phrase.js';
import type { ItemType } from '../content/forms/questionnaire-schema.js';

/** Characters a free text may have where its item says nothing else. */
const longestText = 1000;

const isoDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\S+)?)?)?$/u;
const isoTime = /^(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/u;

/** A bound as it is shown: dates in words, times to the minute. */
function shown(limit: number | string): PhraseParam {
  if (typeof limit === 'number') return limit;
  const time = isoTime.exec(limit)?.[1];
  if (time !== undefined) return { isolate: time };
  return isoDate.test(limit) ? { date: limit } : limit;
}

function bounds({ min, max }: FormItem): readonly Phrase[] {
  const [least, most] = [min, max].map(limit => limit !== undefined && { limit: shown(limit) });
  const isNumber = typeof (min ?? max) === 'number';
  const phrases: Phrase[] = [];
  if (least) phrases.push({ product: isNumber ? 'expect.at-least' : 'expect.not-before', params: least });
  if (most) phrases.push({ product: isNumber ? 'expect.at-most' : 'expect.not-after', params: most });
  return phrases;
}

function unit({ units: [only] }: FormItem): readonly Phrase[] {
  return only === undefined ? [] : [{ product: 'expect.unit', params: { unit: { isolate: only.label } } }];
}

function whole(item: FormItem): readonly Phrase[] {
  const { min, max } = item;
  const isRange = typeof min === 'number' && typeof max === 'number';
  const number: Phrase = isRange ? { product: 'expect.integer-range', params: { min, max } } : { product: 'expect.integer' };
  return [number, ...unit(item), ...(isRange ? [] : bounds(item))];
}

function quantity(item: FormItem): readonly Phrase[] {
  const { units } = item;
  if (units.length === 0) return [{ product: 'expect.quantity' }, ...bounds(item)];
  if (units.length === 1) return [{ product: 'expect.decimal' }, ...unit(item), ...bounds(item)];
  const list = units.map(({ label }): Phrase => ({ verbatim: label }));
  return [{ product: 'expect.quantity-units', params: { units: { list } } }, ...bounds(item)];
}

/** A text that must be written in one way: how, where the question has an example of it. */
function written(item: FormItem, otherwise: Phrase): readonly Phrase[] {
  const { example, pattern, file, localId } = item;
  if (example === undefined || pattern === undefined) return [otherwise];
  return [{ product: 'expect.like', params: { example: { file, id: localId, field: 'example' } } }];
}

const nothing = (): readonly Phrase[] => [];

function choice(item: FormItem): readonly Phrase[] {
  return [{ product: item.repeats ? 'expect.choice-many' : 'expect.choice' }];
}

const byType: Readonly<Record<ItemType, (item: FormItem) => readonly Phrase[]>> = {
  boolean: () => [{ product: 'expect.boolean' }],
  choice,
  'open-choice': choice,
  integer: whole,
  decimal: item => [{ product: 'expect.decimal' }, ...unit(item), ...bounds(item)],
  quantity,
  date: item => [{ product: 'expect.date' }, { product: 'expect.date-part' }, ...bounds(item)],
  dateTime: item => [{ product: 'expect.dateTime' }, ...bounds(item)],
  time: item => [{ product: 'expect.time' }, ...bounds(item)],
  string: item => written(item, { product: 'expect.string' }),
  text: item => written(item, { product: 'expect.text', params: { limit: item.maxLength ?? longestText } }),
  url: item => written(item, { product: 'expect.url' }),
  reference: () => [{ product: 'expect.reference' }],
  attachment: () => [{ product: 'expect.attachment' }],
  group: nothing,
  display: nothing,
};

/** The sentences that say what a good answer looks like. A question with options is answered by choosing, whatever its type. */
export function expectation(item: FormItem): readonly Phrase[] {
  if (item.format !== undefined) return [{ product: `expect.${item.format}` }];
  return (item.options.length > 0 ? choice : byType[item.type])(item);
}

/** Parameters of a refusal: its limit, as it is shown. */
export function refusalParams(limit: number | string | undefined): Readonly<Record<string, PhraseParam>> {
  return limit === undefined ? {} : { limit: shown(limit) };
}
