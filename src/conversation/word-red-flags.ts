// What is said to a red flag: that it was understood, what helps now, whom to ring, and what happens with this chat. An emergency is
// answered with 999 first and alone; a child in a child's words.
import { redFlagKinds } from '../content/content.js';
import { youngId } from '../content/journey/red-flags-schema.js';
import type { Content, RedFlagKind } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import { openFirst } from '../safety/open-lines.js';
import type { Conversation, Notice } from './conversation.js';
import { isYoung } from './is-young.js';
import type { Reply } from './reply.js';

type Say = Extract<Reply, { kind: 'say' }>;
type Flagged = Extract<Notice, { code: 'red-flag' }>;

/** Around an answer to danger: the conversation, where there is one, and the time, by which lines are open. */
export interface Crisis {
  readonly content: Content;
  /** ISO instant. */
  readonly at: string;
  readonly conversation?: Pick<Conversation, 'answers' | 'flags'>;
}

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

function words(id: string): readonly Phrase[] {
  return ['understood', 'now', 'next'].map(field => ({ file: 'red-flags', id, field }));
}

/** What is said and offered: for a young person of their own, where the policy has it for this kind. */
function saidFor({ kind }: Flagged, young: boolean, { redFlags }: Content): { readonly id: string; readonly helplines: readonly string[] } {
  if (young && redFlags.young.kinds.has(kind)) return { id: youngId, helplines: redFlags.young.helplines };
  return { id: kind, helplines: redFlags.responses.get(kind)?.helplines ?? ['emergency'] };
}

function answer(notice: Flagged, young: boolean, { content, at }: Crisis): Say {
  if (notice.tier === 'ask')
    return { kind: 'say', tone: 'crisis', phrases: [{ product: 'notice.checking' }], notice, helplines: ['emergency'] };
  const { id, helplines } = saidFor(notice, young, content);
  return { kind: 'say', tone: 'crisis', phrases: words(id), notice, ...openFirst(helplines, content.helplines, at) };
}

/** A child is told the same once, whatever kinds were heard. */
function onceEach(says: readonly Say[]): readonly Say[] {
  return says.filter((say, at) => says.findIndex(other => JSON.stringify(other.phrases) === JSON.stringify(say.phrases)) === at);
}

/** The replies to every red flag among these notices. */
export function wordRedFlags(notices: readonly Notice[], crisis: Crisis): readonly Say[] {
  const { content, conversation } = crisis;
  const flagged = strongest(notices);
  const acute = flagged.filter(notice => notice.tier === 'act');
  const alone = acute.find(notice => content.redFlags.responses.get(notice.kind)?.alone === true);
  const spoken = alone ? [alone] : acute.length > 0 ? acute : flagged.slice(0, 1);
  const young = conversation ? isYoung(conversation, content) : flagged.some(notice => notice.young);
  return onceEach(spoken.map(notice => answer(notice, young, crisis)));
}
