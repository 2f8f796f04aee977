// How many answers a patient gives at least: 20 with "send" on the full way, five on the "just call me" way.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { AnswerValue, FormItem } from '../../src/content/form.js';
import { isQuestion } from '../../src/content/form.js';
import { isEnabled } from '../../src/questionnaire/enable-when.js';
import { realContent } from '../support/real-content.js';

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
    if (!isQuestion(item) || item.hidden || !isEnabled(item, form, answers)) continue;
    questions.push(item.linkId);
    const wanted = choices[item.linkId];
    if (wanted !== null) answers[item.linkId] = { values: [answer(item, wanted)] };
  }
  return questions;
}

describe('the way through the journey', () => {
  const shortest = { 'mind.needs': 'activity', 'safety.now': 'no', 'life.offer': false, 'contact.more': false };

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

  it('asks one to four questions for each need', () => {
    for (const { key } of realContent().needs) {
      const screen = asked('full', { ...shortest, 'mind.needs': key }).filter(linkId => linkId.startsWith(`screen-${key}.`));
      expect(screen.length, key).to.be.within(1, 4);
    }
  });
});
