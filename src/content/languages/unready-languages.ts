// Which languages may be offered as a conversation. In production a patient is asked for permission, and helped in a crisis, only in words
// that somebody reviewed or a clinical safety officer accepted by name; a language that is not so far gets a call with an interpreter.
import type { Language } from '../content.js';
import { english } from './locale-schema.js';

const neededReviews = ['permission', 'crisis'] as const;

/** The parts a conversation cannot do without whose review is not finished. */
export function unreviewedParts({ review }: Pick<Language, 'review'>): readonly string[] {
  return neededReviews.filter(part => review[part]?.status !== 'reviewed');
}

/** Offered languages that are offered only because somebody accepted them as drafts. English needs nobody: it is always offered. */
export function acceptedDrafts(languages: Iterable<Language>): readonly string[] {
  return [...languages].filter(language => language.tag !== english && unreviewedParts(language).length > 0).map(({ tag }) => tag);
}
