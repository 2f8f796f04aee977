// A conversation over one form, held in memory for the terminal: nothing is stored and no referral is made.
import { randomBytes } from 'node:crypto';
import { toActivities } from '../channels/bot-framework/send-replies.js';
import type { Content } from '../content/content.js';
import type { Conversation, Said, Turn } from '../conversation/conversation.js';
import type { Reply } from '../conversation/reply.js';
import { derivePosition, type Position } from '../conversation/derive-position.js';
import { takeTurn } from '../conversation/take-turn.js';
import type { RuleFault } from '../questionnaire/rules/rule-results.js';
import type { Heard } from './talk.js';

/** What an author is told, in English, of a rule of their form that could not be followed. */
function wordFault({ linkId, rule, why, message }: RuleFault): string {
  const where = linkId === '' ? 'the form' : `'${linkId}'`;
  if (why === 'too-slow') return `The rule '${rule}' of ${where} took too long and was stopped.`;
  return `The rule '${rule}' of ${where} could not be evaluated: ${message}.`;
}

/** A conversation over the form that this content's journey is. */
export class FormTalk {
  conversation: Conversation | undefined;
  replies: readonly Reply[] = [];
  /** "Delete my data" was said and meant. */
  erased = false;
  /** What was told of rules that could not be followed: each is told once. */
  readonly #told = new Set<string>();

  constructor(
    readonly content: Content,
    readonly lang: string,
    readonly clock: () => string,
  ) {}

  /** Takes one turn. */
  take(said: Said, strings: readonly string[]): void {
    const entropy = randomBytes(16).toString('hex');
    const turn: Turn = { id: entropy, at: this.clock(), entropy, locale: this.lang, said, strings };
    const first = takeTurn(this.conversation, turn, this.content);
    // No recogniser is asked here: without its opinion the turn says what kind of answer it expects.
    const outcome =
      first.kind === 'done' ? first : takeTurn(this.conversation, { ...turn, opinion: { key: first.needs.opinion.key } }, this.content);
    if (outcome.kind === 'needs') return;
    this.erased = outcome.conversation === 'erased';
    this.conversation = outcome.conversation === 'erased' ? undefined : outcome.conversation;
    this.replies = outcome.replies;
  }

  /** Where the conversation stands; undefined before the first turn, and when everything was deleted. */
  position(): Position | undefined {
    return this.conversation && derivePosition(this.conversation, this.content);
  }

  /** Is everything answered, and does it fit together? */
  isComplete(): boolean {
    const standing = this.position()?.standing;
    return standing?.kind === 'review' && standing.complete;
  }

  /** What the last turn said, and what its author should know of the form's rules. */
  heard(): Heard {
    const over = this.isComplete();
    const shown = over ? this.replies.filter(reply => reply.kind !== 'review') : this.replies;
    return { lines: [...this.#faults(), ...this.#worded(shown), ...(over ? this.#lastWords() : [])], over: this.erased || over };
  }

  /** Why the last turn took nothing; undefined where it did. */
  refusal(): string | undefined {
    const refused = this.replies.filter(reply => reply.kind === 'say' && ['refused', 'not-asked'].includes(reply.notice.code));
    return refused.length === 0 ? undefined : this.#worded(refused).join(' ');
  }

  /** What the form says after its last question. */
  #lastWords(): readonly string[] {
    const phrases = this.replies.flatMap(reply => (reply.kind === 'review' ? (reply.before ?? []) : []));
    return phrases.map(phrase => this.content.translator.word(phrase, this.conversation?.lang ?? this.lang));
  }

  #worded(replies: readonly Reply[]): readonly string[] {
    return toActivities(replies, this.conversation?.lang ?? this.lang, this.content).flatMap(activity => activity.text ?? []);
  }

  #faults(): readonly string[] {
    const faults = (this.position()?.state.rules.faults ?? []).map(wordFault).filter(line => !this.#told.has(line));
    for (const line of faults) this.#told.add(line);
    return [...new Set(faults)];
  }
}
