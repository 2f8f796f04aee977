// dialogs/service.json and dialogs/helplines.json: whose service this is, and whom a person can ring. Everything a patient is told
// about the service comes from here.
import { z } from 'zod';

const time = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/u);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

/** One run of open hours: days by ISO number (1 = Monday), times in Europe/London. */
const openHours = z.strictObject({ days: z.array(z.number().int().min(1).max(7)).min(1), from: time, to: time });

export const serviceSchema = z.strictObject({
  /** true: an invented service, said so on every page; production refuses to start with it. */
  sample: z.boolean(),
  name: z.string().min(1),
  controller: z.string().min(1),
  dataProtectionOfficer: z.strictObject({ name: z.string().min(1), email: z.email() }),
  privacyNotice: z.strictObject({ url: z.url().optional(), lawfulBasis: z.string().min(1) }),
  practices: z.array(z.strictObject({ ods: z.string().regex(/^[A-Z0-9]{3,8}$/u), name: z.string().min(1) })).min(1),
  /** Postcode districts or areas served, for example ["E1", "E14"]. */
  area: z.strictObject({ name: z.string().min(1), postcodes: z.array(z.string().regex(/^[A-Z]{1,2}(\d[A-Z\d]?)?$/u)).min(1) }),
  minimumAge: z.number().int().min(13).max(18),
  /** 13 to 15 may use it only where commissioned. */
  under16Commissioned: z.boolean(),
  phone: z.string().min(5),
  email: z.email(),
  openingHours: z.array(openHours).min(1),
  /** Somebody will have rung within this many working days. */
  workingDays: z.number().int().min(1).max(60),
  intake: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('accepting') }),
    z.strictObject({ state: z.literal('paused'), waitWeeks: z.number().int().min(1).max(104) }),
  ]),
  /** Whoever is on duty for danger. `email`: told there, without a word about the person, that a referral needs somebody. */
  clinicalContact: z.strictObject({
    name: z.string().min(1),
    role: z.string().min(1),
    phone: z.string().min(3),
    email: z.email().optional(),
  }),
  /** A referral with a red flag that nobody has opened is raised again after so many minutes of opening hours, so many times. */
  duty: z
    .strictObject({
      raiseAgainMinutes: z.number().int().min(5).max(1440).default(60),
      timesAtMost: z.number().int().min(0).max(50).default(8),
    })
    .prefault({}),
  safeguarding: z.strictObject({ children: z.string().min(3), adults: z.string().min(3), housing: z.string().min(3) }),
  retention: z.strictObject({
    conversationHours: z.number().int().min(1).max(72),
    pausedDays: z.number().int().min(1).max(31),
    referralDays: z.number().int().min(1).max(3650),
  }),
});

export type Service = z.infer<typeof serviceSchema>;

export const helplineSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  /** As dialled, for example "116 123"; absent for a web-only service. `text` lines are texted. */
  number: z.string().optional(),
  contact: z.enum(['call', 'text', 'web']),
  url: z.url().optional(),
  free: z.boolean(),
  /** One plain English sentence: what this line is for. Translated in content file `helplines`, id = this id, field `text`. */
  text: z.string().min(1),
  hours: z.union([z.literal('24/7'), z.array(openHours).min(1)]),
  /** Do these hours hold on bank holidays? `closed` where its owner does not say. */
  bankHolidays: z.enum(['open', 'closed']).optional(),
  /** For whom: `everyone`, or the people its owner names. English, for staff and reviewers. */
  for: z.string().min(1),
  /** Where it serves, for example `UK` or `England and Wales`. */
  area: z.string().min(1),
  /** BCP 47 tags of languages spoken there, as its owner says; `interpreters` where any language can be asked for. */
  languages: z.array(z.string().min(2)).min(1),
  /**
   * `verified`: number and hours were read on its owner's own page. `listed`: a public list names it, its owner's page was not read; shown, and
   * `waymark check --release` refuses it. `unverified`: never shown to a patient.
   */
  status: z.enum(['verified', 'listed', 'unverified']),
  verifiedOn: isoDate,
  source: z.string().min(1),
});

export type Helpline = z.infer<typeof helplineSchema>;
