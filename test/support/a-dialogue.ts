// A conversation in a test: turns through takeTurn with a clock of its own; the state goes through JSON between turns, as in a store.
import { parseConversation } from '../../src/conversation/parse-conversation.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import type { Conversation, KeyedAnswer, RawAnswer, Said, Turn } from '../../src/conversation/conversation.js';
import type { Near } from '../../src/conversation/near.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import { matchLines, nearLines } from '../../src/channels/bot-framework/say-near.js';
import type { NearVoice } from '../../src/channels/bot-framework/say-near.js';
import type { Effect, Question, Reply } from '../../src/conversation/reply.js';
import type { Command, Content } from '../../src/content/content.js';
import type { Referral } from '../../src/referral/referral.js';
import { collectStrings } from '../../src/channels/bot-framework/collect-strings.js';
import { wordHelplines } from '../../src/channels/bot-framework/word-helplines.js';
import { realContent } from './real-content.js';

export interface DialogueOptions {
  readonly lang?: string;
  readonly content?: Content;
  readonly start?: string;
  readonly directory?: LocalDirectory | undefined;
}

type Word = (phrase: Parameters<Content['translator']['word']>[0]) => string;

function wordQuestion({ before, question: { text, help, options } }: Extract<Reply, { kind: 'ask' }>, word: Word): readonly string[] {
  const choices = (options ?? []).map(option => `- ${word(option.label)}`);
  return [...before.map(word), word(text), ...(help ? [word(help)] : []), ...choices];
}

function wordSaying({ phrases, match, helplines = [], closed = [] }: Extract<Reply, { kind: 'say' }>, voice: NearVoice): readonly string[] {
  const { word, content, lang } = voice;
  return [...phrases.map(word), ...(match ? matchLines(match, voice) : []), ...wordHelplines(helplines, closed, content, lang)];
}

/** The words of some replies, as a person would read them. */
export function wordReplies(replies: readonly Reply[], lang: string, content: Content): string {
  const word: Word = phrase => content.translator.word(phrase, lang);
  const voice: NearVoice = { lang, today: '2026-11-23', word, content };
  const near = (found: Near | undefined, only = false) => (found ? nearLines(found, voice, only) : []);
  return replies
    .flatMap(reply => {
      switch (reply.kind) {
        case 'say':
          return wordSaying(reply, voice);
        case 'ask':
          return [...near(reply.near), ...wordQuestion(reply, word)];
        case 'review':
          return [
            ...[reply.question.text, reply.question.help].filter(phrase => phrase !== undefined).map(word),
            ...reply.lines.map(line => `${word(line.label)}: ${word(line.answer)}`),
          ];
        case 'sent':
          return [...reply.phrases.map(word), ...near(reply.near)];
        case 'near':
          return [...reply.phrases.map(word), ...near(reply.near, true)];
        case 'ended':
          return reply.phrases.map(word);
        case 'erased':
          return [];
      }
    })
    .join('\n');
}

export class Dialogue {
  readonly content: Content;
  /** The directory in force; a test may put another one in force. */
  directory: LocalDirectory | undefined;
  conversation: Conversation | undefined;
  replies: readonly Reply[] = [];
  effects: readonly Effect[] = [];
  erased = false;
  /** Answers given, commands and skips included. */
  turns = 0;
  readonly #locale: string;
  #minutes = 0;
  #start: number;
  #ids = 0;

  constructor(options: DialogueOptions = {}) {
    this.content = options.content ?? realContent();
    this.directory = options.directory;
    this.#locale = options.lang ?? 'en';
    this.#start = Date.parse(options.start ?? '2026-11-22T09:00:00.000Z');
    this.take({ kind: 'nothing' }, []);
    this.turns = 0;
  }

  /** The referrals sent so far. */
  get referrals(): readonly Referral[] {
    return this.effects.flatMap(effect => (effect.kind === 'referral' ? [effect.referral] : []));
  }

  get lang(): string {
    return this.conversation?.lang ?? this.#locale;
  }

  /** What was said back at the last turn, as text. */
  get heard(): string {
    return wordReplies(this.replies, this.lang, this.content);
  }

  /** The question pending now. */
  get question(): Question {
    const last = this.replies.at(-1);
    if (last?.kind !== 'ask' && last?.kind !== 'review') throw new Error(`no question is pending but: ${this.heard}`);
    return last.question;
  }

  take(said: Said, strings: readonly string[], more: Partial<Turn> = {}): this {
    this.#minutes += 1;
    this.#ids += 1;
    const at = new Date(this.#start + this.#minutes * 60_000).toISOString();
    const turn: Turn = {
      id: `t${String(this.#ids)}`,
      at,
      entropy: this.#ids.toString(16).padStart(32, 'a'),
      locale: this.#locale,
      said,
      strings,
      ...more,
    };
    const outcome = takeTurn(this.conversation, turn, this.content, this.directory);
    if (outcome.kind === 'needs') return this.take(said, strings, { ...more, id: turn.id, opinion: { key: outcome.needs.opinion.key } });
    this.turns += 1;
    this.replies = outcome.replies;
    this.effects = [...this.effects, ...outcome.effects];
    this.erased = outcome.conversation === 'erased';
    this.conversation = outcome.conversation === 'erased' ? undefined : this.#throughJson(outcome.conversation);
    return this;
  }

  /** The person types. */
  says(text: string, more: Partial<Turn> = {}): this {
    return this.take({ kind: 'text', text }, [text], more);
  }

  /** A client answers the pending question with data. */
  answers(answer: RawAnswer, more: Partial<Turn> = {}): this {
    return this.sends([{ key: this.question.key, answer }], more);
  }

  sends(answers: readonly KeyedAnswer[], more: Partial<Turn> = {}): this {
    return this.take({ kind: 'answers', answers }, collectStrings(answers), more);
  }

  skips(): this {
    return this.sends([{ key: this.question.key, skip: true }]);
  }

  commands(command: Command, more: { readonly language?: string; readonly key?: string } = {}): this {
    return this.take({ kind: 'command', command, ...more }, []);
  }

  /** Answers questions by linkId until the one named is asked; whatever is not in `given` is skipped or answered as little as possible; null skips. */
  until(linkId: string, given: Readonly<Record<string, RawAnswer | null>> = {}): this {
    for (let steps = 0; steps < 120; steps += 1) {
      const { question } = this;
      if (question.linkId === linkId) return this;
      const wanted = given[question.linkId];
      const answer = wanted ?? leastAnswer(question);
      if (answer === undefined || wanted === null) this.skips();
      else this.answers(answer);
    }
    throw new Error(`never asked ${linkId}`);
  }

  /** As if nothing had been said or asked yet. */
  forget(): this {
    this.conversation = undefined;
    return this;
  }

  /** The same conversation, to try something else from here. */
  copy(): Dialogue {
    return this.onto(this.content);
  }

  /** The same conversation where this content stands now. */
  onto(content: Content): Dialogue {
    const copy = new Dialogue({ lang: this.#locale, content, directory: this.directory });
    copy.conversation = this.conversation;
    copy.replies = this.replies;
    // Ids go on from here: one used before would be a redelivery.
    copy.#ids = this.#ids;
    copy.#minutes = this.#minutes;
    return copy;
  }

  #throughJson(conversation: Conversation): Conversation {
    const parsed = parseConversation(JSON.parse(JSON.stringify(conversation)));
    if (parsed.kind !== 'conversation') throw new Error(`the stored conversation reads back as ${parsed.kind}`);
    return parsed.conversation;
  }
}

const least: Readonly<Record<string, RawAnswer>> = {
  'start.who': 'self',
  'consent.share': true,
  'consent.gp': true,
  'consent.contact': true,
  'eligibility.age': 46,
  'safety.now': 'no',
  'contact.name': 'Sam Lee',
  'contact.phone': '07911 123456',
  'contact.address': '1 Sample Street, London E1 6AN',
  'proxy.knows': 'yes',
};

/** The least that carries a person on: what is required gets a plain answer, everything else is skipped. */
export function leastAnswer(question: Question): RawAnswer | undefined {
  const known = least[question.linkId];
  if (known !== undefined) return known;
  return question.required ? question.options?.[0]?.value : undefined;
}
