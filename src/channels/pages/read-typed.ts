// What the person put into the controls of a form, as it was typed: shown again when it was refused.
import { field, fields } from './form-fields.js';
import type { PageRequest } from './page.js';

/** What stood in the form's controls; '' where there was no such field. */
export interface Typed {
  readonly key: string;
  readonly chosen: readonly string[];
  readonly words: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly time: string;
  readonly unit: string;
  /** Where the slider stood, whether or not anybody moved it. */
  readonly slid: string;
}

/** What stood in the form's controls. */
export function readTyped(form: PageRequest['form']): Typed {
  return {
    key: field(form, 'key'),
    chosen: fields(form, 'answer'),
    words: field(form, 'words'),
    day: field(form, 'day'),
    month: field(form, 'month'),
    year: field(form, 'year'),
    time: field(form, 'time'),
    unit: field(form, 'unit'),
    slid: field(form, 'slid'),
  };
}
