// A question as a reply carries it: machine-readable, in phrases.
import { readKey } from '../questionnaire/answer-key.js';
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import { omitUndefined } from '../content/omit-undefined.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { AskedStep } from './asked-step.js';
import type { Conversation } from './conversation.js';
import type { Position } from './derive-position.js';
import { nearItems } from './near-items.js';
import type { Question } from './reply.js';
import { isForOwnPhone, privateQuestion } from './private-questions.js';
import { labelOf } from './review-lines.js';

/** A text of an item's content file. */
export function textOf(item: FormItem, field: string): Phrase {
  return { file: item.file, id: item.localId, field };
}

function isSafety(item: FormItem, content: Content): boolean {
  return content.redFlags.answers.some(answer => answer.linkId === item.linkId);
}

/** A question that reads back what waits for its yes. */
export interface ReadBack {
  readonly text: Phrase;
  readonly help?: Phrase;
}

/** A typed date of birth waits to be confirmed, and a postcode that nobody knows: the question reads it back. */
export function readBack({ key, item }: AskedStep, conversation: Conversation): ReadBack | undefined {
  const proposed = conversation.proposed[key]?.[0];
  if (proposed === undefined) return undefined;
  if (item.format === 'date-of-birth' && 'valueDate' in proposed) {
    return { text: { product: 'confirm.date', params: { date: { date: proposed.valueDate } } } };
  }
  if (key !== nearItems.postcode || !('valueString' in proposed)) return undefined;
  const postcode = { isolate: proposed.valueString };
  return { text: { product: 'near.postcode-unknown', params: { postcode } }, help: { product: 'near.postcode-again' } };
}

function limits(item: FormItem): Partial<Question> {
  const { format, min, max, maxLength, minLength, maxDecimalPlaces, pattern, control, orientation, step, prefix, maxOccurs } = item;
  return {
    ...omitUndefined({ format, min, max, maxLength, minLength, maxDecimalPlaces, pattern, control, orientation, step, prefix, maxOccurs }),
    ...(item.units.length > 0 && { units: item.units.map(({ code, label }) => ({ value: code ?? label, label })) }),
    ...(item.links.length > 0 && { links: item.links }),
  };
}

function choices(item: FormItem): Partial<Pick<Question, 'options' | 'exclusive'>> {
  if (item.options.length === 0) return {};
  const exclusive = item.options.filter(option => option.exclusive).map(option => option.code);
  return {
    options: item.options.map(option => ({ value: option.code, label: { answer: [option.value], linkId: item.linkId } })),
    ...(exclusive.length > 0 && { exclusive }),
  };
}

/** "Another one?": of which item, and what kind it is. */
function more({ step }: AskedStep): Partial<Pick<Question, 'more'>> {
  if (step.kind === 'item' || step.parent === undefined) return {};
  return { more: { key: step.parent.key, type: step.item.type } };
}

function wording({ step, item }: AskedStep, confirm: ReadBack | undefined): Pick<Question, 'text' | 'help' | 'why' | 'example'> {
  if (step.kind === 'more') return { text: { product: 'repeat.another', params: { label: labelOf(step.item) } } };
  if (confirm) return { ...confirm, ...(item.hasWhy && { why: textOf(item, 'why') }) };
  return {
    text: textOf(item, 'text'),
    ...(item.hasHelp && { help: textOf(item, 'help') }),
    ...(item.hasWhy && { why: textOf(item, 'why') }),
    ...(item.example !== undefined && { example: textOf(item, 'example') }),
  };
}

/** What may be shown as chosen already: understood or answered before, or what the form suggests to begin with. */
function suggestion(
  { key, item }: AskedStep,
  conversation: Conversation,
  { state }: Pick<Position, 'state'>,
): Partial<Pick<Question, 'suggested'>> {
  const place = readKey(key).path.at(-1) ?? 0;
  const initial = state.rules.initial.get(key) ?? (item.options.length > 0 ? item.initial : item.initial.slice(place, place + 1));
  const suggested = conversation.proposed[key] ?? conversation.answers[key]?.values ?? (initial.length > 0 ? initial : undefined);
  return suggested === undefined ? {} : { suggested };
}

/** The question for what is asked. */
export function questionFor(asked: AskedStep, conversation: Conversation, position: Pick<Position, 'state'>, content: Content): Question {
  const { key, item } = asked;
  if (isForOwnPhone(asked, conversation)) return privateQuestion(asked);
  const confirm = readBack(asked, conversation);
  return {
    key,
    linkId: item.linkId,
    type: item.type,
    safety: isSafety(item, content),
    required: item.required,
    repeats: item.repeats,
    ...limits(item),
    ...choices(item),
    ...more(asked),
    ...wording(asked, confirm),
    ...suggestion(asked, conversation, position),
    ...(confirm && { variant: 'confirm' as const }),
  };
}
