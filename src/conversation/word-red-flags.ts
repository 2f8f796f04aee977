// What is said to a red flag: that it was understood, what helps now, whom to ring, and what happens with this chat. An emergency is
// answered with 999 first and alone.
import { redFlagKinds } from '../content/content.js';
import type { Content, RedFlagKind } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import type { Notice } from './conversation.js';
import type { Reply } from './reply.js';

type Say = Extract<Reply, { kind: 'say' }>;
type Flagged = Extract<Notice, { code: 'red-flag' }>;

/** One notice a kind, the strongest tier of it, kinds in order of urgency. */
function strongest(notices: readonly Notice[]): readonly Flagged[] {
  const byKind = new Map<RedFlagKind, Flagged>();
  for (const notice of notices) {
    if (notice.code !== 'red-flag') continue;
    const known = byKind.get(notice.kind);
    if (!known || (known.tier === 'ask' && notice.tier === 'act')) byKind.set(notice.kind, notice);
  }
  return redFlagKinds.flatMap(kind => byKind.get(kind) ?? []);
}

function words(kind: RedFlagKind, fields: readonly string[]): readonly Phrase[] {
  return fields.map(field => ({ file: 'red-flags', id: kind, field }));
}

function answer(notice: Flagged, content: Content): Say {
  const response = content.redFlags.responses.get(notice.kind);
  if (notice.tier === 'ask')
    return { kind: 'say', tone: 'crisis', phrases: [{ product: 'notice.checking' }], notice, helplines: ['emergency'] };
  return {
    kind: 'say',
    tone: 'crisis',
    phrases: words(notice.kind, ['understood', 'now', 'next']),
    notice,
    helplines: response?.helplines ?? ['emergency'],
  };
}

/** The replies to every red flag among these notices. */
export function wordRedFlags(notices: readonly Notice[], content: Content): readonly Say[] {
  const flagged = strongest(notices);
  const alone = flagged.find(notice => notice.tier === 'act' && content.redFlags.responses.get(notice.kind)?.alone === true);
  const spoken = alone
    ? [alone]
    : flagged.some(notice => notice.tier === 'act')
      ? flagged.filter(notice => notice.tier === 'act')
      : flagged.slice(0, 1);
  return spoken.map(notice => answer(notice, content));
}
