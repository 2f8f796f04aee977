// Web Chat's own page: each time it is opened a conversation that nobody else has, and the same one when it is loaded again.
import type { Line } from './channels/direct-line/line.js';
import { createLineTokens } from './channels/direct-line/token.js';
import type { Bound } from './channels/direct-line/token.js';
import type { TokenAsked, WebChat } from './channels/pages/pages-parts.js';
import type { Core } from './core.js';

interface Offering {
  /** Address of the component's script. */
  readonly component: string;
  readonly core: Pick<Core, 'signingKey' | 'clock' | 'entropy'>;
  readonly line: Line;
}

/** What the page was given before: its language, and what names its conversation. */
function parted(kept: string): readonly [string, string] {
  const at = kept.indexOf('.');
  return [kept.slice(0, at), kept.slice(at + 1)];
}

/** What the page needs. A page that is opened in another language goes on with its conversation in that one. */
export function offerWebChat({ component, core, line }: Offering): WebChat {
  const { signingKey, clock, entropy } = core;
  const tokens = createLineTokens(signingKey, clock);

  const before = async ({ kept, lang, origin }: TokenAsked): Promise<Bound | undefined> => {
    if (kept === undefined) return undefined;
    const [spoken, name] = parted(kept);
    const opened = await tokens.open(name, 'page');
    if (typeof opened === 'string') return undefined;
    const { conversation, user } = opened;
    if ((await line.read(conversation, 0)).watermark === 0) return undefined;
    if (spoken !== lang) {
      const activity = { type: 'message', value: { command: 'language', language: lang } };
      await line.say({ conversationId: conversation, activityId: entropy(), userId: user, activity });
    }
    return { conversation, user, origins: [origin] };
  };

  return {
    component,
    issueToken: async asked => {
      const bound = (await before(asked)) ?? { conversation: entropy(), user: `dl_${entropy()}`, origins: [asked.origin] };
      const [token, name] = await Promise.all([tokens.issue(bound), tokens.issue(bound, 'page')]);
      return { token, kept: `${asked.lang}.${name}` };
    },
  };
}
