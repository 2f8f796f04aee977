// locales/<lang>/utterances.json: what people write when they need something, whole messages by need. Nothing listens for these words: the
// scorer of needs and the detector of languages learn from them.
import { z } from 'zod';
import { needKeys } from '../journey/needs-schema.js';

const sentence = z.string().refine(text => text.trim() !== '', 'is empty');

const needLists = Object.fromEntries(needKeys.map(key => [key, z.array(sentence)]));

/** What people write, by need; `none`: messages that name no need; `several`: messages that name two or three. */
export interface Utterances {
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly none: readonly string[];
  readonly several: readonly { readonly text: string; readonly needs: readonly string[] }[];
}

export const utterancesSchema = z
  .strictObject({
    ...needLists,
    none: z.array(sentence),
    several: z.array(z.strictObject({ text: sentence, needs: z.array(z.enum(needKeys)).min(1) })),
  })
  .transform((file): Utterances => {
    const { none, several, ...needs } = file;
    // Safe: strictObject has just checked that every other key is a need with a list of sentences.
    const lists = needs as unknown as Readonly<Record<string, readonly string[]>>;
    return { needs: new Map(needKeys.map(key => [key, lists[key] ?? []])), none, several };
  });
