// What a record holds of the work done for a person, beside its status: attempts to reach them, support offered, questions asked again later, messages
// sent about them, and what they themselves asked for since. Every list is oldest first; times are ISO instants, `who` the name others read.
import { z } from 'zod';

const done = { at: z.string(), who: z.string() };

/** How somebody was tried to be reached. */
export const contactWays = ['phone', 'text', 'e-mail', 'letter', 'in-person', 'video'] as const;

/** What came of it. `not-safe`: the way turned out not to be safe for them. */
export const attemptEnds = ['spoke', 'no-answer', 'left-message', 'wrong-contact', 'not-safe'] as const;

/** One attempt to reach the person. */
export const attemptSchema = z
  .object({ ...done, way: z.enum(contactWays), end: z.enum(attemptEnds), note: z.string().optional() })
  .readonly();

/** Where something offered stands: what was taken up is told apart from what was only offered. */
export const supportStates = ['offered', 'accepted', 'declined', 'started', 'completed', 'did-not-happen'] as const;

/** Support that was offered: a service of the directory (its id and its name then), or anything else in words. */
export const supportSchema = z
  .object({
    ...done,
    id: z.string().min(1),
    service: z.object({ id: z.string(), name: z.string() }).readonly().optional(),
    what: z.string().optional(),
    need: z.string().optional(),
    state: z.enum(supportStates),
    /** Since when it stands so, and who said so. */
    since: z.object(done).readonly(),
  })
  .readonly();

/** The questions about life, asked again. `due`: ISO date; `answered`: when and with which figures. */
export const followUpSchema = z
  .object({
    ...done,
    id: z.string().min(1),
    due: z.string(),
    answered: z
      .object({ at: z.string(), figures: z.record(z.string(), z.number()) })
      .readonly()
      .optional(),
  })
  .readonly();

/** A message about the referral: to whom, by which way, and whether it has gone. */
export const messageSchema = z
  .object({
    ...done,
    id: z.string().min(1),
    to: z.enum(['gp', 'referrer', 'patient']),
    about: z.string(),
    state: z.enum(['waiting', 'sent', 'failed']),
  })
  .readonly();

/** What the person asked for after sending: words to add, another way to reach them, to withdraw, to have our copy deleted. `seen`: by whom of the staff first. */
export const askedSchema = z
  .object({
    at: z.string(),
    id: z.string().min(1),
    kind: z.enum(['words', 'contact', 'withdraw', 'delete']),
    text: z.string().optional(),
    /** BCP 47 tag of the language it was written in. */
    lang: z.string().optional(),
    seen: z.object(done).readonly().optional(),
  })
  .readonly();

/** Everything of it, each absent where there is none, and in records from before it was kept. */
export const caseWork = {
  attempts: z.array(attemptSchema).readonly().optional(),
  support: z.array(supportSchema).readonly().optional(),
  followUps: z.array(followUpSchema).readonly().optional(),
  messages: z.array(messageSchema).readonly().optional(),
  asked: z.array(askedSchema).readonly().optional(),
  /** Another referral of the same person that this one was joined to, or that was joined to this one: references. */
  joinedTo: z.string().optional(),
  joined: z.array(z.string()).readonly().optional(),
};
