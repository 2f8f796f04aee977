// A posted form of all questions -> the answers somebody gave or changed in it, each for itself, and what is wrong before anything is sent.
import type { KeyedAnswer } from '../../conversation/conversation.js';
import type { ProductKey } from '../../content/languages/phrase.js';
import type { PageTurn } from './conversing.js';
import { digestOf, isBlank } from './filled-in.js';
import type { FilledIn } from './filled-in.js';
import { field } from './form-fields.js';
import type { PageRequest } from './page.js';
import { dayAsTyped, isoDayIn } from './read-fields.js';
import { readControl, slidNumber } from './read-control.js';
import { readTyped } from './read-typed.js';
import type { Typed } from './read-typed.js';
import { readMark } from './whole-form-mark.js';
import type { WholeFormMark } from './whole-form-mark.js';

type Form = PageRequest['form'];

/** What was filled in. */
export interface ReadWholeForm {
  /** To be sent, each for itself. */
  readonly answers: readonly KeyedAnswer[];
  /** What keeps a question from being sent, by key. */
  readonly wrong: ReadonlyMap<string, ProductKey>;
  /** What was typed, by key: shown again where it is refused. */
  readonly typed: ReadonlyMap<string, Typed>;
}

/** The fields of each question as a form of its own, by the letters and number that stand before their names. */
function splitForm(form: Form): readonly Form[] {
  const byQuestion = new Map<string, Record<string, Form[string]>>();
  for (const [name, value] of Object.entries(form)) {
    const [, at, rest] = /^(q\d{1,3}-)(.+)$/u.exec(name) ?? [];
    if (at === undefined || rest === undefined) continue;
    byQuestion.set(at, { ...byQuestion.get(at), [rest]: value });
  }
  return [...byQuestion.values()];
}

/** A question with what stands in its fields. */
interface Filled {
  readonly mark: WholeFormMark;
  readonly form: Form;
  readonly typed: Typed;
  readonly held: FilledIn;
}

function fillIn(own: Form): Filled | undefined {
  const mark = readMark(field(own, 'q'));
  if (mark === undefined) return undefined;
  const form: Form = { ...own, key: mark.key, kind: mark.kind, optional: mark.required ? '' : '1' };
  const typed = readTyped(form);
  const chosen = mark.kind === 'slider' ? [slidNumber(form, typed)] : typed.chosen;
  return { mark, form, typed, held: { ...typed, chosen } };
}

/** What one question comes to: an answer to send, what is wrong, or nothing. */
interface Told {
  readonly answer?: KeyedAnswer;
  readonly wrong?: ProductKey;
}

const nothing: Told = {};

function withMark({ key, was }: WholeFormMark, answer: Omit<KeyedAnswer, 'key' | 'was'>): Told {
  return { answer: { key, was, ...answer } };
}

/** One answer as its control says it; words that need reading go as words. */
function answerOf(said: PageTurn['said']): Omit<KeyedAnswer, 'key' | 'was'> | undefined {
  if (said.kind === 'text') return { text: said.text };
  if (said.kind !== 'answers') return undefined;
  const [{ answer, skip } = {}] = said.answers;
  if (skip === true) return { skip };
  return answer === undefined ? undefined : { answer, ...(said.text === undefined ? {} : { text: said.text }) };
}

function send({ mark, form }: Filled): Told {
  const answer = answerOf(readControl(form));
  return answer === undefined ? nothing : withMark(mark, answer);
}

/** A yes to what was understood. A day goes as a machine writes it, since it has been read back. */
function confirmed(filled: Filled): Told {
  const { mark, typed } = filled;
  return mark.kind === 'birth' ? withMark(mark, { answer: isoDayIn(typed) ?? dayAsTyped(typed) }) : send(filled);
}

function leftEmpty({ mark }: Filled): Told {
  return withMark(mark, mark.required ? { answer: '' } : { skip: true });
}

/** Nobody has touched it. `due`: what is open in it is passed over by the button that was pressed. */
function untouched(filled: Filled, due: boolean): Told {
  const { mark, form, held } = filled;
  if (mark.confirm) {
    if (field(form, 'right') !== '') return confirmed(filled);
    return due ? { wrong: 'page.form.confirm' } : nothing;
  }
  if (mark.settled || !due) return nothing;
  if (!isBlank(held)) return send(filled);
  return mark.gate && !mark.required ? { wrong: 'page.form.answer-or-skip' } : leftEmpty(filled);
}

function readQuestion(filled: Filled, due: boolean): Told {
  const { mark, form, held } = filled;
  const isLeftOut = field(form, 'skip') !== '' && isBlank(held);
  if (mark.kind === 'private') return isLeftOut && !mark.settled ? withMark(mark, { answer: 'not-asked' }) : nothing;
  if (isLeftOut && !mark.required) return mark.skipped ? nothing : withMark(mark, { skip: true });
  if (digestOf(held) === mark.shown) return untouched(filled, due);
  return isBlank(held) ? leftEmpty(filled) : send(filled);
}

/**
 * Reads the form. What was given or changed is sent wherever it stands; what was left empty is passed over only in the sections up to `upTo`,
 * counted from 0 (-1: in none).
 */
export function readWholeForm(form: Form, upTo: number): ReadWholeForm {
  const all = splitForm(form).flatMap(own => fillIn(own) ?? []);
  const told = all.map(filled => ({ key: filled.mark.key, ...readQuestion(filled, filled.mark.section <= upTo) }));
  return {
    answers: told.flatMap(({ answer }) => answer ?? []),
    wrong: new Map(told.flatMap(({ key, wrong }) => (wrong === undefined ? [] : [[key, wrong] as const]))),
    typed: new Map(all.map(({ mark, typed }) => [mark.key, typed])),
  };
}
