// Ways through a conversation that few people take, and that must still lead somewhere.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { Content, Role } from '../../src/content/content.js';
import { offeredItem } from '../../src/conversation/offered-item.js';
import { showConversation } from '../../src/conversation/show-conversation.js';
import { Dialogue } from '../support/a-dialogue.js';
import { chatOver, contentOf, noticesOf, valuesOf, type Json } from '../support/a-form-chat.js';
import { realContent } from '../support/real-content.js';
import { referralOf } from '../support/sent-referral.js';
import { display, extension, sdc } from '../content/a-questionnaire.js';

const three: readonly Json[] = [
  { linkId: 'a', type: 'string', text: 'A?' },
  { linkId: 'b', type: 'boolean', text: 'B?' },
  { linkId: 'c', type: 'date', text: 'C?' },
];

function withRoles(content: Content, roles: Partial<Record<Role, readonly string[]>>): Content {
  return { ...content, journey: { ...content.journey, roles: { ...content.journey.roles, ...roles } } };
}

describe('a way few people take', () => {
  it('another question is answered while one is being changed: the change still waits', () => {
    const dialogue = chatOver(three).says('x').says('yes').commands('change', { key: 'a' });
    dialogue.sends([{ key: 'b', answer: false }]);
    expect(valuesOf(dialogue)['b']).to.deep.equal([{ valueBoolean: false }]);
    expect(dialogue.question.key).to.equal('a');
    expect(dialogue.conversation?.changing).to.equal('a');
  });

  it('another one is asked for before there is a first: nothing is kept of it', () => {
    const dialogue = chatOver([
      { linkId: 'g', type: 'group', text: 'Pet', repeats: true, item: [{ linkId: 'name', type: 'string', text: 'Name?' }] },
    ]);
    dialogue.sends([{ key: 'g+', answer: true }]);
    expect(dialogue.question.key).to.equal('name');
    expect(valuesOf(dialogue)).to.deep.equal({});
  });

  it('back from an end, past a question that was skipped', () => {
    const content = contentOf(three);
    const [end] = realContent().journey.ends;
    if (!end) throw new Error('no end');
    const ends = [{ ...end, when: [{ question: 'b', operator: '=' as const, answerBoolean: true }] }];
    const dialogue = new Dialogue({ content: { ...content, journey: { ...content.journey, ends } } }).skips().says('yes');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
    expect(dialogue.says('back').question.key).to.equal('b');
  });

  it('a day nobody can read, at a date', () => {
    const dialogue = chatOver(three).skips().skips();
    expect(noticesOf(dialogue.says('the day it rained so much'))).to.deep.equal([{ code: 'refused', key: 'c', why: 'not-a-date' }]);
    expect(noticesOf(dialogue.says('one day in march or in april'))).to.deep.equal([{ code: 'refused', key: 'c', why: 'not-a-date' }]);
    const number = chatOver([{ linkId: 'n', type: 'integer', text: 'N?' }]).says('as many as there are stars');
    expect(noticesOf(number)).to.deep.equal([{ code: 'refused', key: 'n', why: 'not-a-number' }]);
  });

  it('stop, pause and too long a text, after sending', () => {
    const dialogue = chatOver(three).skips().skips().skips().answers('send');
    for (const command of ['stop', 'pause'] as const)
      expect(noticesOf(dialogue.commands(command))).to.deep.equal([{ code: 'already-sent' }]);
    dialogue.take({ kind: 'text', text: 'x'.repeat(1000), cut: true }, []);
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', why: 'too-long', limit: 1000 }]);
  });

  it('yes to deleting everything, by the linkId of that question', () => {
    const dialogue = chatOver(three).commands('delete');
    dialogue.sends([{ linkId: 'confirm-delete', answer: 'perhaps' }]);
    expect(dialogue.erased).to.equal(false);
    dialogue.commands('delete').sends([{ linkId: 'confirm-delete', answer: true }]);
    expect(dialogue.erased).to.equal(true);
  });

  it('a greeting before anything was asked is not taken for what is on the mind', () => {
    const dialogue = new Dialogue().forget().says('hello there');
    expect(dialogue.conversation?.proposed).to.deep.equal({});
    expect(dialogue.forget().says('I feel very lonely now').conversation?.proposed).to.deep.equal({
      'mind.words': [{ valueString: 'I feel very lonely now' }],
    });
    expect(chatOver(three).forget().says('I feel very lonely now').conversation?.proposed).to.deep.equal({});
  });
});

describe('a journey with parts that few have', () => {
  it('own words are kept where no question lists needs, and where the list has not the need they speak of', () => {
    const words = 'I feel so lonely since my wife died';
    const bare = new Dialogue({ content: withRoles(contentOf(three), { words: ['a'] }) }).says(words);
    expect(bare.conversation?.proposed).to.deep.equal({});
    expect(bare.question.key).to.equal('b');
    const listed = contentOf([
      ...three,
      {
        linkId: 'needs',
        type: 'choice',
        text: 'Which?',
        repeats: true,
        answerOption: [{ valueCoding: { code: 'other', display: 'Other' } }],
      },
    ]);
    const other = new Dialogue({ content: withRoles(listed, { words: ['a'], needs: ['needs'] }) }).says(words);
    expect(other.conversation?.proposed).to.deep.equal({});
  });

  it('every need is offered first where the answer about needs holds no code', () => {
    const item = realContent().journey.form.byLinkId.get('matters.first');
    if (!item) throw new Error('no such item');
    const answers = { 'mind.needs': { values: [{ valueString: 'all of it' }], at: '', lang: 'en-GB' } };
    expect(offeredItem(item, answers, realContent())).to.equal(item);
  });

  it('a page opened again on a conversation that sends without a review shows what may be sent', () => {
    const content = contentOf([
      { linkId: 'way', type: 'choice', text: 'How?', answerOption: [{ valueCoding: { code: 'now', display: 'Now' } }] },
    ]);
    const dialogue = new Dialogue({ content }).answers('now');
    const quick = {
      ...withRoles(content, { way: ['way'] }),
      journey: { ...withRoles(content, { way: ['way'] }).journey, sendWithoutReview: ['now'] },
    };
    if (!dialogue.conversation) throw new Error('no conversation');
    const { replies, story } = showConversation(dialogue.conversation, quick, 'no such activity');
    expect(replies.map(reply => reply.kind)).to.deep.equal(['review']);
    expect(story.map(({ key, changeable }) => [key, changeable])).to.deep.equal([['way', true]]);
    const [last] = dialogue.conversation.applied.slice(-1);
    const again = showConversation(dialogue.conversation, content, last?.id).replies;
    expect(again.map(reply => reply.kind)).to.deep.equal(['say', 'review']);
    expect(dialogue.onto(quick).commands('help').effects).to.have.length(1);
  });

  it('a code is not earned by a question that was left out', () => {
    const shipped = realContent();
    const codesOn = new Set(shipped.needs.flatMap(need => need.codes.map(({ code }) => code)));
    const dialogue = new Dialogue({ content: { ...shipped, codesOn } });
    dialogue.until('review', { 'mind.needs': ['money'], 'screen-money.problem': null }).answers('send');
    expect(dialogue.referrals[0]?.codes).to.deep.equal([]);
  });
});

describe('a question that is in the form no more', () => {
  const changed = () =>
    chatOver(three)
      .says('x')
      .says('yes')
      .sends([{ key: 'a', answer: 'y' }]);
  const without = { ...contentOf(three.slice(1)), version: 'another' };

  it('has its answer taken out with the next one, and is not named: nobody knows what it was', () => {
    const dialogue = changed().onto(without).says('1 May 2020');
    expect(noticesOf(dialogue)).to.deep.equal([
      { code: 'recorded', key: 'c' },
      { code: 'dropped', keys: ['a'] },
    ]);
    expect(dialogue.heard).not.to.match(/taken them out/u);
    expect(Object.keys(valuesOf(dialogue))).to.deep.equal(['b', 'c']);
  });

  it('is left out of what a link worker reads of changes', () => {
    const dialogue = changed()
      .sends([{ key: 'b', answer: false }])
      .onto(without)
      .skips()
      .answers('send');
    const { changes } = referralOf(dialogue);
    expect(JSON.stringify(changes)).to.include('B?').and.not.to.include('A?');
  });
});

describe('figures for a link worker', () => {
  const scored = (code: string, valueDecimal: number) => ({
    valueCoding: { code, display: code, extension: [extension('ordinalValue', { valueDecimal })] },
  });
  const sum = { url: 'https://waymark.example/fhir/StructureDefinition/score', valueCode: 'sum' };
  const group = (more: readonly Json[] = []): Json => ({
    linkId: 'scale',
    type: 'group',
    text: 'Scale',
    extension: [sum, ...more],
    item: [
      display('note', 'Think of last week.', 'inline'),
      { linkId: 'plain', type: 'display', text: 'Two weeks.' },
      { linkId: 'one', type: 'choice', text: 'One?', answerOption: [scored('low', 0), scored('high', 2)] },
    ],
  });
  const measures = (items: readonly Json[], answer: string) => chatOver(items).answers(answer).answers('send').referrals[0]?.measures;

  it('are dated by the last answer, whatever else stands in their group', () => {
    const [measure] = measures([group()], 'high') ?? [];
    expect(measure).to.deep.include({ id: 'scale', value: 2, range: [0, 2] });
    expect(measure?.at).to.match(/^2026-11-22T/u);
  });

  it('may have decimals where a rule calculates them, and are no totals of what is hidden', () => {
    const half = { url: `${sdc}-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression: '2.5' } };
    const items = [
      { linkId: 'one', type: 'choice', text: 'One?', answerOption: [scored('low', 0)] },
      { linkId: 'half', type: 'decimal', text: 'Half', extension: [half] },
      group([extension('questionnaire-hidden', { valueBoolean: true })]),
    ].map(item => (item.linkId === 'scale' ? { ...item, item: [{ linkId: 'kept', type: 'string', text: 'Kept' }] } : item));
    expect(measures(items, 'low')?.map(({ id, value }) => [id, value])).to.deep.equal([['half', 2.5]]);
  });

  it('that a rule calculates inside a group are dated by the last answer of that group', () => {
    const half = { url: `${sdc}-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression: '2.5' } };
    const inside = ['x', 'y', 'z'].map(linkId => ({ linkId, type: 'string', text: 'What?' }));
    const items = [
      { linkId: 'g', type: 'group', text: 'G', item: [...inside, { linkId: 'half', type: 'decimal', text: 'Half', extension: [half] }] },
      { linkId: 'last', type: 'string', text: 'Last?' },
    ];
    const dialogue = chatOver(items)
      .skips()
      .answers('b')
      .sends([{ key: 'y', answer: 'b' }])
      .skips()
      .answers('fine')
      .answers('send');
    const at = dialogue.conversation?.answers['y']?.at;
    expect(dialogue.referrals[0]?.measures.map(measure => [measure.id, measure.at])).to.deep.equal([['half', at]]);
  });

  it('are never words: what a rule calculates counts where it is a number', () => {
    const said = { url: `${sdc}-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression: "'many'" } };
    const items = [
      { linkId: 'one', type: 'choice', text: 'One?', answerOption: [scored('low', 0)] },
      { linkId: 'words', type: 'string', text: 'Words', extension: [said] },
    ];
    expect(measures(items, 'low')).to.deep.equal([]);
  });
});
