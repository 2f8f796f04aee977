// On a screen that others use after this person, the browser must keep nothing that was written and offer nothing of whoever wrote before:
// no field says what it is for.
import { raw } from './html.js';
import type { Html } from './html.js';

/** The same markup, autofill off in every field and form. Only our own markup comes here: everything in it is escaped already. */
export function withoutAutofill(page: Html): Html {
  const off = (tag: string): string =>
    tag.includes(' type="hidden"') ? tag : tag.replaceAll(/\sautocomplete="[^"]*"/gu, '').replace(/\s*\/?>$/u, ' autocomplete="off">');
  return raw(page.toString().replaceAll(/<(?:form|input|textarea|select)\b[^>]*>/gu, off));
}
