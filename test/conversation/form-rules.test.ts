// The rules of a form as a person meets them: questions an expression opens, lists it makes, answers it refuses or holds back from sending.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { play } from '../support/transcript.js';
import { chatOver, contentOf, linesOf, noticesOf, responseOf, soundQuestionnaire, valuesOf, type Json } from '../support/a-form-chat.js';
import { core, sdc } from '../content/a-questionnaire.js';

const rule = (name: string, expression: string): Json => ({
  url: `${sdc}-${name}`,
  valueExpression: { language: 'text/fhirpath', expression },
});
const constraint = (key: string, expression: string, human: string, severity = 'error'): Json => ({
  url: `${core}/questionnaire-constraint`,
  extension: [
    { url: 'key', valueId: key },
    { url: 'severity', valueCode: severity },
    { url: 'expression', valueString: expression },
    { url: 'human', valueString: human },
  ],
});
const answerTo = (linkId: string): string => `%resource.item.where(linkId='${linkId}').answer.value`;

describe('a question that an expression opens', () => {
  const items = [
    { linkId: 'adults', type: 'integer', text: 'How many adults?' },
    { linkId: 'children', type: 'integer', text: 'How many children?' },
    {
      linkId: 'room',
      type: 'boolean',
      text: 'Is there room for all?',
      extension: [rule('enableWhenExpression', `${answerTo('adults')} + ${answerTo('children')} > 3`)],
    },
  ];

  it('is asked when it says so, and its answer is dropped and told when it no longer does', () => {
    const dialogue = play(
      [
        ['patient', '2'],
        ['patient', '1'],
        ['assistant', 'Check your answers'],
        ['patient', '2'],
        ['patient', '3'],
        ['assistant', 'I have changed this. How many children: 3', 'Is there room for all?'],
        ['patient', 'no'],
        ['patient', '1'],
        ['patient', '0'],
        ['assistant', 'We have taken them out: Is there room for all.'],
      ],
      { content: contentOf(items) },
    );
    expect(noticesOf(dialogue)).to.deep.equal([
      { code: 'changed', key: 'adults' },
      { code: 'dropped', keys: ['room'] },
    ]);
    expect(Object.keys(valuesOf(dialogue))).to.deep.equal(['adults', 'children']);
    expect(responseOf(dialogue).item).to.have.length(2);
  });

  it('refuses data for it, by key and by linkId, while it is closed', () => {
    const dialogue = chatOver(items).says('1').says('1');
    for (const named of [{ key: 'room' }, { linkId: 'room' }])
      expect(noticesOf(dialogue.sends([{ ...named, answer: true }]))).to.deep.equal([{ code: 'not-asked', key: 'room' }]);
    dialogue.sends([
      { key: 'children', answer: 9 },
      { key: 'room', answer: false },
    ]);
    expect(valuesOf(dialogue)).to.deep.include({ room: [{ valueBoolean: false }] });
  });
});

describe('a list that an expression makes', () => {
  const friends = [
    { linkId: 'friend', type: 'string', text: 'Who helps you?', repeats: true },
    { linkId: 'best', type: 'choice', text: 'Who helps most?', extension: [rule('answerExpression', answerTo('friend'))] },
  ];

  for (const [how, said] of [
    ['label', 'bob'],
    ['number', '2'],
  ] as const) {
    it(`is answered by ${how}`, () => {
      const dialogue = chatOver(friends).says('Ann').says('Bob').says('no');
      expect(dialogue.heard).to.include('- Ann\n- Bob');
      expect(dialogue.says(said).heard).to.include('Who helps most: Bob');
      expect(valuesOf(dialogue)['best']).to.deep.equal([{ valueString: 'Bob' }]);
      responseOf(dialogue);
    });
  }

  it('is answered by data, and by nothing that is not on it', () => {
    const dialogue = chatOver(friends).answers(['Ann', 'Bob']);
    expect(dialogue.question.options?.map(option => option.value)).to.deep.equal(['Ann', 'Bob']);
    expect(noticesOf(dialogue.answers('Zed'))).to.deep.equal([{ code: 'refused', key: 'best', why: 'not-an-option' }]);
    expect(valuesOf(dialogue.answers('Ann'))['best']).to.deep.equal([{ valueString: 'Ann' }]);
    const { questionnaire, form } = soundQuestionnaire(friends);
    const strange = JSON.parse(
      JSON.stringify(responseOf(dialogue)).replace(/"valueString":"Ann"(?!.*"valueString":"Ann")/u, '"valueString":"Zed"'),
    ) as unknown;
    expect(validateResponse({ questionnaire, form, response: strange }).map(({ linkId, text }) => [linkId, text])).to.deep.equal([
      ['best', 'is not one of the answers to choose from'],
    ]);
  });
});

describe('a rule on one question', () => {
  const even = [
    {
      linkId: 'even',
      type: 'integer',
      text: 'An even number?',
      repeats: true,
      extension: [constraint('even-1', 'answer.value.all($this mod 2 = 0)', 'Every number must be even.')],
    },
    { linkId: 'end', type: 'boolean', text: 'Is that all?' },
  ];

  it('refuses an answer at once, in the words of the form', () => {
    const dialogue = chatOver(even).says('3');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', key: 'even', why: 'breaks-rule', rule: 'even-1' }]);
    expect(dialogue.heard).to.include('Every number must be even.').and.to.include('Type a whole number');
    expect(dialogue.question.key).to.equal('even');
    expect(valuesOf(dialogue)).to.deep.equal({});
    expect(dialogue.says('4').question.key).to.equal('even+');
  });

  it('refuses the next one of several too, and all of a list with one that breaks it', () => {
    const dialogue = chatOver(even).says('4').says('5');
    expect(noticesOf(dialogue)[0]).to.deep.include({ code: 'refused', why: 'breaks-rule', rule: 'even-1' });
    expect(dialogue.heard).to.include('Every number must be even.');
    expect(valuesOf(dialogue)).to.deep.equal({ even: [{ valueInteger: 4 }] });
    dialogue.sends([{ key: 'even', answer: [2, 3] }]);
    expect(noticesOf(dialogue)[0]).to.deep.include({ code: 'refused', why: 'breaks-rule' });
    expect(valuesOf(dialogue)).to.deep.equal({ even: [{ valueInteger: 4 }] });
    dialogue.sends([{ key: 'even', answer: [2, 6] }]);
    expect(dialogue.question.key).to.equal('end');
  });
});

describe('a rule over several answers', () => {
  const range = [
    { linkId: 'least', type: 'integer', text: 'At least?' },
    { linkId: 'most', type: 'integer', text: 'At most?' },
  ];
  const fits = constraint('range-1', `${answerTo('least')} <= ${answerTo('most')}`, 'The first number must not be above the second.');

  it('is told at the review, and nothing is sent until it is mended', () => {
    const dialogue = play(
      [
        ['patient', '9'],
        ['patient', '3'],
        [
          'assistant',
          'Check your answers',
          'Some answers do not fit together yet. The first number must not be above the second. Change an answer to go on.',
        ],
        ['patient', 'send'],
        ['assistant', 'Some answers do not fit together yet.'],
      ],
      { content: contentOf(range, { extension: [fits] }) },
    );
    expect(dialogue.effects).to.deep.equal([]);
    expect(dialogue.question.options?.map(option => option.value)).to.deep.equal(['go-on', 'change:least', 'change:most']);
    dialogue.sends([{ key: 'review', answer: 'send' }]);
    expect(dialogue.effects).to.deep.equal([]);
    dialogue.sends([{ key: 'review', answer: 'change:least' }]).says('2');
    expect(dialogue.heard).to.include('Nothing is sent until you choose Send.').and.not.to.include('do not fit');
    expect(dialogue.question.options?.[0]?.value).to.equal('send');
    expect(dialogue.answers('send').effects).to.have.length(1);
  });

  it('that only warns holds nothing back', () => {
    const warns = constraint('range-1', `${answerTo('least')} <= ${answerTo('most')}`, 'Unusual.', 'warning');
    const dialogue = chatOver(range, { extension: [warns] })
      .says('9')
      .says('3');
    expect(dialogue.heard).not.to.include('do not fit');
    expect(dialogue.answers('send').effects).to.have.length(1);
  });
});

describe('a changed mind', () => {
  const items = [
    { linkId: 'a', type: 'choice', text: 'What do you need?', answerOption: [{ valueString: 'money' }, { valueString: 'food' }] },
    {
      linkId: 'b',
      type: 'group',
      text: 'Money',
      enableWhen: [{ question: 'a', operator: '=', answerString: 'money' }],
      item: [
        { linkId: 'debt', type: 'text', text: 'Tell us about it.' },
        { linkId: 'rent', type: 'boolean', text: 'Is it the rent?' },
      ],
    },
  ];

  it('has what it no longer needs taken out, and names it', () => {
    const dialogue = chatOver(items).says('money').says('I owe too much').says('yes').commands('change', { key: 'a' });
    dialogue.says('food');
    expect(noticesOf(dialogue).at(-1)).to.deep.equal({ code: 'dropped', keys: ['debt', 'rent'] });
    expect(dialogue.heard).to.include('We have taken them out: Tell us about it and Is it the rent.');
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['a']);
  });

  it('is not told of an answer that spoke of abuse', () => {
    const answered = () => chatOver(items).says('money').says('my husband hits me and takes my money');
    const dialogue = answered().says('yes').commands('change', { key: 'a' }).says('food');
    expect(dialogue.heard).to.include('We have taken them out: Is it the rent.').and.not.to.include('Tell us about it');
    const alone = answered().skips().commands('change', { key: 'a' }).says('food');
    expect(noticesOf(alone).at(-1)).to.deep.equal({ code: 'dropped', keys: ['debt'] });
    expect(alone.heard).not.to.match(/taken them out|Tell us about it/u);
  });

  it('leaves a trail of at most a hundred entries, without words', () => {
    const dialogue = chatOver(items).says('money').says('I owe too much').says('yes');
    for (let times = 0; times < 52; times += 1) {
      dialogue.sends([{ key: 'a', answer: 'food' }]);
      dialogue.sends([{ key: 'a', answer: 'money' }]);
    }
    expect(dialogue.conversation?.trail).to.have.length(100);
    expect(JSON.stringify(dialogue.conversation?.trail)).not.to.include('owe');
    expect(new Set(dialogue.conversation?.trail?.map(({ did, key }) => `${did} ${key}`))).to.deep.equal(new Set(['changed a']));
  });
});

describe('a form that was changed meanwhile', () => {
  const old = [
    { linkId: 'a', type: 'boolean', text: 'Do you sleep well?' },
    { linkId: 'n', type: 'string', text: 'Which pets?', repeats: true },
    { linkId: 'b', type: 'string', text: 'What keeps you awake?', enableWhen: [{ question: 'a', operator: '=', answerBoolean: false }] },
    { linkId: 'c', type: 'integer', text: 'How old is your bed?' },
  ];
  const renewed = (items: readonly Json[]) => ({ ...contentOf(items), version: 'another' });

  const begun = () => chatOver(old).says('no').says('a cat').says('a dog').says('no').says('noise').says('7');

  it('asks again what is another question now, says so, and keeps every other answer', () => {
    const before = begun();
    const content = renewed([{ ...old[0], text: 'Did you sleep well last week?' }, ...old.slice(1)]);
    const dialogue = before.onto(content).says('hello again');
    expect(dialogue.heard).to.include(
      'These questions have changed since you answered. We will ask them again: Did you sleep well last week.',
    );
    expect(dialogue.question.key).to.equal('a');
    expect(noticesOf(dialogue)[0]).to.deep.equal({ code: 'asked-again', keys: ['a'] });
    expect(dialogue.conversation?.trail?.map(({ did, key }) => `${did} ${key}`)).to.deep.equal(['asked-again a']);
    expect(dialogue.conversation?.contentVersion).to.equal('another');
    expect(valuesOf(dialogue)).to.include.keys('n', 'n@1', 'c');
    dialogue.says('no');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'recorded', key: 'a' }]);
  });

  it('asks every repetition again, and does not name "another one?"', () => {
    const content = renewed([old[0] ?? {}, { ...old[1], text: 'Which animals?' }, ...old.slice(2)]);
    const dialogue = begun().onto(content).says('hello again');
    expect(noticesOf(dialogue)[0]).to.deep.equal({ code: 'asked-again', keys: ['n', 'n@1'] });
    expect(dialogue.heard).to.include('We will ask them again: Which animals.');
    expect(dialogue.question.key).to.equal('n');
    expect(valuesOf(dialogue)).to.have.keys('a', 'b', 'c');
  });

  it('says nothing where only "another one?" has nothing to stand on, and takes what was typed', () => {
    const items = [
      { linkId: 'g', type: 'group', text: 'Pet', repeats: true, item: [{ linkId: 'p', type: 'string', text: 'Name?' }] },
      old[3] ?? {},
    ];
    const content = renewed([{ ...items[0], text: 'Animal' }, old[3] ?? {}]);
    const dialogue = chatOver(items).says('Rex').says('no').onto(content).says('help');
    expect(noticesOf(dialogue).map(({ code }) => code)).to.deep.equal(['help']);
    expect(dialogue.question.key).to.equal('g+');
    expect(valuesOf(dialogue)).to.deep.equal({ p: [{ valueString: 'Rex' }] });
  });

  it('goes on as it was where its questions are the same', () => {
    const dialogue = begun().onto(renewed(old)).commands('help');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'help' }]);
    expect(dialogue.conversation?.contentVersion).to.equal('another');
    expect(dialogue.replies.at(-1)?.kind).to.equal('review');
  });

  it('leaves alone what was sent', () => {
    const sent = begun().answers('send');
    const dialogue = sent.onto(renewed([{ ...old[0], text: 'Did you sleep?' }, ...old.slice(1)])).says('hello');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'already-sent' }]);
    expect(valuesOf(dialogue)).to.include.keys('a', 'b', 'c');
  });
});
