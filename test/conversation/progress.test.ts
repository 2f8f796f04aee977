// "3 of 20": how far a person is told they are never runs backwards by much.
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import type { RawAnswer } from '../../src/conversation/conversation.js';
import type { Question } from '../../src/conversation/reply.js';
import type { AnswerValue } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { unreachableKeys } from '../../src/questionnaire/clear-unreachable.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import type { Step } from '../../src/questionnaire/steps.js';
import { anyQuestionnaire } from '../support/any-questionnaire.js';
import { Dialogue, leastAnswer } from '../support/a-dialogue.js';
import { aState } from '../support/a-state.js';
import { realContent } from '../support/real-content.js';

interface Drop {
  readonly by: number;
  readonly at: string;
}

type Choose = (question: Question) => RawAnswer | undefined;

const all = realContent().needs.map(need => need.key);
const asked: readonly (readonly [string, readonly string[]])[] = [
  ['no need', []],
  ['the first three needs', all.slice(0, 3)],
  ['the last five needs', all.slice(-5)],
  ...all.map(key => [key, [key]] as const),
];

/** Options never chosen: they end the conversation, or go another way. */
function chosen(question: Question, needs: readonly string[], choose: Choose): RawAnswer | undefined {
  if (question.linkId === 'start.way') return 'full';
  if (question.linkId === 'mind.needs') return needs.length === 0 ? undefined : [...needs];
  return leastAnswer(question) ?? choose(question);
}

/** How far progress falls at most on the way to the review. */
function worstDrop(needs: readonly string[], choose: Choose): Drop {
  const dialogue = new Dialogue();
  let worst: Drop = { by: 0, at: '' };
  let before = 0;
  for (let turns = 0; turns < 400; turns += 1) {
    const last = dialogue.replies.at(-1);
    if (last?.kind !== 'ask') break;
    const { done, total } = last.progress;
    expect(done).to.be.at.most(total);
    if (before - done / total > worst.by) worst = { by: before - done / total, at: last.question.linkId };
    before = done / total;
    const answer = chosen(last.question, needs, choose);
    if (answer === undefined) dialogue.skips();
    else dialogue.answers(answer);
  }
  expect(dialogue.replies.at(-1)?.kind).to.equal('review');
  return worst;
}

/** A value for a step of any form; of which type matters only to conditions on it. */
function anyValue({ kind, item, path, index }: Step, mind: number): AnswerValue {
  if (kind === 'more') return { valueBoolean: (path.at(-1) ?? 0) < mind % 3 };
  const option = item.options[(mind + index) % Math.max(1, item.options.length)];
  return option?.value ?? (item.type === 'boolean' ? { valueBoolean: (mind + index) % 2 === 0 } : { valueString: 'one' });
}

const ways: readonly (readonly [string, Choose])[] = [
  ['skipping what may be skipped', () => undefined],
  ['choosing the first of everything', ({ type, options }) => (type === 'boolean' ? true : options?.[0]?.value)],
  ['choosing the last of everything', ({ type, options }) => (type === 'boolean' ? false : options?.at(-1)?.value)],
];

/** The most that "done of total" falls on the journey, measured over all ways below. */
const mostFall = 0.082;

/** The most it falls for one who ticks every need there is: all their screens open at once. */
const mostFallOfAll = 0.146;

describe('Progress', () => {
  for (const [way, choose] of ways) {
    it(`hardly falls on the journey, ${way}`, function () {
      this.timeout(60_000);
      const drops = asked.map(([name, needs]) => ({ name, ...worstDrop(needs, choose) }));
      const worst = drops.reduce((most, drop) => (drop.by > most.by ? drop : most));
      expect(worst.by, `${worst.name} at ${worst.at}`).to.be.at.most(mostFall);
      expect(worstDrop(all, choose).by, 'every need').to.be.at.most(mostFallOfAll);
    });
  }

  it('is never more than all, and all at the end, whatever the form and the answers', () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.nat(100_000), (json, mind) => {
        const { form } = checkQuestionnaireFile(JSON.parse(JSON.stringify(json)), 'any.json');
        if (form === undefined) throw new Error('no form');
        let answers: Answers = {};
        for (let turns = 0; turns < 300; turns += 1) {
          const state = aState(form, answers);
          const gone = new Set(unreachableKeys(state, Object.keys(answers)));
          answers = Object.fromEntries(Object.entries(answers).filter(([key]) => !gone.has(key)));
          const { next, done, total } = walk(aState(form, answers), []);
          expect(done).to.be.at.most(total);
          if (next === undefined) {
            expect(done).to.equal(total);
            return;
          }
          answers = { ...answers, [next.key]: { values: [anyValue(next, mind)] } };
        }
        throw new Error('no end');
      }),
      { seed: 20261122, numRuns: 100 },
    );
  });
});
