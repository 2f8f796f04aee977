// What is said where the way ends that only shows what is near; and where that way, or a referral, is offered beside what is asked.
import type { Content, JourneyEnd } from '../content/content.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { Conversation } from './conversation.js';
import { isYoung } from './is-young.js';
import type { Near } from './near.js';
import { nearOf } from './near-of.js';
import { ageTold } from './near-requests.js';
import type { Offer, Reply } from './reply.js';
import { wayOf, withWay } from './way-of.js';

/** Younger people are told of help for their age instead (dialogs/ends.json). */
const youngest = 16;

const nowhere: Near = { groups: [], sample: false, where: 'unknown' };

/** A conversation beside what it is answered from. */
interface Told {
  readonly conversation: Conversation;
  readonly content: Content;
  readonly directory?: LocalDirectory | undefined;
}

function mayLook({ conversation, content, directory }: Told): boolean {
  if (directory === undefined || withWay(conversation, 'near', content, conversation.startedAt) === undefined) return false;
  const age = ageTold(conversation, content);
  return age === undefined ? !isYoung(conversation, content) : age >= youngest;
}

interface Offering {
  readonly offers?: readonly Offer[];
}

/** Beside the very first question: only what is near. */
export function offerAtFirst(told: Told): Offering {
  const { answers, skipped } = told.conversation;
  const isFirst = skipped.length === 0 && Object.keys(answers).length === 0;
  return isFirst && mayLook(told) ? { offers: ['near'] } : {};
}

/** Where a conversation ends without a referral: what is near, for whom it is fit. */
export function offerAtEnd({ keep, first }: JourneyEnd, told: Told): Offering {
  const isPlain = keep && first !== true && wayOf(told.conversation, told.content) !== 'near';
  return isPlain && mayLook(told) ? { offers: ['near'] } : {};
}

/** The end of the way that only shows what is near. */
export function nearReply({ conversation, content, directory }: Told): Reply {
  const near = nearOf(conversation, content, directory) ?? nowhere;
  const isEmpty = near.groups.every(({ matches }) => matches.length === 0);
  const accepts = content.service.intake.state === 'accepting';
  return {
    kind: 'near',
    near,
    phrases: [{ product: 'near.title' }, { product: isEmpty ? 'near.nothing-only' : 'near.intro' }, { product: 'near.done' }],
    ...(accepts && { offers: ['refer'] as const }),
  };
}
