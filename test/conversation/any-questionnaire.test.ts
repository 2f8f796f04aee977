// Any questionnaire, answered in any order of mind: straight, back and forth, changed and changed back, redelivered.
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { Content } from '../../src/content/content.js';
import type { Form } from '../../src/content/forms/form.js';
import type { Questionnaire } from '../../src/content/forms/questionnaire-schema.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import type { Conversation, KeyedAnswer, Said, Turn } from '../../src/conversation/conversation.js';
import { derivePosition, pendingKey } from '../../src/conversation/derive-position.js';
import { parseConversation } from '../../src/conversation/parse-conversation.js';
import type { Question, Reply } from '../../src/conversation/reply.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { readResponse } from '../../src/questionnaire/read-response.js';
import { parseResponse, validateResponse } from '../../src/questionnaire/validate-response.js';
import { answerOf, anyQuestionnaire } from '../support/any-questionnaire.js';
import { medplumFaults } from '../support/fhir-validators.js';
import { realContent } from '../support/real-content.js';

/** Printed with every failure; the same number fails the same way again. */
const seed = 20261122;

/** More turns than any of these conversations needs. */
const mostTurns = 1500;

interface Loaded {
  readonly questionnaire: Questionnaire;
  readonly form: Form;
  readonly content: Content;
}

function load(json: object): Loaded {
  const { questionnaire, form, problems } = checkQuestionnaireFile(JSON.parse(JSON.stringify(json)), 'any.json');
  expect(problems).to.deep.equal([]);
  if (questionnaire === undefined || form === undefined) throw new Error('no form');
  return { questionnaire, form, content: withQuestionnaire(realContent(), form) };
}

class Talk {
  conversation: Conversation | undefined;
  replies: readonly Reply[] = [];
  #turns = 0;

  constructor(
    readonly content: Content,
    readonly mind: number,
    readonly stored: boolean,
  ) {
    this.take({ kind: 'nothing' });
  }

  get question(): Question {
    const last = this.replies.at(-1);
    if (last?.kind !== 'ask' && last?.kind !== 'review') throw new Error(`nothing is asked but: ${String(last?.kind)}`);
    return last.question;
  }

  /** Everything is answered, and may be sent. */
  get isComplete(): boolean {
    const { standing } = this.position;
    return standing.kind === 'review' && standing.complete;
  }

  get position() {
    if (this.conversation === undefined) throw new Error('no conversation');
    return derivePosition(this.conversation, this.content);
  }

  take(said: Said, id?: string): this {
    this.#turns += 1;
    if (this.#turns > mostTurns) throw new Error(`no end after ${String(mostTurns)} turns`);
    const turn: Turn = {
      id: id ?? `t${String(this.#turns)}`,
      at: new Date(Date.UTC(2026, 10, 22, 9) + this.#turns * 1000).toISOString(),
      entropy: this.#turns.toString(16).padStart(32, 'a'),
      locale: 'en',
      said,
      strings: [],
    };
    const outcome = takeTurn(this.conversation, turn, this.content);
    if (outcome.kind === 'needs' || outcome.conversation === 'erased') throw new Error('nothing is needed, nothing erased');
    this.replies = outcome.replies;
    this.conversation = this.stored ? this.#restored(outcome.conversation) : outcome.conversation;
    return this;
  }

  /** The same activity, delivered again: nothing changes. */
  again(said: Said): void {
    const before = this.summary();
    this.take(said, this.conversation?.applied.at(-1)?.id);
    expect(this.summary()).to.deep.equal(before);
  }

  sends(answer: KeyedAnswer): Said {
    const said: Said = { kind: 'answers', answers: [answer] };
    this.take(said);
    return said;
  }

  /** Answers what is asked now; what is asked is enabled, and an answer is never refused. */
  answer(): Said {
    const { question } = this;
    expect(this.position.state.enabled.has(question.key)).to.equal(true);
    const said = this.sends(answerOf(question, this.mind));
    const refusal = this.replies.find(reply => reply.kind === 'say' && ['refused', 'cannot-skip', 'not-asked'].includes(reply.notice.code));
    expect(refusal).to.equal(undefined);
    return said;
  }

  toTheEnd(): this {
    while (!this.isComplete) this.answer();
    return this;
  }

  /** What is known: values by key, what was skipped, where it stands. */
  summary() {
    const { standing, progress } = this.position;
    const { answers = {}, skipped = [] } = this.conversation ?? {};
    const keys = Object.keys(answers).sort();
    const values = Object.fromEntries(keys.map(key => [key, answers[key]?.values]));
    return { values, skipped: [...skipped].sort(), pending: pendingKey(standing), kind: standing.kind, progress };
  }

  /** Keys of what was answered and may be changed. */
  changeable(): readonly string[] {
    return Object.keys(this.conversation?.answers ?? {}).sort();
  }

  #restored(conversation: Conversation): Conversation {
    const parsed = parseConversation(JSON.parse(JSON.stringify(conversation)));
    if (parsed.kind !== 'conversation') throw new Error(`the stored conversation reads back as ${parsed.kind}`);
    return parsed.conversation;
  }
}

/** Changes an answer to what another mind would say, goes on for some questions, and changes it back. */
function changeAndBack(talk: Talk, key: string, others: number): void {
  talk.take({ kind: 'command', command: 'change', key });
  expect(talk.question.key).to.equal(key);
  const { question } = talk;
  talk.sends(answerOf(question, talk.mind + 1));
  for (let more = 0; more < others && !talk.isComplete; more += 1) talk.answer();
  talk.take({ kind: 'command', command: 'change', key });
  talk.sends(answerOf(question, talk.mind));
}

/** Goes back one question and says the same again. */
function backAndAgain(talk: Talk): void {
  talk.take({ kind: 'command', command: 'back' });
  talk.answer();
}

const detours = fc.array(
  fc.record({ kind: fc.constantFrom('straight', 'back', 'change', 'again'), which: fc.nat(999), others: fc.nat(4) }),
  { maxLength: 12 },
);
const minds = fc.nat(1_000_000);

describe('any questionnaire, as a conversation', () => {
  it('comes to the same by every way: straight, back, changed and back, stored and redelivered', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(anyQuestionnaire, minds, detours, (json, mind, ways) => {
        const { content } = load(json);
        const straight = new Talk(content, mind, false).toTheEnd().summary();
        const talk = new Talk(content, mind, true);
        for (const { kind, which, others } of ways) {
          const said = talk.isComplete ? undefined : talk.answer();
          const keys = talk.changeable();
          const key = keys[which % Math.max(1, keys.length)];
          if (kind === 'back') backAndAgain(talk);
          if (kind === 'again' && said !== undefined) talk.again(said);
          if (kind === 'change' && key !== undefined) changeAndBack(talk, key, others);
        }
        expect(talk.toTheEnd().summary()).to.deep.equal(straight);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('asks nothing that is disabled, exports nothing that is disabled, and makes a valid response', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(anyQuestionnaire, minds, (json, mind) => {
        const { content, questionnaire, form } = load(json);
        const { state } = new Talk(content, mind, false).toTheEnd().position;
        const response: unknown = JSON.parse(
          JSON.stringify(buildResponse({ questionnaire, state, authored: '2026-11-22T09:00:00Z', language: 'en', status: 'completed' })),
        );
        expect(validateResponse({ questionnaire, form, response })).to.deep.equal([]);
        const read = parseResponse(response);
        if (!('response' in read)) throw new Error('no response');
        const exported = Object.keys(readResponse(form, read.response));
        expect(exported.filter(key => !key.endsWith('+') && !state.enabled.has(key))).to.deep.equal([]);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('makes responses that @medplum/core validates', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(anyQuestionnaire, minds, (json, mind) => {
        const { content, questionnaire } = load(json);
        const { state } = new Talk(content, mind, false).toTheEnd().position;
        const details = { authored: '2026-11-22T09:00:00Z', language: 'en', status: 'completed' } as const;
        expect(medplumFaults(buildResponse({ questionnaire, state, ...details }))).to.deep.equal([]);
      }),
      { seed, numRuns: 15 },
    );
  });
});
