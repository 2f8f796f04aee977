// Counts turns, red flags, referrals and notices for /metrics. Kinds and tiers only; nothing about a person.
import type { CoreObserver } from '../core.js';
import type { TurnResult } from '../channels/bot-framework/run-turn.js';
import type { Metrics, TurnOutcome } from './metrics.js';

const outcomes: Readonly<Record<TurnResult['state'], TurnOutcome>> = {
  ok: 'done',
  'try-again': 'unavailable',
  newer: 'locked',
  over: 'done',
  none: 'done',
};

/** An observer that counts into these metrics. */
export function observeTurns(metrics: Metrics): CoreObserver {
  return {
    turn: (channel, result, seconds) => {
      metrics.countTurn(channel, outcomes[result.state], seconds);
      for (const reply of result.replies) {
        if (reply.kind === 'say' && reply.notice.code === 'red-flag') metrics.countRedFlag(reply.notice.kind, reply.notice.tier);
      }
    },
    referral: metrics.countReferral,
    notice: metrics.countNotice,
    openFlags: metrics.setOpenFlags,
    ...metrics.directory,
  };
}
