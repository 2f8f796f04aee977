import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isInArea } from '../../src/conversation/derive-facts.js';
import { Dialogue } from '../support/a-dialogue.js';
import { contentWithService, realContent } from '../support/real-content.js';

function end(dialogue: Dialogue): string | undefined {
  const last = dialogue.replies.at(-1);
  return last?.kind === 'ended' ? last.end : undefined;
}

describe('ends without a referral', () => {
  it('keeps nothing of a child under 13, and names Childline and a trusted adult', () => {
    const dialogue = new Dialogue().until('eligibility.age').answers(9);
    expect(end(dialogue)).to.equal('under-13');
    expect(dialogue.erased).to.equal(true);
    expect(dialogue.heard)
      .to.include('0800 1111')
      .and.to.match(/adult you trust/iu);
  });

  it('takes people of 13 to 15 only where that is commissioned', () => {
    expect(end(new Dialogue().until('eligibility.age').answers(14))).to.equal('age-13-15');
    const content = contentWithService({ minimumAge: 18, under16Commissioned: true });
    expect(end(new Dialogue({ content }).until('eligibility.age').answers(14))).to.equal(undefined);
  });

  it('tells people under the minimum age kindly, and takes them where the minimum is lower', () => {
    expect(end(new Dialogue().until('eligibility.age').answers(17))).to.equal('under-minimum');
    const content = contentWithService({ minimumAge: 16 });
    expect(new Dialogue({ content }).until('eligibility.age').answers(17).question.linkId).to.equal('eligibility.practice');
  });

  it('tells somebody out of the area where else to turn, and lets them correct the postcode', () => {
    const dialogue = new Dialogue().until('eligibility.postcode', { 'eligibility.practice': 'other' }).says('SW1A 1AA');
    expect(end(dialogue)).to.equal('out-of-area');
    dialogue.says('back').says('E1 6AN');
    expect(dialogue.question.linkId).to.equal('mind.words');
  });

  it('never blocks on a postcode nobody gives', () => {
    const dialogue = new Dialogue().until('eligibility.postcode', { 'eligibility.practice': 'other' }).says('skip');
    expect(dialogue.question.linkId).to.equal('mind.words');
  });

  it('knows a served district from one that only begins alike', () => {
    expect(isInArea('E1 6AN', ['E1'])).to.equal(true);
    expect(isInArea('E14 2AA', ['E1'])).to.equal(false);
    expect(isInArea('E14 2AA', ['E'])).to.equal(true);
    expect(isInArea('EC1A 1BB', ['E'])).to.equal(false);
  });

  it('makes no referral without permission to share', () => {
    const dialogue = new Dialogue().until('consent.share').says('no');
    expect(end(dialogue)).to.equal('no-permission');
    expect(dialogue.effects).to.deep.equal([]);
  });

  it('makes no referral for somebody who does not agree, and sends one who cannot decide to a person', () => {
    const refused = new Dialogue().answers('other').until('proxy.knows').answers('no');
    expect(end(refused)).to.equal('not-agreed');
    const cannot = new Dialogue().answers('other').until('proxy.knows').answers('cannot-decide');
    expect(cannot.question.linkId).to.equal('proxy.authority');
    cannot.answers('none').until('review').answers('send');
    expect(cannot.referrals[0]?.who.kind).to.equal('other');
    expect(cannot.referrals[0]?.who.detail.map(answer => answer.linkId)).to.include('proxy.authority');
  });

  it('says from the first moment that intake is paused, with the wait', () => {
    const content = contentWithService({ intake: { state: 'paused', waitWeeks: 6 } });
    const dialogue = new Dialogue({ content });
    expect(end(dialogue)).to.equal('paused-intake');
    // The words of the end are worded with the service they were loaded with; the wait itself is tested where content is loaded.
    expect(dialogue.heard).to.include(realContent().service.phone);
  });
});
