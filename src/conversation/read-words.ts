// What typed words mean for one item, read in the language of the conversation.
import { fitOpinion } from '../understanding/fit-opinion.js';
import { readAnswer } from '../understanding/read-answer.js';
import type { OpinionAsk } from '../understanding/reading.js';
import type { FormItem } from '../content/forms/form.js';
import type { AskedStep } from './asked-step.js';
import type { AnswerKey } from './conversation.js';
import { labelsOf, spokenLabelsOf } from './option-labels.js';
import type { TurnNeed } from './reply.js';
import { toUnderstood } from './turn-state.js';
import type { Reading, TurnState } from './turn-state.js';

/** What words say to one item; asks for a second opinion where its own grammars saw nothing. */
export function readWords(
  text: string,
  asked: AskedStep,
  item: FormItem,
  state: TurnState,
): Reading['understood'] | { readonly needs: TurnNeed } {
  const { turn, content, conversation } = state;
  const { key } = asked;
  const understood = readAnswer({
    item,
    text,
    lang: conversation.lang,
    languages: content.languages,
    optionLabels: code => labelsOf(item, code, content),
    spokenLabels: code => spokenLabelsOf(item, code, conversation.lang, content),
    today: turn.at.slice(0, 10),
  });
  if (understood.kind !== 'ask-opinion') return toUnderstood(understood);
  if (turn.opinion?.key !== key) return needsOpinion(key, understood);
  const listen = content.languages.get(conversation.lang)?.listen;
  const value = turn.opinion.value && listen && fitOpinion(item, turn.opinion.value, { text: understood.text, listen });
  if (value) return { kind: 'values', values: [value] };
  return { kind: 'unclear', why: understood.type === 'date' ? 'not-a-date' : 'not-a-number' };
}

function needsOpinion(key: AnswerKey, { culture, type, text }: OpinionAsk): { readonly needs: TurnNeed } {
  return { needs: { opinion: { key, culture, type, text } } };
}
