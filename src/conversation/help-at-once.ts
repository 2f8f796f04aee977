// Help for a red flag when the conversation itself can be neither read nor saved: danger does not wait for a store.
import type { Content } from '../content/content.js';
import { findRedFlags } from '../safety/find-red-flags.js';
import type { Turn } from './conversation.js';
import { redFlagNotice } from './red-flag-notice.js';
import type { Reply } from './reply.js';
import { wordRedFlags } from './word-red-flags.js';

/** What is said to the red flags in this turn's words; nothing when there are none. */
export function helpAtOnce(turn: Pick<Turn, 'strings' | 'at'>, content: Content): readonly Reply[] {
  return wordRedFlags(findRedFlags(turn.strings, content.redFlags).map(redFlagNotice), { content, at: turn.at });
}
