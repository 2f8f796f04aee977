// The feed of local services that the server imports by itself, as settings. Its address is the operator's own word: it may lie in the
// operator's own network, and whoever may set it may read what the server can reach. Redirections lead to no other protocol.
import { z } from 'zod';

/** Address, folder or file, as `directory import` takes it; whole hours between two imports, 1 or more. */
export interface DirectoryFeed {
  readonly place: string;
  readonly everyHours: number;
}

const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//iu.test(text);

/** The variables. */
export const directoryVariables = {
  WAYMARK_DIRECTORY_FEED: z
    .string()
    .refine(
      text => !isAddress(text) || (/^https?:/iu.test(text) && URL.canParse(text)),
      'must be an http:// or https:// address, a folder or a file',
    )
    .optional(),
  WAYMARK_DIRECTORY_EVERY: z
    .string()
    .regex(/^\d{1,4}$/u, 'must be a whole number of hours; 0: never')
    .transform(Number)
    .default(24),
};

/** The feed; undefined where none is set, or it is never to be imported by itself. */
export function directoryFeed(read: {
  readonly WAYMARK_DIRECTORY_FEED?: string | undefined;
  readonly WAYMARK_DIRECTORY_EVERY: number;
}): DirectoryFeed | undefined {
  const { WAYMARK_DIRECTORY_FEED: place, WAYMARK_DIRECTORY_EVERY: everyHours } = read;
  return place === undefined || everyHours === 0 ? undefined : { place, everyHours };
}
