// Puts one accepted answer where it belongs: under its key; several written answers each under the key of its repetition; and what is
// nested in an answer stays with it.
import { keyOf, moreKeyOf, readKey } from '../questionnaire/answer-key.js';
import { carryNested } from '../questionnaire/carry-nested.js';
import { isRepeatedOneByOne, nestsByAnswer } from '../questionnaire/form-plan.js';
import type { AnswerValue, Form } from '../content/forms/form.js';
import type { AskedStep } from './asked-step.js';
import type { Answer, Conversation } from './conversation.js';
import { withUnasked } from './private-questions.js';
import { without } from './turn-state.js';
import type { Accepted } from './turn-state.js';

interface Placing {
  readonly form: Form;
  readonly at: string;
}

type Values = readonly AnswerValue[];

const yes: Values = [{ valueBoolean: true }];
const no: Values = [{ valueBoolean: false }];

/** Answers by key, in the order they are to be put in. */
type Entries = readonly (readonly [string, Values])[];

/** The key of the repetition that stands `further` after this one. */
function repetition({ step }: AskedStep, further: number): string {
  return keyOf(step.item.linkId, [...step.path.slice(0, -1), Number(step.path.at(-1)) + further]);
}

/** Several answers to a question whose answers are written one by one: each in a repetition of its own, and no more after the last. */
function spread(asked: AskedStep, values: Values): Entries {
  return values.flatMap((value, place): Entries => {
    const key = repetition(asked, place);
    return [
      [key, [value]],
      [moreKeyOf(key), place + 1 < values.length ? yes : no],
    ];
  });
}

function entriesOf(asked: AskedStep, understood: Extract<Accepted['understood'], { readonly values: Values }>): Entries {
  if (understood.kind === 'another') {
    return [
      [asked.key, yes],
      [repetition(asked, 1), understood.values],
    ];
  }
  const several = understood.values.length > 1 && asked.step.kind === 'item' && isRepeatedOneByOne(asked.step.item);
  return several ? spread(asked, understood.values) : [[asked.key, understood.values]];
}

/** The keys of the questions this answers, skips or proposes for: its own, or those of the repetitions that its values are put in. */
export function answeredKeys({ asked, understood }: Accepted): readonly string[] {
  if (understood.kind === 'skip' || understood.kind === 'propose') return [asked.key];
  const keys = entriesOf(asked, understood).map(([key]) => key);
  return keys.length > 1 ? keys.filter(key => !readKey(key).more) : keys;
}

/** Moves what is nested in the answers of a question that has several, when they change. */
function carried(conversation: Conversation, { step }: AskedStep, values: Values, form: Form): Conversation {
  const before = conversation.answers[step.key]?.values ?? [];
  if (!nestsByAnswer(step.item) || before.length === 0) return conversation;
  const move = <T>(record: Readonly<Record<string, T>>) => carryNested(record, form, step, before, values);
  const skipped = Object.keys(move(Object.fromEntries(conversation.skipped.map(key => [key, true]))));
  return { ...conversation, answers: move(conversation.answers), proposed: move(conversation.proposed), skipped };
}

/** The conversation with this answer, skip or proposal put in. */
export function placeAnswer(conversation: Conversation, { asked, understood }: Accepted, { form, at }: Placing): Conversation {
  const { key, step } = asked;
  if (understood.kind === 'propose') return { ...conversation, proposed: { ...conversation.proposed, [key]: understood.values } };
  const { changing, reviewing: _, ...rest } = conversation;
  const others = changing === undefined || changing === key ? rest : { ...rest, changing };
  const proposed = without(others.proposed, key);
  if (understood.kind === 'skip') {
    const skipped = [...others.skipped.filter(name => name !== key), key];
    return withUnasked({ ...others, proposed, skipped, answers: without(others.answers, key) }, key, understood.unasked === true);
  }
  const entries = entriesOf(asked, understood);
  const placed = carried({ ...others, proposed }, asked, understood.values, form);
  const given = new Set(entries.map(([name]) => name));
  const { fingerprint } = step.item;
  const toAnswer = (values: Values): Answer => ({ values, at, lang: others.lang, ...(others.by && { by: others.by }), asked: fingerprint });
  return {
    ...placed,
    skipped: placed.skipped.filter(name => !given.has(name)),
    answers: { ...placed.answers, ...Object.fromEntries(entries.map(([name, values]) => [name, toAnswer(values)])) },
  };
}
