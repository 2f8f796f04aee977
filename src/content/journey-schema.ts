// dialogs/journey.json and dialogs/ends.json: which questionnaires, in which order, under which condition, and where a conversation may end.
import { z } from 'zod';
import type { Role } from './content.js';
import { enableWhenSchema } from './questionnaire-schema.js';

/** Every role an item can play in the referral. */
export const roles = [
  'way',
  'who',
  'agreed',
  'authority',
  'share',
  'share-gp',
  'contact',
  'age',
  'practice',
  'postcode',
  'words',
  'needs',
  'first-need',
  'matters',
  'spoken',
  'access',
  'name',
  'date-of-birth',
  'phone',
  'email',
  'address',
  'safe',
  'times',
  'gender',
  'nhs-number',
  'ethnicity',
  'voicemail',
] as const satisfies readonly Role[];

const id = z.string().regex(/^[a-z\d][a-z\d-]*$/u, 'must be small letters, digits and hyphens');
const linkId = z.string().min(1);

const partSchema = z.strictObject({
  id,
  /** File in dialogs/ without `.json`. */
  questionnaire: z.string().regex(/^(screens\/)?[a-z\d][a-z\d-]*$/u, 'must name a file of dialogs/ without .json'),
  when: z.array(enableWhenSchema).optional(),
  whenBehavior: z.enum(['all', 'any']).optional(),
  review: z.boolean(),
});

/** dialogs/journey.json. linkIds are written `<part>.<linkId>`; every role is named, with `[]` where nothing plays it. */
export const journeySchema = z.strictObject({
  parts: z.array(partSchema).min(1),
  ends: z.array(z.strictObject({ id, when: z.array(enableWhenSchema).min(1), keep: z.boolean() })),
  roles: z.record(z.enum(roles), z.union([linkId, z.array(linkId)])),
  sendWithoutReview: z.array(z.string().min(1)),
});

export type JourneyFile = z.infer<typeof journeySchema>;
