// Where a person said they are: the postcode asked for what is near, or the one that told whether this service is for them.
import type { Content } from '../content/content.js';
import type { AnswerValue } from '../content/forms/form.js';
import type { AnswerKey, Conversation } from './conversation.js';
import { nearItems } from './near-items.js';
import { roleValues } from './role-values.js';
import type { TurnState } from './turn-state.js';

type Told = Pick<Conversation, 'answers' | 'skipped'>;

function textIn(values: readonly AnswerValue[] | undefined): string | undefined {
  const [first] = values ?? [];
  return first && 'valueString' in first ? first.valueString : undefined;
}

/** The postcode, if one was given. */
export function postcodeTold(conversation: Pick<Told, 'answers'>, content: Content): string | undefined {
  return textIn(conversation.answers[nearItems.postcode]?.values) ?? textIn(roleValues('postcode', conversation, content));
}

/** Was a postcode given, or not wanted to be given? */
export function isPlaceSettled(conversation: Told, content: Content): boolean {
  return conversation.skipped.includes(nearItems.postcode) || postcodeTold(conversation, content) !== undefined;
}

/** A postcode that nobody knows, asked for what is near, and not said to be right yet: it is asked about once. */
export function isUnknownPlace(key: AnswerKey, values: readonly AnswerValue[], { directory, conversation }: TurnState): boolean {
  const postcode = textIn(values);
  if (key !== nearItems.postcode || directory === undefined || postcode === undefined) return false;
  return textIn(conversation.proposed[key]) !== postcode && directory.places.find(postcode) === undefined;
}
