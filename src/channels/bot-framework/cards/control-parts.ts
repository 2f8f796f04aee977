// Which inputs or buttons a question gets on a card: the same choice as on the pages.
import type { Question } from '../../../conversation/reply.js';
import { controlOf } from '../../pages/control-of.js';
import type { Control as ControlName } from '../../pages/control-of.js';
import { suggestedValues } from '../../pages/suggested.js';
import { row } from './adaptive-card.js';
import { says } from './card-voice.js';
import type { CardVoice } from './card-voice.js';
import { canBeTicked, oneOf, oneOfMany, severalOf, yesNo } from './choices.js';
import type { Control } from './choices.js';
import { amountField, birthFields, dateField, isScale, momentFields, numberField, scaleField, textField, timeField } from './fields.js';

type Draw = (question: Question, voice: CardVoice) => Control;

const drawn: Readonly<Record<ControlName, Draw>> = {
  one: oneOf,
  many: (question, voice) => (canBeTicked(question) ? severalOf : textField)(question, voice),
  'yes-no': yesNo,
  more: yesNo,
  list: oneOfMany,
  search: oneOfMany,
  number: (question, voice) => (isScale(question) ? scaleField : numberField)(question, voice),
  slider: scaleField,
  quantity: amountField,
  date: dateField,
  birth: birthFields,
  moment: momentFields,
  time: timeField,
  text: textField,
};

/** What was understood, to be confirmed: yes, or no and to be changed. */
function confirming(question: Question, voice: CardVoice): Control {
  const { word } = voice;
  const { key } = question;
  const [answer = ''] = suggestedValues(question);
  const yes = says(word({ product: 'button.yes' }), { key, answer }, voice);
  return { parts: [row([yes, says(word({ product: 'page.confirm.change' }), { command: 'change', key }, voice)])] };
}

/** The inputs or buttons of a question. */
export function controlFor(question: Question, voice: CardVoice): Control {
  return question.variant === 'confirm' ? confirming(question, voice) : drawn[controlOf(question)](question, voice);
}
