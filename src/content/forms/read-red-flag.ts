// Which answers are red flags by themselves, whatever language they are given in: an extension on an answerOption, or the last question of
// a PHQ-9, which asks about being better off dead.
import { z } from 'zod';
import { redFlagKinds, redFlagTiers, type RedFlagAnswer } from '../content.js';
import { extensionUrls } from './extension-urls.js';
import type { Form, FormItem, FormOption } from './form.js';
import { findExtensions, readText, toExtended, type Extended } from './read-extension.js';

/** LOINC of the ninth question of the PHQ-9: "thoughts that you would be better off dead, or of hurting yourself". https://loinc.org/44260-8 */
const betterOffDead = '44260-8';
const loinc = 'http://loinc.org';

const flagSchema = z.object({ kind: z.enum(redFlagKinds), tier: z.enum(redFlagTiers) });

/** The red flag an option raises: extension `red-flag` with the extensions `kind` and `tier` in it. Null: it is there and cannot be read. */
export function readRedFlag(option: Extended): FormOption['redFlag'] | null {
  const [extension] = findExtensions(option, extensionUrls.redFlag);
  if (extension === undefined) return undefined;
  const inside = toExtended(extension);
  return flagSchema.safeParse({ kind: readText(inside, 'kind'), tier: readText(inside, 'tier') }).data ?? null;
}

/** Any answer but "not at all" to the PHQ-9's last question has the direct question asked. */
function ofInstrument(item: FormItem): readonly RedFlagAnswer[] {
  // Published forms leave the system out.
  if (!item.codes.some(({ system, code }) => (system ?? loinc) === loinc && code === betterOffDead)) return [];
  return item.options
    .filter(({ score, redFlag }, place) => redFlag === undefined && (score === undefined ? place > 0 : score > 0))
    .map(({ code }) => ({ linkId: item.linkId, code, kind: 'self-harm', tier: 'ask' }));
}

/** Every answer of a form that is a red flag by itself. */
export function redFlagAnswersOf({ order }: Form): readonly RedFlagAnswer[] {
  return order.flatMap(item => [
    ...item.options.flatMap(({ code, redFlag }) => (redFlag ? [{ linkId: item.linkId, code, ...redFlag }] : [])),
    ...ofInstrument(item),
  ]);
}
