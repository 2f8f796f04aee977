// What a link worker reads of figures and of changed answers.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { beforeCalling } from '../../src/staff/before-calling.js';
import { personSections } from '../../src/staff/person-sections.js';
import type { Referral } from '../../src/referral/referral.js';
import { Dialogue } from '../support/a-dialogue.js';

function pageOf(more: Partial<Referral>): string {
  const referral = new Dialogue().until('review').answers('send').referrals[0];
  if (!referral) throw new Error('nothing was sent');
  return personSections({ ...referral, ...more }, new Date('2026-11-23T10:00:00Z'))
    .map(String)
    .join('\n');
}

const at = '2026-11-22T10:00:00.000Z';
const measure = { id: 'x', name: 'How active', codes: [], at };

describe('the page of one person', () => {
  it('says what a figure means where its instrument does', () => {
    const page = pageOf({ measures: [{ ...measure, value: 2, range: [0, 3], band: 'Moderately active' }] });
    expect(page).to.contain('2 (from 0 to 3): Moderately active');
    expect(pageOf({ measures: [{ ...measure, value: 2, range: [0, 3] }] })).to.contain('2 (from 0 to 3)</td>');
    expect(pageOf({ measures: [{ ...measure, value: 7 }] })).to.contain('<td>7</td>');
    expect(pageOf({ measures: [{ ...measure, value: false }] })).to.contain('<td>No</td>');
  });

  it('names the answers that were changed on the way', () => {
    const page = pageOf({
      changes: [
        { at, did: 'changed', linkId: 'a', question: 'Help with' },
        { at, did: 'dropped', linkId: 'b', question: 'Behind with' },
        { at, did: 'asked-again', linkId: 'c', question: 'Phone' },
      ],
    });
    expect(page).to.contain('Changed before sending').and.to.contain('Help with: changed their answer');
    expect(page).to.contain('Behind with: no longer asked').and.to.contain('Phone: the question itself changed');
  });

  it('says which answers were given to staff, how many, and what was not asked for want of privacy', () => {
    const one = { linkId: 'a', part: 'contact', question: 'Name', values: [], answer: 'Sam', at };
    const some = pageOf({ answers: [{ ...one, by: 'staff' }, one], words: [{ ...one, by: 'staff' }] });
    expect(some).to.contain('Given to staff at the practice').and.contain('1 of 2 answers').and.contain('given to staff</span>');
    expect(pageOf({ answers: [{ ...one, by: 'staff' }] })).to.contain('every answer');
    expect(pageOf({})).to.not.contain('taff at the practice');
    const top = (notAsked: Referral['notAsked']): string => {
      const referral = { ...new Dialogue().until('review').answers('send').referrals[0], notAsked } as Referral;
      const record = { v: 1, referral, status: 'requested', notes: [], history: [] } as const;
      return beforeCalling(record, { name: 'Dr Day', role: 'Duty doctor', phone: '020 7946 0124' }).toString();
    };
    expect(top([{ linkId: 'safety.now', question: 'Safety', safety: true }]))
      .to.contain('The safety question was not asked.')
      .and.not.contain('left out at the desk');
    const others = [{ linkId: 'b', question: 'Behind with', safety: false }];
    expect(top([...others, ...others]))
      .to.contain('left out at the desk too: Behind with.')
      .and.not.contain('The safety question');
    expect(top(undefined)).to.not.contain('no privacy');
  });

  it('says of a red flag whether it was told, or could not be asked about at the desk', () => {
    const referral = { ...new Dialogue().until('review').answers('send').referrals[0] } as Referral;
    const top = (rule: string): string => {
      const flags = [{ kind: 'self-harm', tier: 'act', rule, at }] as const;
      const record = { v: 1, referral: { ...referral, flags }, status: 'requested', notes: [], history: [] } as const;
      return beforeCalling(record, { name: 'Dr Day', role: 'Duty doctor', phone: '020 7946 0124' }).toString();
    };
    expect(top('unasked:safety-check.self-harm'))
      .to.contain('could not be asked about at the desk; urgent help was shown')
      .and.not.contain('told plainly');
    expect(top('answer:safety.now=thoughts')).to.contain('told plainly');
  });

  it('has no such list where nothing was changed, or the referral is from before it was kept', () => {
    expect(pageOf({ changes: [] })).not.to.contain('Changed before sending');
    const { changes: _, ...older } = new Dialogue().until('review').answers('send').referrals[0] ?? {};
    expect(
      personSections(older as Referral, new Date(at))
        .map(String)
        .join(''),
    ).not.to.contain('Changed before sending');
  });
});
