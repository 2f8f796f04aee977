// Words in another language than the conversation's: a switch is offered, never forced.
import { proposeLanguage } from '../understanding/language/detect-language.js';
import { withNotices } from './turn-state.js';
import type { TurnState } from './turn-state.js';

/** The state with an offer to go on in the language of `text`, when that seems to be another one we have; if it is not ready, of an interpreter. */
export function detectLanguageOffer(text: string, state: TurnState): TurnState {
  const { conversation, content } = state;
  const lang = proposeLanguage(text, conversation.lang, new Map([...content.unready, ...content.languages]), content.models?.languages);
  if (lang === undefined || lang === conversation.lang) return state;
  return withNotices(state, { code: content.unready.has(lang) ? 'language-unready' : 'language-offer', lang });
}
