// The shapes in which Teams takes what a message extension answers.
// Source: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit
import type { Attachment, InvokeResponse } from 'botbuilder';
import { toAttachment } from '../cards/adaptive-card.js';
import type { Card } from '../cards/adaptive-card.js';

/** It could not be read. */
export const malformed: InvokeResponse = { status: 400 };

function taken(body: unknown): InvokeResponse {
  return { status: 200, body };
}

/** One result: how it stands in the list, and what is put into the chat when it is chosen. */
export interface ListedCard {
  readonly card: Card;
  readonly title: string;
  readonly text: string;
}

/** Previews read some HTML: what a feed wrote is none. */
function inert(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

function listed({ card, title, text }: ListedCard): Attachment & { readonly preview: Attachment } {
  const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: inert(title), text: inert(text) } };
  return { ...toAttachment(card), preview };
}

/** A list to choose from; one card alone is put into the chat when it comes from a dialog. */
export function listOf(cards: readonly ListedCard[]): InvokeResponse {
  return taken({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments: cards.map(listed) } });
}

/** Words in place of a list. */
export function insteadOfList(text: string): InvokeResponse {
  return taken({ composeExtension: { type: 'message', text } });
}

/** A dialog with a card. Words alone are no answer here: Teams shows an empty box for them (MicrosoftDocs/msteams-docs issue 6740). */
export function dialogWith(title: string, card: Card): InvokeResponse {
  return taken({ task: { type: 'continue', value: { title, height: 'large', width: 'medium', card: toAttachment(card) } } });
}
