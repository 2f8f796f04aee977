// A question as clients read it: `channelData.waymark.question`, the public interface (docs: the turn's contract).
import { omitUndefined } from '../../content/omit-undefined.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { Question } from '../../conversation/reply.js';

type Word = (phrase: Phrase) => string;

/** What clients are told of a question as it stands, where it has it. */
type PassedOn = Partial<
  Pick<
    Question,
    | 'format'
    | 'min'
    | 'max'
    | 'minLength'
    | 'maxLength'
    | 'maxDecimalPlaces'
    | 'pattern'
    | 'control'
    | 'orientation'
    | 'step'
    | 'units'
    | 'prefix'
    | 'links'
    | 'maxOccurs'
    | 'more'
  >
>;

/** The question as clients read it (docs: the turn's contract). `type` is the FHIR item type. */
export interface WireQuestion extends PassedOn {
  readonly key: string;
  readonly linkId: string;
  readonly type: Question['type'];
  readonly safety?: boolean;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

function passedOn(question: Question): PassedOn {
  const { format, min, max, minLength, maxLength, maxDecimalPlaces, pattern, control, orientation } = question;
  const { step, units, prefix, links, maxOccurs, more } = question;
  const limits = { min, max, minLength, maxLength, maxDecimalPlaces, pattern, maxOccurs };
  return omitUndefined({ format, ...limits, control, orientation, step, units, prefix, links, more });
}

/** A question as clients read it. */
export function wireQuestion(question: Question, word: Word): WireQuestion {
  const { key, linkId, type, safety, required, repeats, options } = question;
  return {
    key,
    linkId,
    type,
    ...(safety ? { safety } : {}),
    required,
    repeats,
    ...(options ? { options: options.map(option => ({ value: option.value, label: word(option.label) })) } : {}),
    ...passedOn(question),
  };
}
