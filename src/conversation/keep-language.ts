// The first phase: is the language of this conversation one it can go on in? A language may be withdrawn between two messages, and a page in
// a language that is not ready can still send its form.
import type { TurnState } from './turn-state.js';
import { withNotices } from './turn-state.js';

const english = 'en-GB';

/** The language a form was filled in, where that is one of ours a conversation cannot be held in. */
function languageOfForm({ said, content }: TurnState): string | undefined {
  const lang = said.kind === 'answers' ? said.language : undefined;
  return lang !== undefined && content.unready.has(lang) ? lang : undefined;
}

/** The conversation in the language of the form that came; else, where its language is not offered any more, in English, and told so. */
export function keepLanguage(state: TurnState): TurnState {
  const { conversation, content } = state;
  const lang = languageOfForm(state);
  if (lang !== undefined) return { ...state, conversation: { ...conversation, lang } };
  if (content.languages.has(conversation.lang)) return state;
  return withNotices({ ...state, conversation: { ...conversation, lang: english } }, { code: 'language', lang: english });
}
