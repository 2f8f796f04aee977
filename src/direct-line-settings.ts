// The secrets of the Direct Line host, as a setting: two at once while one is being replaced.
import { z } from 'zod';

/** A secret is at least so long: it opens every conversation. */
const leastLength = 32;

/** The variable. */
export const directLineVariables = {
  WAYMARK_DIRECT_LINE_SECRET: z
    .string()
    .optional()
    .transform(text => (text === undefined ? [] : text.split(',').map(secret => secret.trim())))
    .refine(
      secrets => secrets.every(secret => secret.length >= leastLength && /^[\w.~+/=-]+$/u.test(secret)),
      `must be one secret, or two with a comma between, each of at least ${String(leastLength)} letters and digits; make one with: openssl rand -hex 32`,
    )
    .refine(secrets => secrets.length <= 2, 'must be at most two secrets, with a comma between'),
};
