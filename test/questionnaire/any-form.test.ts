import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue, Form } from '../../src/content/forms/form.js';
import type { EnableWhen } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { checkAnswer } from '../../src/questionnaire/check-answer.js';
import { unreachableKeys } from '../../src/questionnaire/clear-unreachable.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState, enabledKeys } from '../support/a-state.js';

/** Numbers below `n`, always the same ones for a seed (mulberry32). */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return n => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

type Roll = (n: number) => number;

const types = ['boolean', 'integer', 'choice', 'group', 'string', 'display'] as const;
const operators = ['exists', '=', '!=', '>', '<', '>=', '<='] as const;
const options = [anOption('a'), anOption('b')];
const values: readonly AnswerValue[] = [
  { valueBoolean: true },
  { valueBoolean: false },
  { valueInteger: 1 },
  { valueString: 'x' },
  ...options.map(option => option.value),
];
const wanted: readonly Partial<EnableWhen>[] = [
  { answerBoolean: true },
  { answerInteger: 1 },
  { answerCoding: { code: 'a' } },
  { answerString: 'x' },
];

function pick<T>(roll: Roll, list: readonly [T, ...T[]] | readonly T[]): T {
  const picked = list[roll(list.length)];
  if (picked === undefined) throw new Error('picked from an empty list');
  return picked;
}

/** Items with random conditions; on earlier items only, or (`loops`) on any. */
function randomItems(roll: Roll, loops: boolean, taken: { count: number }, depth = 0): AnItem[] {
  return Array.from({ length: 1 + roll(4) }, () => {
    const own = taken.count;
    taken.count += 1;
    const type = pick(roll, types);
    const reach = loops ? 25 : own;
    const enableWhen = Array.from({ length: reach === 0 ? 0 : roll(3) }, () => ({
      question: `i${String(roll(reach))}`,
      operator: pick(roll, operators),
      ...pick(roll, wanted),
    }));
    const nests = type === 'group' || (type !== 'display' && roll(4) === 0);
    return {
      linkId: `i${String(own)}`,
      type,
      enableWhen,
      enableBehavior: roll(2) === 0 ? 'all' : 'any',
      hidden: roll(10) === 0,
      readOnly: roll(10) === 0,
      ...(type === 'choice' && { options }),
      ...(nests && depth < 3 && { items: randomItems(roll, loops, taken, depth + 1) }),
    };
  });
}

function randomForm(roll: Roll, loops: boolean): Form {
  return aForm(randomItems(roll, loops, { count: 0 }));
}

function randomAnswers(roll: Roll, form: Form): Answers {
  const given = form.order.flatMap(item => {
    const fitting = values.filter(value => checkAnswer(item, [value]).ok);
    return fitting.length === 0 || roll(2) === 0 ? [] : [[item.linkId, { values: [pick(roll, fitting)] }] as const];
  });
  return Object.fromEntries(given);
}

/** The answers without those that fall away, taken away until nothing more does. */
function reachable(form: Form, answers: Answers): Answers {
  const gone = new Set(unreachableKeys(aState(form, answers), Object.keys(answers)));
  if (gone.size === 0) return answers;
  return reachable(form, Object.fromEntries(Object.entries(answers).filter(([key]) => !gone.has(key))));
}

describe('On any form', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);

  it('deriving twice gives the same, loops or not, and never hangs', () => {
    for (const seed of seeds) {
      const roll = dice(seed);
      const form = randomForm(roll, seed % 2 === 0);
      const state = aState(form, randomAnswers(roll, form));
      const again = aState(form, state.answers);
      expect(enabledKeys(again)).to.deep.equal(enabledKeys(state));
      expect(walk(again, [])).to.deep.equal(walk(state, []));
    }
  });

  it('a disabled parent has no enabled child', () => {
    for (const seed of seeds) {
      const roll = dice(seed);
      const form = randomForm(roll, true);
      const { steps, enabled } = aState(form, randomAnswers(roll, form));
      for (const { key, parent } of steps) if (enabled.has(key)) expect(parent === undefined || enabled.has(parent.key)).to.equal(true);
    }
  });

  it('answering every question asked ends with all done, and what was cleared is never missed', () => {
    for (const seed of seeds) {
      const roll = dice(seed);
      const form = randomForm(roll, false);
      let answers = randomAnswers(roll, form);
      for (let asked = 0; asked <= form.order.length; asked += 1) {
        answers = reachable(form, answers);
        const { next } = walk(aState(form, answers), []);
        if (next === undefined) break;
        expect(next.askable).to.equal(true);
        const fitting = values.filter(value => checkAnswer(next.item, [value]).ok);
        answers = { ...answers, [next.key]: { values: [pick(roll, fitting)] } };
      }
      const { next, done, total } = walk(aState(form, answers), []);
      expect(next).to.equal(undefined);
      expect(done).to.equal(total);
    }
  });

  it('clearing leaves the same items enabled', () => {
    for (const seed of seeds) {
      const roll = dice(seed);
      const form = randomForm(roll, false);
      const answers = randomAnswers(roll, form);
      const enabled = enabledKeys(aState(form, answers));
      const gone = new Set(unreachableKeys(aState(form, answers), Object.keys(answers)));
      const kept = Object.fromEntries(Object.entries(answers).filter(([key]) => !gone.has(key)));
      expect(enabledKeys(aState(form, kept))).to.deep.equal(enabled);
      expect(unreachableKeys(aState(form, kept), Object.keys(kept))).to.deep.equal([]);
    }
  });

  it('what is built of allowed answers is valid, and holds nothing empty', () => {
    for (const seed of seeds) {
      const roll = dice(seed);
      const form = randomForm(roll, false);
      const questionnaire = form.sources.get('');
      if (questionnaire === undefined) continue;
      const state = aState(form, randomAnswers(roll, form));
      const details = { authored: '2026-01-01T00:00:00Z', language: 'en', status: 'in-progress' } as const;
      const text = JSON.stringify(buildResponse({ questionnaire, state, ...details }));
      expect(text).not.to.match(/\[\]|\{\}/);
      expect(validateResponse({ questionnaire, form, response: JSON.parse(text) })).to.deep.equal([]);
    }
  });
});
