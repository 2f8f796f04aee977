// Words in another language than the conversation's: a switch is offered, never forced.
import { proposeLanguage } from '../understanding/language/detect-language.js';
import { withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** The state with an offer to go on in the language of `text`, when that seems to be another one we have. */
export function detectLanguageOffer(text: string, state: TurnState): TurnState {
  const lang = proposeLanguage(text, state.conversation.lang, state.content.languages, state.content.models?.languages);
  return lang === undefined || lang === state.conversation.lang ? state : withNotices(state, { code: 'language-offer', lang });
}
