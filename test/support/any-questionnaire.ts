// Random FHIR Questionnaires as files have them, every item type, nested and repeating, with conditions on earlier questions; and what a
// person who always says the same to the same question answers to them.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ItemType, QuestionnaireItem } from '../../src/content/forms/questionnaire-schema.js';
import { readKey } from '../../src/questionnaire/answer-key.js';
import type { KeyedAnswer, RawAnswer } from '../../src/conversation/conversation.js';
import type { Question } from '../../src/conversation/reply.js';

type Condition = NonNullable<QuestionnaireItem['enableWhen']>[number];

/** What is drawn of an item, before it has a linkId and knows what stands before it. */
interface Drawn {
  readonly type: ItemType;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly occurs: 'free' | 'two-at-least' | 'two-at-most';
  readonly given: 'asked' | 'hidden' | 'read-only';
  readonly any: boolean;
  readonly conditions: readonly { readonly on: number; readonly operator: number; readonly value: number }[];
  readonly items: readonly Drawn[];
}

const types: readonly ItemType[] = [
  'group',
  'group',
  'choice',
  'choice',
  'boolean',
  'integer',
  'decimal',
  'date',
  'dateTime',
  'time',
  'string',
  'text',
  'url',
  'open-choice',
  'quantity',
  'reference',
  'attachment',
  'display',
];

const { drawn } = fc.letrec<{ drawn: Drawn }>(tie => ({
  drawn: fc.record({
    type: fc.constantFrom(...types),
    required: fc.boolean(),
    repeats: fc.boolean(),
    occurs: fc.constantFrom('free', 'free', 'two-at-least', 'two-at-most'),
    given: fc.constantFrom('asked', 'asked', 'asked', 'asked', 'asked', 'hidden', 'read-only'),
    any: fc.boolean(),
    conditions: fc.array(fc.record({ on: fc.nat(99), operator: fc.nat(99), value: fc.nat(99) }), { maxLength: 2 }),
    items: fc.oneof({ maxDepth: 2, withCrossShrink: true }, fc.constant([]), fc.array(tie('drawn'), { minLength: 1, maxLength: 3 })),
  }),
}));

const system = 'urn:example:answers';
const codes = ['red', 'green', 'blue'];
const orderless = ['=', '!='] as const;
const ordered = ['=', '!=', '>', '<', '>=', '<='] as const;

/** What may be compared with an answer of each type: those that are among `saidOf`, and one that never is. */
const wanted: Readonly<Partial<Record<ItemType, readonly object[]>>> = {
  boolean: [{ answerBoolean: true }, { answerBoolean: false }],
  choice: codes.map(code => ({ answerCoding: { system, code } })),
  'open-choice': codes.map(code => ({ answerCoding: { system, code } })),
  integer: [{ answerInteger: 3 }, { answerInteger: 5 }],
  decimal: [{ answerDecimal: 2.5 }, { answerDecimal: 4 }],
  date: [{ answerDate: '2020-02-03' }, { answerDate: '2021-01-01' }],
  dateTime: [{ answerDateTime: '2020-02-03T10:00:00Z' }, { answerDateTime: '2022-01-01T00:00:00+02:00' }],
  time: [{ answerTime: '09:30:00' }, { answerTime: '12:00:00' }],
  string: [{ answerString: 'one' }, { answerString: 'never' }],
  text: [{ answerString: 'one' }, { answerString: 'never' }],
  url: [{ answerString: 'https://example.org/one' }, { answerString: 'https://example.org/never' }],
  quantity: [{ answerQuantity: { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } }],
};

const saidOf: Readonly<Partial<Record<ItemType, readonly RawAnswer[]>>> = {
  boolean: [true, false],
  integer: [3, 4, 5],
  decimal: [2.5, 3, 4],
  date: ['2020-02-03', '2020-05-05', '2021-01-01'],
  dateTime: ['2020-02-03T10:00:00Z', '2020-02-03T12:00:00+01:00'],
  time: ['09:30:00', '11:00:00'],
  string: ['one', 'two', 'three'],
  text: ['one', 'two', 'three'],
  url: ['https://example.org/one', 'https://example.org/two'],
  quantity: ['70 kg', '71.5 kg'],
  reference: ['Ada', 'Bo'],
  attachment: ['https://example.org/a.pdf', 'https://example.org/b.pdf'],
};

function at<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

interface Asked {
  readonly linkId: string;
  readonly type: ItemType;
}

function conditionOf({ on, operator, value }: Drawn['conditions'][number], earlier: readonly Asked[]): readonly Condition[] {
  if (earlier.length === 0) return [];
  const { linkId: question, type } = at(earlier, on);
  const answers = wanted[type];
  if (answers === undefined || operator % 7 === 6) return [{ question, operator: 'exists', answerBoolean: value % 3 > 0 }];
  const operators = ['boolean', 'choice', 'open-choice'].includes(type) ? orderless : ordered;
  return [{ question, operator: at<Condition['operator']>(operators, operator), ...at(answers, value) }];
}

const r4 = 'http://hl7.org/fhir/StructureDefinition';
const kilogram = { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' };

function extensionsOf({ given, repeats, occurs, type }: Drawn): readonly { readonly url: string; readonly [value: string]: unknown }[] {
  return [
    ...(given === 'hidden' ? [{ url: `${r4}/questionnaire-hidden`, valueBoolean: true }] : []),
    ...(repeats && occurs === 'two-at-least' ? [{ url: `${r4}/questionnaire-minOccurs`, valueInteger: 2 }] : []),
    ...(repeats && occurs === 'two-at-most' ? [{ url: `${r4}/questionnaire-maxOccurs`, valueInteger: 2 }] : []),
    ...(type === 'quantity' ? [{ url: `${r4}/questionnaire-unitOption`, valueCoding: kilogram }] : []),
  ];
}

const optionsOf = (type: ItemType): Pick<QuestionnaireItem, 'answerOption'> =>
  type === 'choice' || type === 'open-choice'
    ? { answerOption: codes.map(code => ({ valueCoding: { system, code, display: `Colour ${code}` } })) }
    : {};

function flagsOf(item: Drawn, asked: boolean): Partial<QuestionnaireItem> {
  const { required, repeats, given } = item;
  const extension = [...extensionsOf(item)];
  return {
    ...(required && asked && { required }),
    ...(repeats && { repeats }),
    ...(given === 'read-only' && { readOnly: true }),
    ...(extension.length > 0 && { extension }),
  };
}

class Writer {
  readonly #earlier: Asked[] = [];
  #count = 0;

  items(list: readonly Drawn[], asked = true): QuestionnaireItem[] {
    return list.map(item => this.#item(item, asked));
  }

  #item(item: Drawn, around: boolean): QuestionnaireItem {
    const { type, given } = item;
    const linkId = `i${String((this.#count += 1))}`;
    const conditions = this.#conditions(item);
    const text = `Text of ${linkId}`;
    if (type === 'display' || (type === 'group' && item.items.length === 0)) return { linkId, type: 'display', text, ...conditions };
    if (type !== 'group') this.#earlier.push({ linkId, type });
    const asked = around && given === 'asked';
    const below = this.items(item.items, asked);
    return {
      linkId,
      type,
      text,
      ...flagsOf(item, asked),
      ...conditions,
      ...optionsOf(type),
      ...(below.length > 0 && { item: below }),
    };
  }

  #conditions({ conditions, any }: Drawn): Pick<QuestionnaireItem, 'enableWhen' | 'enableBehavior'> {
    const enableWhen = conditions.flatMap(condition => conditionOf(condition, this.#earlier));
    return enableWhen.length === 0 ? {} : { enableWhen, enableBehavior: any ? 'any' : 'all' };
  }
}

/** A FHIR R4 Questionnaire that runs, at random. Its linkIds are `i1`, `i2`, … in the order of asking. */
export const anyQuestionnaire: fc.Arbitrary<object> = fc.array(drawn, { minLength: 2, maxLength: 6 }).map(list => ({
  resourceType: 'Questionnaire',
  url: 'https://example.org/any',
  version: '1',
  status: 'active',
  item: [{ linkId: 'first', type: 'boolean', text: 'First?' }, ...new Writer().items(list)],
}));

/** A number below `n`, always the same for this seed and key. */
function rolled(seed: number, key: string, n: number): number {
  return (
    createHash('sha256')
      .update(`${String(seed)} ${key}`)
      .digest()
      .readUInt32BE(0) % n
  );
}

function choose({ key, repeats, options = [] }: Question, seed: number): RawAnswer {
  const all = options.map(option => option.value);
  const one = rolled(seed, key, 60) % all.length;
  // Two of three: a list may ask for so many at least, or at most.
  return repeats ? all.filter((_, place) => place !== one) : at(all, one);
}

/**
 * What somebody answers to this question: always the same for one `seed`, whatever was asked before. Skips one in three of what may be
 * skipped; says yes to "another one?" at most twice.
 */
export function answerOf(question: Question, seed: number): KeyedAnswer {
  const { key, type, required, options, more } = question;
  if (more !== undefined) {
    const { linkId, path } = readKey(key);
    return { key, answer: (path.at(-1) ?? 0) < rolled(seed, `${linkId}@${path.slice(0, -1).join('.')} times`, 3) };
  }
  if (!required && rolled(seed, `${key} skip`, 3) === 0) return { key, skip: true };
  if (options !== undefined) return { key, answer: choose(question, seed) };
  return { key, answer: at(saidOf[type] ?? ['words'], rolled(seed, key, 60)) };
}
