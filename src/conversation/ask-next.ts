// The last phase's words: what stands next, as a reply: a question, the review, the reference, or a kind end.
import { nestsByAnswer } from '../questionnaire/form-plan.js';
import type { Step } from '../questionnaire/steps.js';
import { titleId } from '../content/journey/assemble-journey.js';
import type { Content } from '../content/content.js';
import type { Phrase } from '../content/languages/phrase.js';
import { makeCode } from '../referral/make-reference.js';
import type { AskedStep } from './asked-step.js';
import { wordBroken } from './broken-rules.js';
import type { Conversation, Sent } from './conversation.js';
import type { Question, Reply } from './reply.js';
import { pendingKey } from './derive-position.js';
import { nearItems } from './near-items.js';
import { nearOf } from './near-of.js';
import { nearReply, offerAtEnd, offerAtFirst } from './near-reply.js';
import type { Position, Standing } from './derive-position.js';
import { isForOwnPhone } from './private-questions.js';
import { questionFor, textOf } from './question-for.js';
import { reviewLines } from './review-lines.js';
import { wayOf } from './way-of.js';
import type { Scene } from './word-notices.js';

/** What leads up to a question: statements and headings, which repetition begins, which of several answers it is about. */
function lead(before: readonly Step[], asked: AskedStep, position: Position): readonly Phrase[] {
  return [...before.filter(step => step.item.localId !== titleId).map(wordStep), ...aboutAnswer(asked.step, position)];
}

/** A heading or a statement; the second and later repetitions of a group are numbered. */
export function wordStep({ item, path }: Step): Phrase {
  const place = path.at(-1) ?? 0;
  if (item.type !== 'group' || !item.repeats || place === 0) return textOf(item, 'text');
  return { product: 'repeat.number', params: { label: textOf(item, 'text'), number: place + 1 } };
}

/** What is nested in one of several answers is asked once for each: say which. */
function aboutAnswer(step: Step, position: Pick<Position, 'state'>): readonly Phrase[] {
  const { parent } = step;
  if (parent === undefined) return [];
  const values = position.state.answers[parent.key]?.values ?? [];
  const value =
    nestsByAnswer(parent.item) && values.length > 1 ? values.find((_, place) => place === step.path[parent.path.length]) : undefined;
  const about = aboutAnswer(parent, position);
  return value === undefined
    ? about
    : [...about, { product: 'repeat.about', params: { answer: { answer: [value], linkId: parent.item.linkId } } }];
}

type Reviewed = Pick<Extract<Standing, { kind: 'review' }>, 'complete' | 'broken' | 'before'>;

/** Answers that do not fit together, in the words of the form's author. */
function misfit(broken: Reviewed['broken']): Phrase {
  return { product: 'review.misfit', params: { why: { list: wordBroken(broken) } } };
}

function reviewReply(conversation: Conversation, position: Position, content: Content, { complete, broken, before }: Reviewed): Reply {
  const lines = reviewLines(conversation, position, content);
  const go = complete
    ? { value: 'send', label: { product: 'review.send' } as const }
    : { value: 'go-on', label: { product: 'button.continue' } as const };
  const changes = lines.map(line => ({
    value: `change:${line.key}`,
    label: { product: 'review.change', params: { label: line.label } } as const,
  }));
  const question: Question = {
    key: 'review',
    linkId: 'review',
    type: 'choice',
    safety: false,
    required: true,
    repeats: false,
    options: [go, ...changes],
    text: { product: 'review.title' },
    help: broken.length > 0 ? misfit(broken) : { product: complete ? 'review.intro' : 'review.so-far' },
    variant: 'review',
  };
  const told = before.filter(step => step.item.localId !== titleId).map(wordStep);
  return { kind: 'review', question, lines, progress: position.progress, ...(told.length > 0 && { before: told }) };
}

function confirmReply(command: 'restart' | 'delete', position: Position): Reply {
  const key = `confirm-${command}`;
  const text: Phrase = { product: command === 'restart' ? 'notice.confirm-restart' : 'notice.confirm-delete' };
  const question: Question = {
    key,
    linkId: key,
    type: 'boolean',
    safety: false,
    required: true,
    repeats: false,
    text,
    variant: 'confirm-command',
  };
  return { kind: 'ask', question, before: [], progress: position.progress };
}

/** Was a flag raised for which a person reads the referral the same day? */
function isSameDay(conversation: Conversation, content: Content): boolean {
  return conversation.flags.some(flag => flag.tier === 'act' && content.redFlags.responses.get(flag.kind)?.urgency === 'same-day');
}

function sentReply({ conversation, content, directory }: Scene, { reference }: Sent): Reply {
  const isNew = isCall(conversation, content) && conversation.near?.shown.length === 0;
  const near = isNew ? undefined : nearOf(conversation, content, directory);
  const code = makeCode(conversation.id, conversation.episode);
  const phrases: Phrase[] = [
    { product: 'sent.title' },
    { product: 'sent.reference', params: { reference: { isolate: reference } } },
    { product: 'sent.code', params: { code: { isolate: code } } },
    ...(isSameDay(conversation, content) ? [{ product: 'sent.same-day' } as const] : []),
    { product: 'sent.next', params: { count: content.service.workingDays } },
    { product: 'sent.meanwhile' },
    { product: 'sent.keep' },
  ];
  return { kind: 'sent', reference, status: 'requested', code, phrases, ...(near && { near }) };
}

/** Did they ask for a call alone? */
function isCall(conversation: Conversation, content: Content): boolean {
  return content.journey.sendWithoutReview.includes(wayOf(conversation, content) ?? '');
}

/** A question; with what is near where it is about that. */
function askReply(scene: Scene, { asked, before }: Extract<Standing, { kind: 'question' }>, showBefore: boolean): Reply {
  const { conversation, position, content, directory } = scene;
  const near = asked.item.linkId === nearItems.askAbout ? nearOf(conversation, content, directory) : undefined;
  return {
    kind: 'ask',
    question: questionFor(asked, conversation, position, content),
    before: showBefore && !isForOwnPhone(asked, conversation) ? lead(before, asked, position) : [],
    progress: position.progress,
    ...(near && { near }),
    ...offerAtFirst(scene),
  };
}

/** What stands next. `showBefore`: also the statements that lead up to the question (they are said once, not at each re-asking). */
export function askNext(scene: Scene, showBefore: boolean): Reply {
  const { conversation, position, content } = scene;
  const { standing } = position;
  switch (standing.kind) {
    case 'question':
      return askReply(scene, standing, showBefore);
    case 'confirm-command':
      return confirmReply(standing.command, position);
    case 'review':
      return reviewReply(conversation, position, content, standing);
    case 'complete':
      return reviewReply(conversation, position, content, { complete: true, broken: [], before: [] });
    case 'sent':
      return sentReply(scene, standing.sent);
    case 'near':
      return nearReply(scene);
    case 'ended': {
      const phrases = ['text', 'next'].map((field): Phrase => ({ file: 'ends', id: standing.end.id, field }));
      return { kind: 'ended', end: standing.end.id, phrases, ...offerAtEnd(standing.end, scene) };
    }
  }
}

/** Names what is asked at a position, so that one can tell whether the question changed. */
export function promptKey(position: Position): string {
  return pendingKey(position.standing) ?? position.standing.kind;
}
