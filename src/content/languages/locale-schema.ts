// locales/<lang>/locale.json, product.json, pages.json, near.json and needs.json: who a language is, who reviewed it, and its words.
import { z } from 'zod';
import { foldText } from '../../text/fold-text.js';
import { phraseWords } from '../../text/phrase-words.js';
import { languageTag, needKeys } from '../journey/needs-schema.js';

/** The language everything is written in first, and every other is compared with. */
export const english = 'en-GB';

/** The parts of a language that are reviewed apart. */
export const reviewParts = ['product', 'content', 'listen', 'needs', 'red-flags', 'permission', 'crisis'] as const;

const reviewStatus = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft') }),
  z.strictObject({ status: z.literal('reviewed'), by: z.string().min(1), on: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u) }),
]);

/** locales/<lang>/locale.json. `voice` names a speech synthesis voice, for channels that speak. */
export const localeSchema = z.strictObject({
  tag: languageTag,
  englishName: z.string().min(1),
  name: z.string().min(1),
  dir: z.enum(['ltr', 'rtl']),
  review: z.record(z.enum(reviewParts), reviewStatus),
  voice: z.string().min(1).optional(),
  /** What to say on the telephone: the English words, and how they sound, written in this language's own script and spelling. */
  interpreter: z.strictObject({ english: z.string().min(1), sounds: z.string().min(1) }).optional(),
});

/** product.json, pages.json and near.json: flat keys to sentences; keys beginning `$` are notes. */
export const productSchema = z.record(z.string(), z.unknown()).transform((file, context): ReadonlyMap<string, string> => {
  const sentences = new Map<string, string>();
  for (const [key, sentence] of Object.entries(file)) {
    if (key.startsWith('$')) continue;
    if (typeof sentence === 'string' && sentence.trim() !== '') sentences.set(key, sentence);
    else context.addIssue({ code: 'custom', path: [key], message: 'is not a sentence' });
  }
  return sentences;
});

const phrase = z
  .string()
  .refine(written => foldText(written) !== '', 'is empty once folded')
  .refine(written => !/\*\S|(?:^|\s)\*/u.test(written), 'has a * that does not end a word')
  .refine(written => !/.\?/u.test(written), 'has a ? that does not begin it');

const phrases = z.array(phrase).min(1);

/** locales/<lang>/needs.json: the phrases that point to each need, folded and cut into words for matching. */
export const needPhrasesSchema = z
  .record(z.enum(needKeys), phrases)
  .transform(needs => new Map(needKeys.map(key => [key as string, [...new Set(needs[key].map(phraseWords))]])));
