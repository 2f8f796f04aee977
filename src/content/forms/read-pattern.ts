// The regex extension as a pattern that runs in linear time whatever is typed (RE2). What RE2 cannot hold is refused with its reason.
// Source: https://hl7.org/fhir/R4/extension-regex.html
import { RE2JS, RE2JSException } from 're2js';
import { extensionUrls } from './extension-urls.js';
import type { QuestionnaireItem } from './questionnaire-schema.js';
import { readText } from './read-extension.js';

const longestPattern = 2000;

// Some forms write a pattern as a programming language would, between slashes and with flags.
function withoutSlashes(pattern: string): string {
  const [, inside, flags] = /^\/(.*)\/([a-z]*)$/su.exec(pattern) ?? [];
  if (inside === undefined) return pattern;
  const kept = [...new Set(flags)].filter(flag => 'ims'.includes(flag)).join('');
  return kept === '' ? inside : `(?${kept})${inside}`;
}

/** The pattern a written answer must match as a whole, in RE2's notation; undefined where there is none or it is refused (told). */
export function readPattern(item: QuestionnaireItem, complain: (problem: string) => void): string | undefined {
  const written = readText(item, extensionUrls.regex);
  if (written === undefined) return undefined;
  if (written.length > longestPattern) {
    complain(`regex is longer than ${String(longestPattern)} characters`);
    return undefined;
  }
  try {
    const pattern = RE2JS.translateRegExp(withoutSlashes(written));
    RE2JS.compile(pattern);
    return pattern;
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    complain(`regex '${written.slice(0, 100)}' cannot be run in linear time: ${error.message.replace(/^error parsing regexp: /u, '')}`);
    return undefined;
  }
}
