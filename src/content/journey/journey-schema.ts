// dialogs/roles.json: which answers make the referral, where a conversation ends without one, and which ways send without a review. What is
// asked, in which order and when is FHIR and stands in dialogs/journey.json.
import { z } from 'zod';
import type { Role } from '../content.js';
import { enableWhenSchema } from '../forms/questionnaire-schema.js';

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
  'call-back',
] as const satisfies readonly Role[];

const id = z.string().regex(/^[a-z\d][a-z\d-]*$/u, 'must be small letters, digits and hyphens');
const linkId = z.string().min(1);

/** dialogs/roles.json. linkIds are written `<part>.<linkId>`; every role is named, with `[]` where nothing plays it. */
export const rolesFileSchema = z.strictObject({
  ends: z.array(z.strictObject({ id, when: z.array(enableWhenSchema).min(1), keep: z.boolean(), first: z.literal(true).optional() })),
  roles: z.record(z.enum(roles), z.union([linkId, z.array(linkId)])),
  sendWithoutReview: z.array(z.string().min(1)),
});

export type RolesFile = z.infer<typeof rolesFileSchema>;
