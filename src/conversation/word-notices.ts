// Notices -> what is said. Codes are stored, words are made here, so a redelivered activity is answered in the same words.
import { readKey } from '../questionnaire/answer-key.js';
import { callKeys } from './call-keys.js';
import type { Step } from '../questionnaire/steps.js';
import type { Content } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import type { Phrase, PhraseParam, ProductKey } from '../content/languages/phrase.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { Conversation, Notice } from './conversation.js';
import { nearItems, askedAbout } from './near-items.js';
import { matchOf } from './near-of.js';
import type { Reply } from './reply.js';
import type { Position } from './derive-position.js';
import { findConstraint } from './broken-rules.js';
import { isKeptFromStaff } from './private-questions.js';
import { isKeptPrivate, labelOf, labelOfStep, shownAnswer, shownLabel } from './review-lines.js';
import { wordRedFlags } from './word-red-flags.js';
import { expectation, refusalParams } from './expectation.js';

type Say = Extract<Reply, { kind: 'say' }>;

/** What the words of a turn are made from. */
export interface Scene {
  readonly conversation: Conversation;
  readonly position: Position;
  readonly content: Content;
  /** ISO instant of the turn. */
  readonly at: string;
  /** The directory in force, where there is one. */
  readonly directory?: LocalDirectory | undefined;
}

function plain(notice: Notice, ...phrases: readonly Phrase[]): Say {
  return { kind: 'say', tone: 'plain', phrases, notice };
}

/** The step under a key, if it still stands. */
function stepOf(key: string, { position }: Scene): Step | undefined {
  return position.state.steps.find(step => step.key === key);
}

/** The item under a key, also where its step stands no more. */
function itemOf(key: string, { content }: Scene): FormItem | undefined {
  return content.journey.form.byLinkId.get(readKey(key).linkId);
}

/** "Date of birth: 10 June 1980": what was put down, said back. Long texts are not repeated. */
function readBack(notice: Notice & { readonly key: string }, scene: Scene, product: ProductKey): Say | undefined {
  const step = stepOf(notice.key, scene);
  const values = scene.conversation.answers[notice.key]?.values;
  if (step?.kind !== 'item' || !values || step.item.type === 'text') return undefined;
  const label = labelOfStep(step, scene.position.state, scene.conversation);
  return plain(notice, { product, params: { label, answer: shownAnswer(notice.key, values, scene.conversation) } });
}

/** What was put down; of services, that the link worker will see it. */
function recorded(notice: Notice & { readonly key: string }, scene: Scene, product: ProductKey): Say | undefined {
  const values = notice.key === nearItems.askAbout ? askedAbout(scene.conversation) : [];
  if (values.length === 0) return readBack(notice, scene, product);
  return plain(notice, { product: 'near.told', params: { names: { answer: values, linkId: notice.key } } });
}

/** One service as a whole, if it is one of those shown and still in the directory. */
function service(notice: Extract<Notice, { code: 'service' }>, { conversation, content, directory }: Scene): Say {
  const match = matchOf(notice.id, conversation, content, directory);
  return match === undefined ? plain(notice, { product: 'near.gone' }) : { ...plain(notice), match };
}

function languageName(tag: string, content: Content): string {
  return content.languages.get(tag)?.name ?? tag;
}

function welcome(notice: Notice, scene: Scene): Say | undefined {
  const { content, conversation } = scene;
  const review = content.languages.get(conversation.lang)?.review ?? {};
  const draft = conversation.lang !== 'en-GB' && Object.values(review).some(part => part.status === 'draft');
  const phrases: Phrase[] = [
    ...(content.service.sample ? [{ product: 'notice.sample-service' } as const] : []),
    ...(draft ? [{ product: 'notice.draft-language' } as const] : []),
  ];
  return phrases.length > 0 ? plain(notice, ...phrases) : undefined;
}

function proposed(notice: Notice & { readonly key: string }, scene: Scene): Say | undefined {
  const values = scene.conversation.proposed[notice.key];
  const item = itemOf(notice.key, scene);
  if (!values || item?.type !== 'choice') return undefined;
  return plain(notice, { product: 'notice.needs-found', params: { needs: { answer: values, linkId: notice.key } } });
}

function refused(notice: Extract<Notice, { code: 'refused' }>, scene: Scene): Say {
  const item = notice.key === undefined ? undefined : itemOf(notice.key, scene);
  const rule = findConstraint(item, notice.rule);
  const what: Phrase = rule ? { verbatim: rule.human } : { product: `refused.${notice.why}`, params: refusalParams(notice.limit) };
  const skip: Phrase[] = item && !item.required ? [{ product: 'how.skip' }] : [];
  return { kind: 'say', tone: 'refusal', phrases: [what, ...expected(notice, item), ...skip], notice };
}

/** What would be a good answer; a yes or no to "another one?", where it was not the next answer itself that did not fit. */
function expected({ key = '', why }: Extract<Notice, { code: 'refused' }>, item: FormItem | undefined): readonly Phrase[] {
  if (readKey(key).more && why === 'not-yes-no') return [{ product: 'expect.boolean' }];
  return item ? expectation(item) : [];
}

/** What was answered somewhere else since a form was shown, and stands. */
function answeredMeanwhile(notice: Extract<Notice, { code: 'answered-meanwhile' }>, { conversation }: Scene): Say {
  const answer = shownAnswer(notice.key, conversation.answers[notice.key]?.values, conversation);
  return { kind: 'say', tone: 'refusal', phrases: [{ product: 'notice.answered-meanwhile', params: { answer } }], notice };
}

function alreadySent(notice: Notice, scene: Scene): Say {
  return plain(notice, { product: 'notice.already-sent', params: { reference: { isolate: scene.conversation.sent?.reference ?? '' } } });
}

function languages(notice: Notice, content: Content): Say {
  const names = [...content.languages.values()].map((language): Phrase => ({ verbatim: language.name }));
  return plain(notice, { product: 'notice.language-unknown', params: { languages: { list: names } } });
}

function help(notice: Notice, scene: Scene): Say {
  const { standing } = scene.position;
  const asked = standing.kind === 'question' ? expectation(standing.asked.item) : [];
  return plain(notice, ...asked, { product: 'notice.help' });
}

const simple: Partial<Record<Notice['code'], ProductKey>> = {
  skipped: 'notice.skipped',
  'cannot-skip': 'notice.cannot-skip',
  'not-asked': 'notice.not-asked',
  'not-applied': 'notice.not-applied',
  person: 'notice.person',
  exit: 'notice.exit',
  back: 'notice.back',
  'at-start': 'notice.at-start',
  restarted: 'notice.restarted',
  paused: 'notice.paused',
  stopped: 'notice.stopped',
  'call-me': 'notice.call-me',
  'near-only': 'near.only.intro',
  'near-nothing': 'near.nothing',
  refer: 'near.refer.intro',
  'began-anew': 'notice.began-anew',
  'call-refused': 'notice.call-refused',
  'flag-added': 'notice.flag-after-sent',
};

function erased(notice: Notice, scene: Scene): Say {
  const sent = scene.conversation.sent ?? scene.conversation.earlier;
  if (!sent) return plain(notice, { product: 'notice.erased' });
  return plain(notice, { product: 'notice.erased-sent', params: { reference: { isolate: sent.reference } } });
}

function changing(notice: Notice & { readonly key: string }, scene: Scene): Say | undefined {
  const item = itemOf(notice.key, scene);
  return item && plain(notice, { product: 'notice.changing', params: { label: shownLabel(item, scene.conversation) } });
}

/** What is not asked for any more, or is to be asked again, by name; what was said of abuse is not named, nor at a desk what is private. */
function listed(notice: Extract<Notice, { code: 'dropped' | 'asked-again' }>, scene: Scene): Say | undefined {
  const items = notice.keys.filter(key => !isKeptPrivate(key, scene.conversation)).flatMap(key => itemOf(key, scene) ?? []);
  const named = items.filter(item => !isKeptFromStaff(item, scene.conversation));
  const labels = [...new Set(named)].map(labelOf);
  return labels.length === 0 ? undefined : plain(notice, { product: `notice.${notice.code}`, params: { labels: { list: labels } } });
}

function language(notice: Extract<Notice, { code: 'language' | 'language-offer' }>, scene: Scene): Say {
  return plain(notice, { product: `notice.${notice.code}`, params: { language: languageName(notice.lang, scene.content) } });
}

/** How to talk with an interpreter, worded at once: in the language that was asked for, which the conversation is not in. */
function unready(notice: Extract<Notice, { code: 'language-unready' }>, { content }: Scene): Say {
  const { lang } = notice;
  const { interpreter, name = lang } = content.unready.get(lang) ?? content.languages.get(lang) ?? {};
  const phrase: Phrase = interpreter
    ? {
        product: 'notice.interpreter',
        params: { language: { verbatim: name }, words: { isolate: interpreter.english }, sounds: interpreter.sounds },
      }
    : { product: 'notice.language-call-back' };
  return { ...plain(notice, { verbatim: content.translator.word(phrase, lang) }), lang };
}

/** Who will be rung and on which number; nothing is promised for today. */
function callAsked(notice: Notice, { conversation, content }: Scene): Say {
  const { number = '' } = callKeys(content);
  const { values } = conversation.answers[number] ?? {};
  const phone: PhraseParam = values === undefined ? { isolate: '' } : { answer: values, linkId: number };
  return plain(notice, { product: 'notice.call-asked', params: { phone } });
}

function urgent(notice: Notice): Say {
  const helplines = ['emergency', 'nhs-111-2', 'samaritans', 'shout'];
  return { kind: 'say', tone: 'crisis', phrases: [{ product: 'notice.urgent' }], notice, helplines };
}

type Worders = { readonly [Code in Notice['code']]?: (notice: Extract<Notice, { readonly code: Code }>, scene: Scene) => Say | undefined };

/** Notices that need more than one fixed sentence. */
const worders: Worders = {
  welcome,
  recorded: (notice, scene) => recorded(notice, scene, 'notice.readback'),
  changed: (notice, scene) => recorded(notice, scene, 'notice.changed'),
  service,
  proposed,
  refused,
  'answered-meanwhile': answeredMeanwhile,
  'already-sent': alreadySent,
  language,
  'language-offer': language,
  'language-unready': unready,
  'language-unknown': (notice, scene) => languages(notice, scene.content),
  help,
  'call-asked': callAsked,
  urgent,
  erased,
  changing,
  dropped: listed,
  'asked-again': listed,
};

function wordOne(notice: Notice, scene: Scene): Say | undefined {
  // Safe: the worder found under a notice's own code takes that notice.
  const worder = worders[notice.code] as ((notice: Notice, scene: Scene) => Say | undefined) | undefined;
  if (worder) return worder(notice, scene);
  const product = simple[notice.code];
  return product ? plain(notice, { product }) : undefined;
}

/** Said also beside help for a red flag; everything else would push it off the screen. */
const besideCrisis: ReadonlySet<Notice['code']> = new Set(['already-sent', 'flag-added', 'call-asked', 'call-refused']);

/** What is said for these notices, in order. Help for a red flag comes first; in an emergency nothing else is said beside it. */
export function wordNotices(notices: readonly Notice[], scene: Scene): readonly Say[] {
  const crises = wordRedFlags(notices, scene);
  const said = crises.length > 0 ? notices.filter(notice => besideCrisis.has(notice.code)) : notices;
  return [...crises, ...said.map(notice => wordOne(notice, scene)).filter(say => say !== undefined)];
}
