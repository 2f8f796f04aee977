// Reading single fields of a posted form: always text, never undefined.
import type { PageRequest } from './page.js';

type Form = PageRequest['form'];

/** The field's first value, '' when absent. */
export function field(form: Form, name: string): string {
  const value = form[name];
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}

/** Every value of a repeated field that is not empty. */
export function fields(form: Form, name: string): readonly string[] {
  const value = form[name] ?? [];
  return (typeof value === 'string' ? [value] : value).filter(text => text !== '');
}
