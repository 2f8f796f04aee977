// One short answer read as the conversation reads it: a command first, then the question's own reader.
import type { Content } from '../../src/content/content.js';
import type { AnswerValue, FormItem } from '../../src/content/forms/form.js';
import { needsSaid } from '../../src/conversation/needs-said.js';
import { isLabel, labelsOf, spokenLabelsOf } from '../../src/conversation/option-labels.js';
import { foldText } from '../../src/text/fold-text.js';
import { hearMisspeltCommand, hearMisspeltStance } from '../../src/understanding/hear-misspelt.js';
import { readAnswer } from '../../src/understanding/read-answer.js';
import { readCommand } from '../../src/understanding/read-command.js';
import { hearYesNo } from '../../src/understanding/read-yes-no.js';
import type { ClosedAnswer } from './held-back-file.js';
import { anItem } from './our-languages.js';

type Meant = ClosedAnswer['means'];

function itemFor(ask: ClosedAnswer['ask'], content: Content): FormItem {
  if (ask === 'boolean') return anItem({ type: 'boolean' });
  if (ask === 'integer') return anItem({ type: 'integer' });
  if (ask === 'date') return anItem({ type: 'date', format: 'date-of-birth' });
  const needs = content.journey.form.byLinkId.get(content.journey.roles.needs[0] ?? '');
  if (needs === undefined) throw new Error('the journey asks for no needs');
  return needs;
}

/** What is understood of an answer, in the terms of the table, and whether it is recorded at once; null: it is asked again. */
interface Understood {
  readonly read: Meant;
  readonly toConfirm?: boolean;
}

function readClosed({ ask, say }: Pick<ClosedAnswer, 'ask' | 'say'>, lang: string, content: Content): Understood {
  const item = itemFor(ask, content);
  const { languages } = content;
  const command = isLabel(item, foldText(say), content) ? undefined : readCommand(say, lang, languages);
  if (command !== undefined) return { read: command.command };
  const optionLabels = (code: string) => labelsOf(item, code, content);
  const spokenLabels = (code: string) => spokenLabelsOf(item, code, lang, content);
  const reading = readAnswer({ item, text: say, lang, languages, optionLabels, spokenLabels, today: '2026-11-22' });
  if (reading.kind === 'answered' || reading.kind === 'propose') return { read: meaning(reading.values) };
  const misspelt = hearMisspeltCommand(say, lang, languages);
  if (misspelt !== undefined) return { read: misspelt };
  const proposed = ask === 'need' ? meaning(needsSaid(say, item, content)) : null;
  if (proposed !== null) return { read: proposed, toConfirm: true };
  return { read: ask === 'boolean' && isUnsure(say, lang, content) ? 'unsure' : null };
}

function isUnsure(say: string, lang: string, { languages }: Content): boolean {
  return (hearYesNo(say, lang, languages) ?? hearMisspeltStance(say, lang, languages)) === 'unsure';
}

function meaning(values: readonly AnswerValue[]): Meant {
  const [first] = values;
  if (first === undefined) return null;
  if ('valueBoolean' in first) return first.valueBoolean;
  if ('valueInteger' in first) return first.valueInteger;
  if ('valueDate' in first) return first.valueDate;
  // Safe to compare: the table names needs by the codes of the question's options.
  return values.flatMap(value => ('valueCoding' in value ? [value.valueCoding.code] : [])) as Meant;
}

const same = (a: Meant, b: Meant): boolean =>
  JSON.stringify(Array.isArray(a) ? a.toSorted() : a) === JSON.stringify(Array.isArray(b) ? b.toSorted() : b);

/** `right`, `asked again` (no harm, but not heard), or `wrong`: something else was recorded in silence. */
export function judgeClosed(
  answer: ClosedAnswer,
  lang: string,
  content: Content,
): { readonly verdict: 'right' | 'asked again' | 'wrong'; readonly read: Meant } {
  const { read, toConfirm = false } = readClosed(answer, lang, content);
  if (same(read, answer.means) || (answer.means === null && read === 'unsure')) return { verdict: 'right', read };
  return { verdict: toConfirm || read === null || read === 'unsure' || read === 'help' ? 'asked again' : 'wrong', read };
}
