// How many answers a patient gives at least: 20 with "send" on the full way, five on the "just call me" way.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue, FormItem } from '../../src/content/forms/form.js';
import { isQuestion } from '../../src/content/forms/form.js';
import { realContent } from '../support/real-content.js';
import { aState } from '../support/a-state.js';

/** Codes to choose where the first option is not wanted, true or false for yes and no, null to skip. */
type Choices = Readonly<Record<string, string | boolean | null>>;

function answer(item: FormItem, wanted: string | boolean | undefined): AnswerValue {
  if (item.type === 'boolean') return { valueBoolean: wanted !== false };
  if (item.type === 'integer') return { valueInteger: 30 };
  if (item.type === 'date') return { valueDate: '1980-06-10' };
  const option = item.options.find(({ code }) => code === wanted) ?? item.options[0];
  return option?.value ?? { valueString: 'something' };
}

function asked(way: string, choices: Choices): readonly string[] {
  const { form } = realContent().journey;
  const answers: Record<string, { values: readonly AnswerValue[] }> = { 'start.way': { values: [{ valueCoding: { code: way } }] } };
  const questions: string[] = [];
  for (const item of form.order) {
    if (!isQuestion(item) || item.hidden || !aState(form, answers).enabled.has(item.linkId)) continue;
    questions.push(item.linkId);
    const wanted = choices[item.linkId];
    if (wanted !== null) answers[item.linkId] = { values: [answer(item, wanted)] };
  }
  return questions;
}

describe('the way through the journey', () => {
  const shortest = { 'mind.needs': 'culture', 'safety.now': 'no', 'life.offer': false, 'contact.more': false };

  it('takes 20 answers at the least for one need, "send" among them', () => {
    const send = 1;
    expect(asked('full', shortest).length + send).to.be.at.most(20);
  });

  it('takes five answers for "just call me", and no more', () => {
    expect(asked('call-me', {})).to.deep.equal(['call-me.spoken', 'call-me.name', 'call-me.phone', 'call-me.voicemail', 'call-me.permission']);
  });

  it('asks for an e-mail address only without a telephone number, and for an address only without both', () => {
    const noPhone = asked('full', { ...shortest, 'contact.phone': null });
    const neither = asked('full', { ...shortest, 'contact.phone': null, 'contact.email': null });
    expect(noPhone).to.include('contact.email').and.not.include('contact.address');
    expect(neither).to.include('contact.address');
    expect(realContent().journey.form.byLinkId.get('contact.address')?.required).to.equal(true);
  });

  it('asks for no way of contact where contact is not allowed', () => {
    const questions = asked('full', { ...shortest, 'consent.contact': false });
    expect(questions).not.to.include.members(['contact.phone']).and.not.include.members(['contact.safe']);
  });

  /** The questions of one need's screen. Whether an instrument that is only offered is agreed to: `agreed`. */
  function screenOf(key: string, agreed: boolean, more: Choices = {}): readonly string[] {
    const questions = asked('full', { ...shortest, 'mind.needs': key, [`screen-${key}.offer`]: agreed, ...more });
    return questions.filter(linkId => linkId.startsWith(`screen-${key}.`)).map(linkId => linkId.slice(`screen-${key}.`.length));
  }

  it('asks one to four questions for each need', () => {
    for (const { key } of realContent().needs) expect(screenOf(key, false).length, key).to.be.within(1, 4);
  });

  it('asks an instrument that is only offered of those who say yes, and of nobody else', () => {
    const usual = ['like', 'hard', 'offer'];
    const gppaq = ['work', 'exercise', 'cycling', 'walking', 'housework', 'gardening', 'pace'];
    expect(screenOf('activity', false)).to.deep.equal(usual);
    expect(screenOf('activity', true)).to.deep.equal([...usual, ...gppaq]);
  });

  it('asks about drinking by AUDIT-C, and after "never" nothing more', () => {
    const drinks = { 'screen-alcohol-drugs.frequency': 'monthly-or-less' };
    expect(screenOf('alcohol-drugs', false)).to.deep.equal(['about', 'help', 'offer']);
    expect(screenOf('alcohol-drugs', true, drinks)).to.deep.equal(['about', 'help', 'offer', 'frequency', 'units', 'binge']);
    expect(screenOf('alcohol-drugs', true)).to.deep.equal(['about', 'help', 'offer', 'frequency']);
  });

  it('offers AUDIT-C neither for drugs nor for somebody else', () => {
    const about = (code: string) => screenOf('alcohol-drugs', true, { 'screen-alcohol-drugs.about': code });
    expect(about('drugs')).to.deep.equal(['about', 'help']);
    expect(about('someone')).to.deep.equal(['about', 'someone-help']);
  });
});
