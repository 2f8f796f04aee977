// What is wrong in a form of all questions, by question: what the conversation refused, and what kept a question from being sent at all.
import type { Phrase } from '../../content/languages/phrase.js';
import type { Reply } from '../../conversation/reply.js';
import type { ReadWholeForm } from './read-whole-form.js';
import type { Words } from './words.js';

/** How to skip by writing is told in the chat; here one leaves the field empty. */
function fitsForm(phrase: Phrase): boolean {
  return !('product' in phrase) || phrase.product !== 'how.skip';
}

function sentenceOf(phrases: readonly Phrase[], words: Words): string {
  return phrases.filter(fitsForm).map(words.say).join(' ');
}

/** Why the conversation did not take an answer, by key. */
function refusedBy(replies: readonly Reply[], words: Words): ReadonlyMap<string, string> {
  const refusals = replies.filter(reply => reply.kind === 'say').filter(({ tone }) => tone === 'refusal');
  return new Map(refusals.map(({ notice, phrases }) => [('key' in notice ? notice.key : undefined) ?? '', sentenceOf(phrases, words)]));
}

/** Why each question was not taken, by key; '' holds what is about none of them. */
export function errorsOf(replies: readonly Reply[], sent: ReadWholeForm | undefined, words: Words): ReadonlyMap<string, string> {
  const refused = refusedBy(replies, words);
  const empty = (sent?.answers ?? []).filter(({ key = '', answer }) => answer === '' && refused.has(key));
  const params = { skip: words.t('button.skip'), right: words.t('page.form.right') };
  return new Map([
    ...refused,
    ...empty.map(({ key = '' }) => [key, words.t('refused.required')] as const),
    ...[...(sent?.wrong ?? [])].map(([key, product]) => [key, words.t(product, params)] as const),
  ]);
}
