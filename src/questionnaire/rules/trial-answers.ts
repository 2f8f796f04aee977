// Answers to every question of a form, to try its rules with: every option chosen where several may be, the last where one may.
import type { AnswerValue, Form, FormItem } from '../../content/forms/form.js';
import type { ItemType } from '../../content/forms/questionnaire-schema.js';
import type { Answers } from '../answers.js';
import { stepsOf } from '../steps.js';

const plainAnswers: Readonly<Partial<Record<ItemType, AnswerValue>>> = {
  boolean: { valueBoolean: true },
  integer: { valueInteger: 1 },
  decimal: { valueDecimal: 1.5 },
  date: { valueDate: '2020-02-29' },
  dateTime: { valueDateTime: '2020-02-29T12:00:00Z' },
  time: { valueTime: '12:00:00' },
  string: { valueString: 'a' },
  text: { valueString: 'a' },
  url: { valueUri: 'https://example.org' },
  reference: { valueReference: { reference: 'Patient/1' } },
  attachment: { valueAttachment: { url: 'https://example.org' } },
};

function quantityOf({ units: [unit] }: FormItem): AnswerValue {
  if (unit === undefined) return { valueQuantity: { value: 1 } };
  const { label, ...coded } = unit;
  return { valueQuantity: { value: 1, unit: label, ...coded } };
}

function answerTo(item: FormItem): readonly AnswerValue[] {
  const options = item.options.map(({ value }) => value);
  if (options.length > 0) return item.repeats ? options : options.slice(-1);
  if (item.type === 'quantity') return [quantityOf(item)];
  const plain = plainAnswers[item.type];
  return plain === undefined ? [] : [plain];
}

/** An answer to every question of a form, each asked once. */
export function trialAnswers(form: Form): Answers {
  const items = stepsOf(form, {}).filter(({ kind }) => kind === 'item');
  return Object.fromEntries(items.map(({ key, item }) => [key, { values: answerTo(item) }]));
}
