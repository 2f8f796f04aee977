// Does a text match the pattern its question sets (the regex extension), as a whole? By RE2, whose work grows with the text alone: a
// pattern nobody here wrote cannot keep a conversation waiting.
// Rule: https://hl7.org/fhir/R4/extension-regex.html
import { RE2JS } from 're2js';
import type { FormItem } from '../content/forms/form.js';

type Pattern = ReturnType<typeof RE2JS.compile>;

const compiled = new WeakMap<FormItem, Pattern | 'unusable'>();

function compile(pattern: string): Pattern | 'unusable' {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return 'unusable';
  }
}

/** True where the item sets no pattern, or one that RE2 cannot hold: `questionnaire check` tells that, and nobody is kept from answering. */
export function matchesPattern(item: FormItem, text: string): boolean {
  if (item.pattern === undefined) return true;
  const pattern = compiled.get(item) ?? compile(item.pattern);
  compiled.set(item, pattern);
  return pattern === 'unusable' || pattern.matches(text);
}
