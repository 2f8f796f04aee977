// Free text about what is on the person's mind is read for needs, which are then offered to be confirmed, added to or removed.
import type { AnswerValue, FormItem } from '../content/forms/form.js';
import { detectLanguageOffer } from './offer-language.js';
import { needsSaid } from './needs-said.js';
import { withConversation, withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

function wordsRecorded(state: TurnState): string | undefined {
  const { words } = state.content.journey.roles;
  const recorded = state.notices.flatMap(notice => (notice.code === 'recorded' || notice.code === 'changed' ? [notice.key] : []));
  const key = recorded.find(one => words.includes(one));
  const first = key === undefined ? undefined : state.conversation.answers[key]?.values[0];
  return first && 'valueString' in first ? first.valueString : undefined;
}

/** What was typed, where it was no answer to the question. */
function refusedText({ turn: { said }, notices }: TurnState): string | undefined {
  return said.kind === 'text' && notices.some(notice => notice.code === 'refused') ? said.text : undefined;
}

/** The needs heard, and those that staff knew of when they began this for the person. */
function withKnown(heard: readonly AnswerValue[], item: FormItem, { conversation }: TurnState): readonly AnswerValue[] {
  const known = item.options.filter(option => conversation.known?.needs.includes(option.code)).map(option => option.value);
  return [...heard, ...known.filter(value => !heard.includes(value))];
}

/**
 * After the person's own words: the needs they seem to speak of are proposed. Another language is offered if the words are in one, and
 * where words were not understood.
 */
export function proposeNeeds(state: TurnState): TurnState {
  const refused = refusedText(state);
  if (refused !== undefined) return detectLanguageOffer(refused, state);
  const text = wordsRecorded(state);
  if (text === undefined) return state;
  const offered = detectLanguageOffer(text, state);
  const key = state.content.journey.roles.needs[0];
  const item = key === undefined ? undefined : state.content.journey.form.byLinkId.get(key);
  if (!item || state.conversation.answers[item.linkId]) return offered;
  const found = withKnown(needsSaid(text, item, state.content), item, offered);
  if (found.length === 0) return offered;
  const next = withConversation(offered, { ...offered.conversation, proposed: { ...offered.conversation.proposed, [item.linkId]: found } });
  return withNotices(next, { code: 'proposed', key: item.linkId });
}
