// How a card is worded: in which language, for which kind of client; and the buttons that send something back.
import type { CardPart } from './adaptive-card.js';
import type { NearVoice } from '../say-near.js';

/** How a card is worded. */
export interface CardVoice extends NearVoice {
  /** It is drawn by Teams, where what a button says can be shown as said. */
  readonly teams: boolean;
}

/** Does the language run from right to left? */
export function isRightToLeft({ content, lang }: CardVoice): boolean {
  return content.languages.get(lang)?.dir === 'rtl';
}

/**
 * A button that says something by itself: its value in the public shape. Inputs of the card stay out of it. In Teams what it says appears in the
 * chat, as if typed; the value stands twice there, since clients differ in which of the two they send.
 * Source: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-actions
 */
export function says(title: string, value: Readonly<Record<string, unknown>>, { teams }: Pick<CardVoice, 'teams'>): CardPart {
  const shown = teams ? { msteams: { type: 'messageBack', displayText: title, text: title, value } } : {};
  return { type: 'Action.Submit', title, associatedInputs: 'none', data: { ...value, ...shown } };
}

/** A button that sends what stands in the card's inputs, with this data beside them. */
export function sends(title: string, data: Readonly<Record<string, unknown>>): CardPart {
  return { type: 'Action.Submit', title, style: 'positive', data };
}
