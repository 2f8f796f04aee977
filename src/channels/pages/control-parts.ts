// What every control is drawn from, and what most of them have in common.
import type { Question } from '../../conversation/reply.js';
import type { Control } from './control-of.js';
import { html, raw } from './html.js';
import type { Html } from './html.js';
import type { Typed } from './read-typed.js';
import { suggestedValues } from './suggested.js';
import type { Words } from './words.js';

export interface ControlParts {
  readonly question: Question;
  readonly control: Control;
  readonly words: Words;
  /** Set when this very question was refused: what was typed. */
  readonly typed: Typed | undefined;
  /** Value of aria-describedby, '' when nothing describes it. */
  readonly describedBy: string;
  readonly wrong: boolean;
  /** Stands before every id and name, where there are several questions in one form; '' in the chat. */
  readonly at: string;
}

/** Attributes that tie help and error to a field or a fieldset; `also`: ids of what else describes it. */
export function described(parts: ControlParts, also?: string): Html {
  const ids = [parts.describedBy, also].filter(id => id !== undefined && id !== '').join(' ');
  return html`${ids !== '' && html` aria-describedby="${ids}"`}${parts.wrong && raw(' aria-invalid="true"')}`;
}

/** What stands in the one field of a control: what was typed and refused, or what the question came with. */
export function fieldText({ typed, question }: ControlParts): string {
  return (typed === undefined ? suggestedValues(question)[0] : typed.chosen[0]) ?? '';
}

/** The class that marks a field as wrong. */
export function wrongClass({ wrong }: ControlParts, component: 'input' | 'textarea' | 'select'): string {
  return wrong ? ` nhsuk-${component}--error` : '';
}
