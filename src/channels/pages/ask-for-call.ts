// A call with an interpreter, asked for on one page: the answers of "call me" given together, through the bot as every page gives them. What
// is typed is read for danger, and the same press twice asks once.
import type { Content, Language, Role } from '../../content/content.js';
import { isQuestion } from '../../content/forms/form.js';
import type { FormItem } from '../../content/forms/form.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { KeyedAnswer } from '../../conversation/conversation.js';
import { expectation } from '../../conversation/expectation.js';
import type { Question, Reply } from '../../conversation/reply.js';
import { readValue } from '../../understanding/read-value.js';
import type { Conversing, PageTurn, Spoken } from './conversing.js';
import { activityId } from './form-guard.js';
import { conversationId } from './session.js';

/** What the person wrote. */
export interface CallWanted {
  readonly language: Language;
  readonly name: string;
  readonly phone: string;
}

/** Names the request: the same form of the same browser asks in the same conversation. */
export interface CallForm {
  readonly code: string;
  readonly formId: string;
}

const callMe = 'call-me';

/** The part of the journey that is asked of whoever wants to be called. */
function callPart({ journey }: Content): string | undefined {
  const [way] = journey.roles.way;
  const asked = journey.form.roots.find(root =>
    root.enableWhen.some(({ question, answerCoding }) => question === way && answerCoding?.code === callMe),
  );
  return asked?.part;
}

/** The question that plays this role when a call is asked for. */
export function questionOf(role: Role, content: Content): FormItem | undefined {
  const part = callPart(content);
  const linkId = content.journey.roles[role].find(id => content.journey.form.byLinkId.get(id)?.part === part);
  return linkId === undefined ? undefined : content.journey.form.byLinkId.get(linkId);
}

/** The option of "which language shall we speak" that a language means: its own code, or the one it names on the telephone. */
export function spokenCode({ tag, interpreter }: Language, { options }: FormItem): string | undefined {
  const named = interpreter?.english.toLowerCase() ?? '';
  const found =
    options.find(({ code }) => code === tag) ??
    options.find(({ code }) => code === tag.split('-')[0]) ??
    options.find(({ label }) => named.startsWith(`${label.toLowerCase()} `));
  return found?.code;
}

type Answered = readonly (readonly [FormItem | undefined, KeyedAnswer['answer']])[];

/** The request as the answers it is made of; every other question of that part is left unanswered. */
function answersOf({ language, name, phone }: CallWanted, content: Content): readonly KeyedAnswer[] {
  const spoken = questionOf('spoken', content);
  const answered: Answered = [
    [spoken, spoken && spokenCode(language, spoken)],
    [questionOf('name', content), name],
    [questionOf('phone', content), phone],
    // Pressing the button gives it: docs/decisions/0013.
    [questionOf('share', content), true],
  ];
  const answers = answered.flatMap(([item, answer]) =>
    item === undefined || answer === undefined ? [] : [{ linkId: item.linkId, answer }],
  );
  const part = callPart(content);
  const optional = content.journey.form.order.filter(item => item.part === part && isQuestion(item) && !item.hidden && !item.required);
  const skipped = optional.filter(item => !answers.some(({ linkId }) => linkId === item.linkId));
  return [...answers, ...skipped.map(({ linkId }) => ({ linkId, skip: true }))];
}

/** After danger was told, one direct question about it stands in the way, which may be left unanswered. */
function questionBetween({ state, replies }: Spoken, content: Content): Question | undefined {
  const last = replies.at(-1);
  if (state !== 'ok' || last?.kind !== 'ask' || last.question.required) return undefined;
  return content.journey.form.byLinkId.get(last.question.linkId)?.part === callPart(content) ? undefined : last.question;
}

/** What came of it: everything that was said on the way; the last reply says where it stands. */
export interface CallAsked {
  readonly spoken: Spoken;
  readonly replies: readonly Reply[];
}

/** What is wrong with one field, in the conversation's own words; where those gave way to help in danger, in the same words again. */
export function faultIn(role: 'name' | 'phone', written: string, { replies }: CallAsked, content: Content): readonly Phrase[] {
  const item = questionOf(role, content);
  const refused = replies.find(reply => reply.kind === 'say' && reply.notice.code === 'refused' && reply.notice.key === item?.linkId);
  if (refused?.kind === 'say') return refused.phrases;
  const read = item && readValue(item, written, '');
  return item === undefined || read?.kind !== 'unclear' ? [] : [{ product: `refused.${read.why}` }, ...expectation(item)];
}

const mostQuestions = 8;

/** Asks for the call. */
export async function askForCall(conversing: Conversing, content: Content, wanted: CallWanted, form: CallForm): Promise<CallAsked> {
  const language = wanted.language.tag;
  const take = (said: PageTurn['said']): Promise<Spoken> => {
    const activity = activityId(form.formId, [wanted.name, wanted.phone, said], form.code);
    return conversing.say({ conversationId: conversationId(form.code), activityId: activity, locale: language, said });
  };
  const answer = (answers: readonly KeyedAnswer[]): Promise<Spoken> => take({ kind: 'answers', answers, language });
  await take({ kind: 'command', command: callMe });
  // Whatever became of that: what is typed is always read for danger.
  let spoken = await answer(answersOf(wanted, content));
  const replies = [...spoken.replies];
  for (let asked = 0; asked < mostQuestions; asked += 1) {
    const question = questionBetween(spoken, content);
    if (question === undefined) break;
    spoken = await answer([{ key: question.key, skip: true }]);
    replies.push(...spoken.replies);
  }
  return { spoken, replies };
}
