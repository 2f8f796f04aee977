// Every screen can be reached from the journey and left again: its need chosen, its questions answered, back out, and on to the review.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { RawAnswer } from '../../src/conversation/conversation.js';
import type { Question } from '../../src/conversation/reply.js';
import { Dialogue, leastAnswer } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';
import { referralOf, sentReferral } from '../support/sent-referral.js';

/** Answers that raise no red flag, and that ask the most, where the first option would not. */
const picks: Readonly<Record<string, RawAnswer>> = {
  'screen-food.today': 'yes',
  'screen-energy.off': 'no',
  'screen-energy.warm': 'no',
  'screen-housing.fit': false,
  'screen-transport.can': false,
  'screen-caring.hours': '50-or-more',
  'screen-alcohol-drugs.frequency': '4-or-more-a-week',
};

function answerTo(question: Question): RawAnswer {
  const picked = picks[question.linkId];
  if (picked !== undefined) return picked;
  const first = question.options?.[0]?.value;
  if (first !== undefined) return first;
  if (question.type === 'boolean') return true;
  throw new Error(`no answer is known to ${question.linkId}`);
}

const atSafety = (need: string, lang: string): Dialogue => new Dialogue({ lang }).until('safety.now', { 'mind.needs': [need] }).answers('no');

/** Answers the screen to its end; the linkIds asked. */
function answerScreen(dialogue: Dialogue, screen: string): readonly string[] {
  const asked: string[] = [];
  while (dialogue.question.linkId.startsWith(screen) && asked.length < 20) {
    asked.push(dialogue.question.linkId);
    dialogue.answers(answerTo(dialogue.question));
  }
  return asked;
}

describe('the screen of each need', () => {
  for (const { key } of realContent().needs) {
    const screen = `screen-${key}.`;

    it(`is reached and left again, both ways: ${key}`, () => {
      const dialogue = atSafety(key, 'en');
      expect(dialogue.question.linkId.startsWith(screen), 'first after the safety question').to.equal(true);
      expect(dialogue.commands('back').question.linkId, 'out by the way in').to.equal('safety.now');
      const asked = answerScreen(dialogue.answers('no'), screen);
      expect(asked).to.not.have.length(0);
      const outside = dialogue.question.linkId;
      expect(dialogue.commands('back').question.linkId, 'back in from behind').to.equal(asked.at(-1));
      dialogue.answers(answerTo(dialogue.question));
      expect(dialogue.question.linkId, 'out again').to.equal(outside);
      const referral = referralOf(dialogue.until('review').answers('send'));
      const [need] = referral.needs;
      expect(need?.key).to.equal(key);
      expect(need?.answers.map(({ linkId }) => linkId)).to.deep.equal(asked);
      expect(referral.flags).to.deep.equal([]);
    });

    it(`can be skipped question by question, and still leads to the review: ${key}`, () => {
      const dialogue = atSafety(key, 'en');
      for (let steps = 0; dialogue.question.linkId.startsWith(screen) && steps < 20; steps += 1) dialogue.skips();
      expect(referralOf(dialogue.until('review').answers('send')).needs[0]?.answers).to.deep.equal([]);
    });

    it(`is worded in Polish and in Arabic: ${key}`, () => {
      for (const lang of ['pl', 'ar']) {
        const dialogue = atSafety(key, lang);
        const english = new Set<string>();
        for (let steps = 0; dialogue.question.linkId.startsWith(screen) && steps < 20; steps += 1) {
          const { heard } = dialogue;
          if (/\b(?:the|you|your|what|how|not)\b/iu.test(heard)) english.add(heard);
          dialogue.answers(answerTo(dialogue.question));
        }
        expect([...english], lang).to.deep.equal([]);
      }
    });
  }
});

describe('what a screen shows a link worker and not the person', () => {
  const drinks = {
    'mind.needs': ['alcohol-drugs'],
    'screen-alcohol-drugs.about': 'alcohol',
    'screen-alcohol-drugs.offer': true,
    'screen-alcohol-drugs.frequency': '4-or-more-a-week',
    'screen-alcohol-drugs.units': '10-or-more',
    'screen-alcohol-drugs.binge': 'daily',
  };

  it('is the total of AUDIT-C, with its LOINC code', () => {
    const [measure] = sentReferral(drinks).measures;
    expect(measure).to.deep.include({ id: 'screen-alcohol-drugs.audit-c', name: 'AUDIT-C', value: 12, range: [0, 12] });
    expect(measure?.codes[0]?.code).to.equal('75626-2');
  });

  it('is 0 for somebody who never drinks', () => {
    const [measure] = sentReferral({ ...drinks, 'screen-alcohol-drugs.frequency': 'never' }).measures;
    expect(measure?.value).to.equal(0);
  });

  it('is nothing when AUDIT-C was broken off', () => {
    const measures = sentReferral({ ...drinks, 'screen-alcohol-drugs.binge': null }).measures;
    expect(measures.filter(({ id }) => id.startsWith('screen-alcohol-drugs'))).to.deep.equal([]);
  });

  it('is the Physical Activity Index of GPPAQ, once work, exercise and cycling were answered', () => {
    const moves = {
      'mind.needs': ['activity'],
      'screen-activity.offer': true,
      'screen-activity.work': 'standing',
      'screen-activity.exercise': 'under-1',
      'screen-activity.cycling': 'none',
    };
    const [measure] = sentReferral(moves).measures;
    expect(measure).to.deep.include({ id: 'screen-activity.gppaq-index', name: 'Physical Activity Index (GPPAQ)', value: 2, range: [0, 3] });
    expect(sentReferral({ ...moves, 'screen-activity.cycling': null }).measures).to.deep.equal([]);
  });

  it('is in the answers as FHIR, though one statement about food was not known', () => {
    const food = { 'mind.needs': ['food'], 'screen-food.worried': 'LA15775-2', 'screen-food.lasted': 'LA6729-3' };
    const response = JSON.stringify(sentReferral(food).responses.find(({ questionnaire }) => questionnaire?.includes('screen-food')));
    expect(response).to.include('"linkId":"food-risk"').and.to.include('"code":"LA19952-3"');
  });

  it('is never said: neither total nor band, in the whole conversation', () => {
    const given: Readonly<Record<string, RawAnswer>> = {
      ...picks,
      ...drinks,
      'mind.needs': ['alcohol-drugs', 'activity', 'loneliness', 'food'],
      'life.offer': true,
    };
    const dialogue = new Dialogue();
    const heard: string[] = [];
    for (let steps = 0; dialogue.question.linkId !== 'review' && steps < 120; steps += 1) {
      const { question } = dialogue;
      const ours = question.linkId.startsWith('screen-') ? answerTo(question) : question.linkId.startsWith('life.') ? 0 : undefined;
      const answer = given[question.linkId] ?? ours ?? leastAnswer(question);
      if (answer === undefined) dialogue.skips();
      else dialogue.answers(answer);
      heard.push(dialogue.heard);
    }
    expect(heard.join('\n')).to.include('Lack of companionship').and.to.include('Units on a typical day').and.to.include('Walking pace');
    expect(heard.join('\n')).not.to.match(/\btotal\b|\bindex\b|\bscore|risk of food|lower risk|cut-off|inactive|moderately active/iu);
  });
});

describe('a screen that tells of no food, no bed or no power', () => {
  const rows = [
    ['food', { 'screen-food.today': 'no' }],
    ['housing', { 'screen-housing.now': 'no-home', 'screen-housing.tonight': 'no' }],
    ['energy', { 'screen-energy.off': 'yes' }],
  ] as const;

  for (const [need, given] of rows) {
    it(`says who can help today, and marks the referral urgent: ${need}`, () => {
      const last = Object.keys(given).at(-1) ?? '';
      const [flag] = Object.values(given).slice(-1);
      const dialogue = new Dialogue().until(last, { 'mind.needs': [need], ...given }).answers(flag ?? '');
      expect(dialogue.heard).to.include('a place to sleep, food or heat today').and.to.include('0808 800 4444').and.to.include('0808 208 2138');
      const referral = referralOf(dialogue.until('review').answers('send'));
      expect(referral.urgency).to.equal('urgent');
      expect(referral.flags.map(({ kind, rule }) => [kind, rule])).to.deep.equal([['destitution', `answer:${last}=${flag ?? ''}`]]);
    });
  }

  it('raises nothing for someone who has enough', () => {
    const referral = sentReferral({ 'mind.needs': ['food', 'energy'], 'screen-food.today': 'yes', 'screen-energy.off': 'not-sure' });
    expect(referral.flags).to.deep.equal([]);
    expect(referral.urgency).to.equal('routine');
  });
});
