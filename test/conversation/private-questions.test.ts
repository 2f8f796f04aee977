// A referral with the patient present: what staff write down is marked, private questions are never put at the desk, and what goes over to
// the person's own phone is theirs again.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { buildForm } from '../../src/content/forms/build-form.js';
import { inOwnHands } from '../../src/conversation/private-questions.js';
import { showConversation } from '../../src/conversation/show-conversation.js';
import { deriveFormState } from '../../src/questionnaire/form-state.js';
import { walk } from '../../src/questionnaire/relevant-items.js';
import { parseResponse, validateResponse } from '../../src/questionnaire/validate-response.js';
import { toFhir } from '../../src/referral/to-fhir.js';
import { aForm } from '../support/a-form.js';
import { Dialogue } from '../support/a-dialogue.js';
import { resourceOf, resourcesOf } from '../support/a-bundle.js';
import { fhirFaults } from '../support/fhir-validators.js';
import { realContent } from '../support/real-content.js';
import { referralOf, sentReferral } from '../support/sent-referral.js';

const needs = { 'safety.now': null, 'mind.needs': ['money', 'loneliness'] };

/** A conversation that staff write down. */
function atTheDesk(): Dialogue {
  const dialogue = new Dialogue();
  if (dialogue.conversation) dialogue.conversation = { ...dialogue.conversation, by: 'staff' };
  return dialogue;
}

const atPrivate = (): Dialogue => atTheDesk().until('safety.now', needs);

describe('a private question at the desk', () => {
  it('is asked as any other where the person answers themselves', () => {
    const { question } = new Dialogue().until('safety.now');
    expect(question.variant).to.equal(undefined);
    expect(question.options).to.have.length(6);
  });

  it('shows none of its words, options or headings', () => {
    const { question, replies, heard } = atPrivate();
    expect(question).to.deep.include({ variant: 'private', required: false, safety: false });
    expect(question.options).to.equal(undefined);
    expect(replies.at(-1)).to.deep.include({ before: [] });
    expect(heard).to.include('This question is private').and.not.include('unsafe');
  });

  it('takes nothing typed for its answer, but hears danger in it', () => {
    const dialogue = atPrivate().says('No');
    expect(dialogue.question).to.deep.include({ linkId: 'safety.now', variant: 'private' });
    expect(dialogue.conversation?.answers).to.not.have.property('safety.now');
    dialogue.says('he says he will kill himself tonight');
    expect(dialogue.conversation?.flags[0]).to.deep.include({ kind: 'self-harm', tier: 'act' });
    expect(dialogue.heard).to.include('999');
    expect(dialogue.question.variant, 'the direct question is private too').to.equal('private');
  });

  it('takes no data for its answer, alone or among others, and none from a page that is old', () => {
    const dialogue = atPrivate().answers('thoughts');
    expect(dialogue.conversation?.answers).to.not.have.property('safety.now');
    expect(dialogue.conversation?.flags).to.deep.equal([]);
    dialogue.sends([
      { key: 'safety.now', answer: 'not-asked' },
      { key: 'eligibility.age', answer: 50 },
    ]);
    expect(dialogue.question.linkId).to.equal('safety.now');
    dialogue.sends([{ linkId: 'safety.now', answer: 'no' }]);
    expect(dialogue.question.linkId).to.equal('safety.now');
    const early = atTheDesk().sends([{ key: 'safety.now', answer: 'not-asked' }]);
    expect(early.conversation?.skipped).to.deep.equal([]);
    early.sends([{ answer: 'nothing is named' }]);
    expect(early.conversation?.answers).to.deep.equal({});
  });

  it('takes no data under its name in its own file, nor anything that comes with it', () => {
    const dialogue = atTheDesk().until('screen-safety.told', { ...needs, 'mind.needs': ['safety'] });
    const { answers, skipped } = dialogue.conversation ?? {};
    const sent = (name: { readonly key: string } | { readonly linkId: string }) => [
      [{ ...name, answer: 'no' }],
      [{ ...name, answer: 'not-asked' }],
      [{ ...name, skip: true }],
      [
        { key: 'eligibility.age', answer: 51 },
        { ...name, answer: 'no' },
      ],
    ];
    for (const one of [...sent({ key: 'told' }), ...sent({ linkId: 'told' })]) {
      const copy = dialogue.copy().sends(one);
      expect(copy.conversation, JSON.stringify(one)).to.deep.include({ answers, skipped });
      expect(copy.question).to.deep.include({ linkId: 'screen-safety.told', variant: 'private' });
    }
    dialogue.sends([{ key: 'eligibility.age', answer: 51 }]);
    expect(dialogue.conversation?.answers['eligibility.age']?.values, 'alone it is taken').to.deep.equal([{ valueInteger: 51 }]);
    const own = new Dialogue().until('screen-safety.told', { 'mind.needs': ['safety'] }).sends([{ linkId: 'told', answer: 'no' }]);
    expect(own.conversation?.answers, 'in their own hands').to.have.property('screen-safety.told');
  });

  it('still obeys a command, and lets other questions be answered', () => {
    const dialogue = atPrivate().commands('back');
    expect(dialogue.question.linkId).to.not.equal('safety.now');
    dialogue.answers(['money']).says('skip');
    expect(dialogue.conversation?.unasked).to.deep.equal(['safety.now']);
  });

  it('can be left out, and be come back to', () => {
    const dialogue = atPrivate().answers('not-asked');
    expect(dialogue.conversation?.unasked).to.deep.equal(['safety.now']);
    expect(dialogue.question.linkId).to.not.equal('safety.now');
    dialogue.commands('change', { key: 'safety.now' });
    expect(dialogue.question.variant).to.equal('private');
  });

  it('is passed over in the walk, required or not, once it was left out', () => {
    const form = aForm([
      { linkId: 'a', type: 'boolean', required: true },
      { linkId: 'b', type: 'boolean' },
    ]);
    const state = deriveFormState(form, { answers: {}, toAnswer: values => ({ values }) });
    expect(walk(state, ['a']).next?.key).to.equal('a');
    expect(walk(state, ['a'], ['a']).next?.key).to.equal('b');
  });
});

describe('what was left out at the desk', () => {
  const answered = (dialogue: Dialogue) => {
    if (dialogue.conversation === undefined) throw new Error('no conversation');
    return showConversation(dialogue.conversation, dialogue.content);
  };
  const hidden = { product: 'handover.private.title' };

  it('is listed in the story and the review by none of its words', () => {
    const dialogue = atTheDesk().until('review', needs);
    const { story } = answered(dialogue);
    expect(story.find(({ key }) => key === 'safety.now')?.question).to.deep.equal(hidden);
    expect(story.find(({ key }) => key === 'eligibility.age')?.question).to.not.deep.equal(hidden);
    const last = dialogue.replies.at(-1);
    const lines = last?.kind === 'review' ? last.lines : [];
    expect(lines.filter(({ key }) => key.startsWith('screen-money.')).map(({ label }) => label)).to.deep.include(hidden);
    expect(dialogue.heard).to.include('This question is private').and.not.include('Money is a problem');
    dialogue.commands('change', { key: 'screen-money.problem' });
    expect(dialogue.heard).to.include('This question is private').and.not.include('Money is a problem');
  });

  it('is named again once the person has it in their own hands', () => {
    const dialogue = atTheDesk().until('screen-money.problem', needs).answers('not-asked');
    if (dialogue.conversation) dialogue.conversation = { ...inOwnHands(dialogue.conversation), skipped: dialogue.conversation.skipped };
    expect(answered(dialogue).story.map(({ question }) => question)).to.not.deep.include(hidden);
  });

  it('is not named where it falls away', () => {
    const falls = (by: object): string => {
      const dialogue = new Dialogue().until('screen-money.problem', needs).answers(true);
      if (dialogue.conversation) dialogue.conversation = { ...dialogue.conversation, ...by };
      dialogue.commands('change', { key: 'mind.needs' }).answers(['loneliness']);
      expect(dialogue.conversation?.answers).to.not.have.property('screen-money.problem');
      return dialogue.heard;
    };
    expect(falls({})).to.include('Money is a problem');
    expect(falls({ by: 'staff' })).to.not.include('Money is a problem');
  });
});

describe('what staff wrote down', () => {
  it('is marked in every answer, by the short way too', () => {
    const { conversation } = atPrivate();
    expect(Object.values(conversation?.answers ?? {}).map(({ by }) => by))
      .to.include('staff')
      .and.not.include(undefined);
    expect(atTheDesk().commands('call-me').conversation?.answers['start.way']?.by).to.equal('staff');
    const again = atTheDesk().commands('restart').answers(true);
    expect(again.conversation?.by).to.equal('staff');
  });

  it('is said in the referral, with the questions that were not asked', () => {
    const referral = referralOf(atTheDesk().until('review', needs).answers('send'));
    expect(referral.answers.every(({ by }) => by === 'staff')).to.equal(true);
    expect(referral.notAsked?.find(({ linkId }) => linkId === 'safety.now')).to.deep.equal({
      linkId: 'safety.now',
      question: 'Safety',
      safety: true,
    });
    expect(referral.notAsked?.find(({ linkId }) => linkId === 'screen-money.problem')?.safety).to.equal(false);
    const own = sentReferral({ 'mind.needs': ['money'] });
    expect(own).to.not.have.property('notAsked');
    expect(own.answers.some(({ by }) => by !== undefined)).to.equal(false);
  });

  it('is valid FHIR: who gave it is its source, who wrote it down its author, and what was not asked says why it is missing', () => {
    const content = realContent();
    const referral = referralOf(atTheDesk().until('review', needs).answers('send'));
    const bundle = toFhir(referral, 'requested', content);
    expect(fhirFaults(bundle)).to.deep.equal([]);
    const responses = resourcesOf(bundle, 'QuestionnaireResponse');
    const safety = responses.find(one => JSON.stringify(one).includes('Questionnaire/safety|'));
    expect(safety?.['item']).to.deep.equal([
      {
        linkId: 'now',
        text: 'Is anything making you unsafe right now?',
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'not-asked' }],
      },
    ]);
    expect(responses.filter(one => one['author'] !== undefined)).to.not.have.length(0);
    expect(JSON.stringify(resourceOf(bundle, 'Provenance'))).to.include('Staff at the practice');
    for (const kind of ['helped', 'other'] as const) {
      const others = toFhir({ ...referral, who: { kind, detail: [] } }, 'requested', content);
      expect(JSON.stringify(resourceOf(others, 'Provenance'))).to.include('Staff at the practice');
    }
    const questionnaire = content.journey.form.sources.get('safety');
    const read = parseResponse(safety);
    if (questionnaire === undefined || !('response' in read)) throw new Error('no response to the safety questions');
    const { form } = buildForm(questionnaire, { part: '', file: 'safety', valueSets: new Map(), where: 'safety.json' });
    expect(validateResponse({ questionnaire, form, response: read.response })).to.deep.equal([]);
  });
});

describe('a conversation in the person’s own hands', () => {
  it('is asked what was left out at the desk, and nothing more is marked', () => {
    const dialogue = atPrivate().answers('not-asked').until('life.offer', needs);
    if (dialogue.conversation) dialogue.conversation = inOwnHands(dialogue.conversation);
    dialogue.take({ kind: 'nothing' }, []);
    expect(dialogue.question).to.deep.include({ linkId: 'safety.now', required: false });
    expect(dialogue.question.variant).to.equal(undefined);
    dialogue.answers('no');
    expect(dialogue.conversation?.answers['safety.now']).to.not.have.property('by');
    const referral = referralOf(dialogue.until('review').answers('send'));
    expect(referral.notAsked).to.equal(undefined);
    expect(referral.answers.some(({ by }) => by === 'staff')).to.equal(true);
  });

  it('keeps what was sent as it was', () => {
    const { conversation } = atTheDesk().until('review', needs).answers('send');
    const moved = conversation && inOwnHands(conversation);
    expect(moved?.skipped).to.deep.equal(conversation?.skipped);
    expect(moved?.unasked).to.deep.equal(conversation?.unasked);
    expect(moved).to.not.have.property('by');
  });
});

describe('needs that staff knew of', () => {
  it('are proposed together with those heard in the person’s own words', () => {
    const dialogue = new Dialogue();
    const known = { needs: ['food', 'money'], services: [] };
    if (dialogue.conversation) dialogue.conversation = { ...dialogue.conversation, known };
    dialogue.until('mind.words').says('I am lonely and behind with my rent');
    const proposed = dialogue.conversation?.proposed['mind.needs'] ?? [];
    const codes = proposed.flatMap(value => ('valueCoding' in value ? [value.valueCoding.code] : []));
    expect(codes).to.include.members(['loneliness', 'food', 'money']);
    expect(new Set(codes).size).to.equal(codes.length);
  });
});
