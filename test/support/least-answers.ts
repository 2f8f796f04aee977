// What is the least that can be answered to a question of any form, as data: the first option, the lowest number, the shortest text.
import type { RawAnswer } from '../../src/conversation/conversation.js';
import type { Question } from '../../src/conversation/reply.js';
import type { ItemType } from '../../src/content/forms/questionnaire-schema.js';
import type { Dialogue } from './a-dialogue.js';

const lowest = ({ min }: Question): number => (typeof min === 'number' ? min : 1);
const earliest = ({ min }: Question, otherwise: string): string => (typeof min === 'string' ? min : otherwise);
const shortest = ({ minLength = 1 }: Question): string => 'a'.repeat(Math.max(1, minLength));

const byType: Readonly<Partial<Record<ItemType, (question: Question) => RawAnswer>>> = {
  boolean: () => true,
  integer: lowest,
  decimal: lowest,
  quantity: question => `${String(lowest(question))} ${question.units?.[0]?.label ?? ''}`.trim(),
  date: question => earliest(question, '2020-02-03'),
  dateTime: question => earliest(question, '2020-02-03T10:30:00Z'),
  time: question => earliest(question, '09:30:00'),
  url: () => 'https://example.org/a',
  attachment: () => 'https://example.org/a.pdf',
  reference: () => 'Dr Jones',
};

/** The least valid answer; no to "another one?". */
export function leastAnswerTo(question: Question): RawAnswer {
  if (question.more !== undefined) return false;
  return question.options?.[0]?.value ?? (byType[question.type] ?? shortest)(question);
}

/** Answers every question with the least, until the review: the answers by key, in the order they were given. */
export function answerAll(
  dialogue: Dialogue,
  answer: (question: Question) => RawAnswer = leastAnswerTo,
): Readonly<Record<string, RawAnswer>> {
  const given: Record<string, RawAnswer> = {};
  for (let turns = 0; turns < 500; turns += 1) {
    const { question } = dialogue;
    if (question.key === 'review') return given;
    if (given[question.key] !== undefined)
      throw new Error(`${question.key} does not take ${String(given[question.key])}: ${dialogue.heard}`);
    given[question.key] = answer(question);
    dialogue.answers(given[question.key] ?? false);
  }
  throw new Error('500 answers were not enough');
}
