// dialogs/needs.json, codes.json, spoken-languages.json and ends.json: the needs people have, the codes a referral may carry, the languages
// an interpreter may be asked for, and the words a conversation ends with.
import { z } from 'zod';
import { anotherPracticeSystem, languageSystem, needSystem, practiceSystem, sharedValueSets } from './coding-systems.js';
import type { FormOption } from '../forms/form.js';
import { enableWhenSchema } from '../forms/questionnaire-schema.js';
import type { Service } from './service-schema.js';

/** The 21 needs the product knows; phrases, screens and the directory use these keys. */
export const needKeys = [
  'loneliness',
  'money',
  'housing',
  'food',
  'energy',
  'work',
  'volunteering',
  'learning',
  'activity',
  'smoking',
  'alcohol-drugs',
  'wellbeing',
  'caring',
  'bereavement',
  'disability',
  'memory',
  'family',
  'legal',
  'transport',
  'culture',
  'safety',
] as const;
export type NeedKey = (typeof needKeys)[number];

/** SNOMED CT "Referral to social prescribing service": the one code that is about the referral itself. */
export const referralCode = '871731000000106';

const words = z.string().min(1);
const snomed = z.string().regex(/^\d{6,18}$/u, 'is not a SNOMED CT code');

/** dialogs/needs.json: each need with its English label, the codes explicit answers earn, and whom to ring where nothing is near. */
export const needsSchema = z.array(
  z.strictObject({
    key: z.enum(needKeys),
    label: words,
    codes: z.array(z.strictObject({ code: snomed, display: words, when: enableWhenSchema })),
    /** National lines for it (ids of helplines.json), named where nothing near is found. */
    lines: z.array(words).optional(),
  }),
);

/** dialogs/codes.json: SNOMED CT code to whether this deployment exports it. */
export const codesSchema = z.record(z.string(), z.boolean());

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A BCP 47 language tag. */
export const languageTag = z.string().refine(isLanguageTag, 'is not a BCP 47 language tag');

/** dialogs/spoken-languages.json: `label` is the English name, `interpreter` the SNOMED CT code for needing one. */
export const spokenLanguagesSchema = z.array(z.strictObject({ code: languageTag, label: words, interpreter: snomed.optional() })).min(1);

/** dialogs/ends.json: what is said when a conversation ends without a referral, and what the person can do next. */
export const endsSchema = z.record(z.string(), z.strictObject({ text: words, next: words }));

export type NeedsFile = z.infer<typeof needsSchema>;
export type SpokenLanguages = z.infer<typeof spokenLanguagesSchema>;

/** What is wrong with the keys of dialogs/needs.json. */
export function checkNeedKeys(needs: NeedsFile, where: string): string[] {
  const keys = needs.map(({ key }) => key);
  return [
    ...needKeys.filter(key => !keys.includes(key)).map(key => `${where}: need '${key}' is missing`),
    ...keys.filter((key, place) => keys.indexOf(key) !== place).map(key => `${where}: need '${key}' stands twice`),
  ];
}

function option(system: string, code: string, display: string): FormOption {
  return { code, value: { valueCoding: { system, code, display } }, label: display, exclusive: false };
}

/**
 * The value sets every questionnaire in dialogs/ may name: needs, practices (and `other`, labelled `anotherPractice`), spoken languages.
 */
export function toSharedValueSets(
  needs: NeedsFile,
  service: Service,
  languages: SpokenLanguages,
  anotherPractice: string,
): ReadonlyMap<string, FormOption[]> {
  return new Map([
    [sharedValueSets.needs, needs.map(({ key, label }) => option(needSystem, key, label))],
    [
      sharedValueSets.practices,
      [
        ...service.practices.map(({ ods, name }) => option(practiceSystem, ods, name)),
        option(anotherPracticeSystem, 'other', anotherPractice),
      ],
    ],
    [
      sharedValueSets.spokenLanguages,
      languages.map(({ code, label, interpreter }) => ({
        ...option(languageSystem, code, label),
        ...(interpreter === undefined ? {} : { snomed: { code: interpreter, display: `Interpreter needed: ${label}` } }),
      })),
    ],
  ]);
}
