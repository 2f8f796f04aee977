// Help for danger told on a page whose words are drafts: in its language and in English. The page asks nothing back, so a danger that the chat
// would ask about is answered with whom to call.
import type { Content, RedFlagTier } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { Reply } from '../../conversation/reply.js';
import { inBoth, paragraphsInBoth } from './both-languages.js';
import type { BothLanguages } from './both-languages.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { crisisOf } from './said.js';

type Say = Extract<Reply, { kind: 'say' }>;

function flagged(replies: readonly Reply[], tier: RedFlagTier): readonly Say[] {
  return replies.filter(reply => reply.kind === 'say').filter(({ notice }) => notice.code === 'red-flag' && notice.tier === tier);
}

/** Instead of "I am asking you directly": what helps now in danger of that kind. */
function helpInstead(say: Say, { redFlags }: Content): Say {
  if (say.notice.code !== 'red-flag') return say;
  const { kind } = say.notice;
  const now: Phrase = { file: 'red-flags', id: kind, field: 'now' };
  return { ...say, phrases: [now], helplines: redFlags.responses.get(kind)?.helplines ?? [] };
}

/** The panel; undefined where no danger was told. */
export function crisisInBoth(replies: readonly Reply[], content: Content, both: BothLanguages): Html | undefined {
  const sure = flagged(replies, 'act');
  const crisis = crisisOf(sure.length > 0 ? sure : flagged(replies, 'ask').map(say => helpInstead(say, content)));
  if (crisis === undefined) return undefined;
  return html`<section class="wm-crisis" aria-labelledby="crisis">
    <h2 id="crisis" tabindex="-1" data-focus>${inBoth(both, words => words.t('page.crisis.title'))}</h2>
    ${paragraphsInBoth(both, crisis.phrases)} ${helplineList(crisis, content.helplines, both.own)}
    <div lang="${both.english.lang}" dir="${both.english.dir}">${helplineList(crisis, content.helplines, both.english)}</div>
  </section>`;
}
