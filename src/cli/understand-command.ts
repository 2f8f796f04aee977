// `waymark understand`: one JSON line in, one JSON line out, so that an evaluation can read what the product reads.
import { z } from 'zod';
import type { Content } from '../content/content.js';
import { findRedFlags } from '../safety/find-red-flags.js';
import { capText } from '../text/cap-text.js';
import { likelyLanguage } from '../understanding/language/detect-language.js';
import { explainNeed } from '../understanding/needs/explain-needs.js';
import { findNeeds } from '../understanding/needs/find-needs.js';

const inputSchema = z.object({ text: z.string(), lang: z.string().min(1).optional() });

function readInput(line: string): z.infer<typeof inputSchema> | { readonly error: string } {
  try {
    const read = inputSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : { error: 'each line must be an object { "text": string, "lang"?: string }' };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { error: 'this line is not JSON' };
  }
}

const defaultLanguage = 'en-GB';

/**
 * What is understood of one line `{ "text": …, "lang"?: … }`: `{ lang, needs: [{ need, score, evidence }], flags: [{ kind, tier, rule,
 * evidence }] }` as one JSON line. `lang` is the given one, else the one the text seems to be in, else en-GB. A line that cannot be read gives
 * `{ "error": … }`. With `explain` each need also says which words moved the
 * scorer, `because: [{ word, adds }]`. As in a conversation, language and needs are read from the first 1,000 characters; red flags also from the end.
 */
export function understandLine(line: string, content: Content, explain = false): string {
  const input = readInput(line);
  if ('error' in input) return JSON.stringify(input);
  const lang = input.lang ?? likelyLanguage(capText(input.text).text, content.models?.languages) ?? defaultLanguage;
  const model = content.models?.needs;
  const needs = findNeeds(input.text, content.languages, model).map(found =>
    explain && model !== undefined ? { ...found, because: explainNeed(input.text, found.need, model) } : found,
  );
  const flags = findRedFlags([input.text], content.redFlags).map(({ kind, tier, rule, evidence }) => ({ kind, tier, rule, evidence }));
  return JSON.stringify({ lang, needs, flags });
}
