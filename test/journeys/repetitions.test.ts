// What a form repeats, asked one at a time: "another one?" after each, two deep, changed and taken back.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { play } from '../support/transcript.js';
import { chatOver, contentOf, linesOf, noticesOf, responseOf, valuesOf, type Json } from '../support/a-form-chat.js';
import { extension } from '../content/a-questionnaire.js';

const most = (valueInteger: number) => extension('questionnaire-maxOccurs', { valueInteger });
const least = (valueInteger: number) => extension('questionnaire-minOccurs', { valueInteger });

const children: readonly Json[] = [
  {
    linkId: 'child',
    type: 'group',
    text: 'Child',
    repeats: true,
    item: [
      { linkId: 'name', type: 'string', text: 'What is the name?', required: true },
      {
        linkId: 'toy',
        type: 'group',
        text: 'Toy',
        repeats: true,
        item: [{ linkId: 'what', type: 'string', text: 'Which toy?' }],
      },
    ],
  },
  { linkId: 'end', type: 'boolean', text: 'Is that all?' },
];

const word = (valueString: string) => ({ valueString });

describe('a group that repeats, with another inside', () => {
  const content = contentOf(children);

  it('asks after each whether there is another, numbers the later ones, and takes yes, no and "none"', () => {
    const dialogue = play(
      [
        ['assistant', 'Child\nWhat is the name?'],
        ['patient', 'Ann'],
        ['assistant', 'What is the name: Ann', 'Toy\nWhich toy?'],
        ['patient', 'a bear'],
        ['assistant', 'Toy: do you want to add another one?'],
        ['patient', 'yes'],
        ['assistant', 'Toy: number 2\nWhich toy?'],
        ['patient', 'a ball'],
        ['assistant', 'Which toy (1.2): a ball', 'Toy: do you want to add another one?'],
        ['patient', 'none'],
        ['assistant', 'Child: do you want to add another one?'],
        ['patient', 'yes'],
        ['assistant', 'Child: number 2\nWhat is the name?'],
        ['patient', 'Bob'],
        ['assistant', 'What is the name (2): Bob', 'Toy\nWhich toy?'],
        ['patient', 'skip'],
        ['assistant', 'Child: do you want to add another one?'],
        ['patient', 'no'],
        ['assistant', 'Is that all?'],
        ['patient', 'yes'],
        ['assistant', 'What is the name (1): Ann', 'Which toy (1.1): a bear', 'Which toy (1.2): a ball', 'What is the name (2): Bob'],
      ],
      { content },
    );
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['name', 'what', 'what@0.1', 'name@1', 'what@1.0', 'end']);
    const [first, second] = responseOf(dialogue).item ?? [];
    expect(first?.item?.map(({ linkId }) => linkId)).to.deep.equal(['name', 'toy', 'toy']);
    expect(second?.item?.map(({ linkId }) => linkId)).to.deep.equal(['name']);
  });

  it('says what it expects where an answer to "another one?" makes no sense, and asks it again', () => {
    play(
      [
        ['patient', 'Ann'],
        ['patient', 'a bear'],
        ['patient', 'perhaps a train'],
        ['assistant', 'I did not understand if that is a yes or a no.', 'Answer yes or no.', 'Toy: do you want to add another one?'],
        ['patient', 'help'],
        ['assistant', 'Answer yes or no.', 'Toy: do you want to add another one?'],
      ],
      { content },
    );
  });

  it('refuses data to "another one?" of a group that is neither yes nor no', () => {
    const dialogue = play(
      [
        ['patient', 'Ann'],
        ['patient', 'a bear'],
      ],
      { content },
    );
    expect(noticesOf(dialogue.answers('a train'))).to.deep.equal([{ code: 'refused', key: 'toy+', why: 'wrong-type' }]);
    expect(dialogue.question).to.deep.include({ key: 'toy+', type: 'boolean', more: { key: 'toy', type: 'group' }, required: false });
    dialogue.answers(true);
    expect(dialogue.question.key).to.equal('what@0.1');
  });

  it('is not asked for another after one in which nothing was answered', () => {
    const dialogue = chatOver([
      { linkId: 'pet', type: 'group', text: 'Pet', repeats: true, item: [{ linkId: 'kind', type: 'string', text: 'What kind?' }] },
    ]);
    dialogue.says('skip');
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['kind']);
    expect(responseOf(dialogue).item).to.equal(undefined);
  });

  const told = () =>
    play(
      [
        ['patient', 'Ann'],
        ['patient', 'a bear'],
        ['patient', 'no'],
        ['patient', 'yes'],
        ['patient', 'Bob'],
        ['patient', 'a ball'],
        ['patient', 'no'],
        ['patient', 'no'],
        ['patient', 'yes'],
        ['assistant', 'Check your answers'],
      ],
      { content },
    );

  it('changes one repetition and leaves the others alone', () => {
    const dialogue = told().sends([{ key: 'review', answer: 'change:name@1' }]);
    expect(dialogue.heard).to.include('What is the name?');
    expect(dialogue.question.suggested).to.deep.equal([word('Bob')]);
    expect(dialogue.says('Bobby').heard).to.include('I have changed this. What is the name (2): Bobby');
    expect(valuesOf(dialogue)).to.deep.include({ name: [word('Ann')], 'name@1': [word('Bobby')], what: [word('a bear')] });
    expect(dialogue.conversation?.trail).to.deep.equal([
      { at: dialogue.conversation?.answers['name@1']?.at, did: 'changed', key: 'name@1' },
    ]);
  });

  it('goes back over "another one?", and drops the later ones when that becomes a no', () => {
    const dialogue = told();
    for (const key of ['end', 'child@1+', 'toy@1.0+', 'what@1.0', 'name@1', 'child+']) {
      dialogue.says('back');
      expect(dialogue.question.key).to.equal(key);
    }
    expect(dialogue.heard).to.include('Child: do you want to add another one?');
    expect(dialogue.says('no').heard).to.include('We have taken them out: What is the name and Which toy');
    expect(noticesOf(dialogue)).to.deep.equal([
      { code: 'changed', key: 'child+' },
      { code: 'dropped', keys: ['name@1', 'what@1.0'] },
    ]);
    expect(Object.keys(valuesOf(dialogue)).sort()).to.deep.equal(['child+', 'end', 'name', 'toy+', 'what']);
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['name', 'what', 'end']);
    const trail = dialogue.conversation?.trail?.map(({ did, key }) => `${did} ${key}`);
    expect(trail).to.deep.equal(['changed child+', 'dropped name@1', 'dropped what@1.0']);
  });

  it('drops one repetition of the inner group without touching the outer', () => {
    const dialogue = told().sends([{ key: 'review', answer: 'change:toy@1.0+' }]);
    dialogue.says('yes').says('a doll');
    expect(dialogue.heard).to.include('Which toy (2.2): a doll');
    dialogue.says('no').sends([{ key: 'toy@1.0+', answer: false }]);
    expect(noticesOf(dialogue)).to.deep.include({ code: 'dropped', keys: ['what@1.1'] });
    expect(valuesOf(dialogue)).to.deep.include({ 'name@1': [word('Bob')], 'what@1.0': [word('a ball')] });
  });

  it('refuses kindly what a client sends for a repetition that is gone, and records nothing', () => {
    const dialogue = told();
    dialogue.sends([{ key: 'child+', answer: false }]);
    const before = valuesOf(dialogue);
    for (const key of ['name@1', 'what@1.0', 'child@1+', 'name@7'])
      expect(noticesOf(dialogue.sends([{ key, answer: 'Zed' }]))[0]?.code, key).to.equal('not-asked');
    expect(dialogue.heard).to.include('That question is not needed any more');
    expect(valuesOf(dialogue)).to.deep.equal(before);
  });

  it('takes answers for a repetition together with the yes that begins it', () => {
    const dialogue = chatOver(children).says('Ann').says('a bear').says('no');
    dialogue.sends([
      { key: 'child+', answer: true },
      { key: 'name', answer: 'Anna' },
    ]);
    expect(noticesOf(dialogue)).to.deep.equal([
      { code: 'recorded', key: 'child+' },
      { code: 'changed', key: 'name' },
    ]);
    expect(dialogue.question.key).to.equal('name@1');
    dialogue.sends([{ key: 'name@1', answer: 'Bob' }]);
    expect(dialogue.question.key).to.equal('what@1.0');
  });
});

describe('a bare linkId among repetitions', () => {
  it('means the question that is pending, the only one there is, and otherwise none', () => {
    const dialogue = chatOver(children).sends([{ linkId: 'name', answer: 'Ann' }]);
    expect(valuesOf(dialogue)).to.deep.equal({ name: [word('Ann')] });
    dialogue.says('a bear').says('no').says('yes');
    dialogue.sends([{ linkId: 'name', answer: 'Bob' }]);
    expect(valuesOf(dialogue)).to.deep.include({ name: [word('Ann')], 'name@1': [word('Bob')] });
    expect(noticesOf(dialogue.sends([{ linkId: 'name', answer: 'Zed' }]))[0]?.code).to.equal('not-asked');
    expect(valuesOf(dialogue)).to.deep.include({ name: [word('Ann')], 'name@1': [word('Bob')] });
    expect(noticesOf(dialogue.sends([{ linkId: 'nowhere', answer: 'Zed' }]))).to.deep.equal([{ code: 'not-asked' }]);
  });

  it('is changed by its name while there is one', () => {
    const dialogue = chatOver(children).says('Ann').says('a bear');
    expect(dialogue.commands('change', { key: 'what' }).question.key).to.equal('what');
    dialogue.says('a ball').says('yes').says('a doll');
    expect(noticesOf(dialogue.commands('change', { key: 'nowhere' }))).to.deep.equal([{ code: 'not-asked' }]);
    expect(dialogue.commands('change', { key: 'what@0.1' }).question.suggested).to.deep.equal([word('a doll')]);
  });
});

describe('a written question with several answers', () => {
  const medicines = [
    { linkId: 'medicine', type: 'string', text: 'Medicine', repeats: true, extension: [most(3)] },
    { linkId: 'end', type: 'integer', text: 'How many a day?' },
  ];

  it('takes the next answer at once instead of a yes, says it back, and stops at the most', () => {
    const dialogue = play(
      [
        ['patient', 'aspirin'],
        ['assistant', 'Medicine: aspirin', 'Medicine: do you want to add another one?'],
        ['patient', 'iron'],
        ['assistant', 'Medicine (2): iron', 'Medicine: do you want to add another one?'],
        ['patient', 'yes'],
        ['assistant', 'Medicine'],
        ['patient', 'codeine'],
        ['assistant', 'Medicine (3): codeine', 'How many a day?'],
        ['patient', '2'],
        ['assistant', 'Medicine (1): aspirin', 'Medicine (2): iron', 'Medicine (3): codeine'],
      ],
      { content: contentOf(medicines) },
    );
    const [medicine] = responseOf(dialogue).item ?? [];
    expect(medicine?.answer).to.have.length(3);
  });

  it('takes the next answer as data too', () => {
    const dialogue = chatOver(medicines).answers('aspirin').answers('iron');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'recorded', key: 'medicine@1' }]);
    expect(valuesOf(dialogue)).to.deep.equal({
      medicine: [word('aspirin')],
      'medicine+': [{ valueBoolean: true }],
      'medicine@1': [word('iron')],
    });
    expect(dialogue.question).to.deep.include({ key: 'medicine@1+', more: { key: 'medicine@1', type: 'string' } });
    expect(noticesOf(dialogue.answers(''))).to.deep.equal([{ code: 'refused', key: 'medicine@1+', why: 'empty' }]);
    expect(dialogue.answers(false).question.linkId).to.equal('end');
  });

  it('keeps private what was said of abuse, whichever repetition it was said in', () => {
    const dialogue = chatOver([{ linkId: 'worry', type: 'text', text: 'What worries you?', repeats: true }]);
    dialogue.says('the rent').says('my husband hits me every day');
    expect(valuesOf(dialogue)['worry@1']).to.deep.equal([word('my husband hits me every day')]);
    dialogue.says('no');
    expect(dialogue.heard).to.include('Kept private').and.not.to.include('hits');
  });

  it('takes several at once as a list, and asks for no more', () => {
    const dialogue = chatOver(medicines).answers(['aspirin', 'iron']);
    expect(dialogue.heard).to.include('Medicine (1): aspirin').and.to.include('Medicine (2): iron');
    expect(dialogue.question.linkId).to.equal('end');
    dialogue.answers(4);
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['medicine', 'medicine@1', 'end']);
    dialogue.sends([{ key: 'medicine', answer: ['a', 'b', 'c', 'd'] }]);
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', key: 'medicine', why: 'too-many', limit: 3 }]);
    dialogue.sends([{ key: 'medicine', answer: ['iron', 'zinc'] }]);
    expect(noticesOf(dialogue)).to.deep.equal([
      { code: 'changed', key: 'medicine' },
      { code: 'changed', key: 'medicine@1' },
    ]);
    expect(dialogue.conversation?.trail?.map(({ key }) => key)).to.deep.equal(['medicine', 'medicine@1']);
  });

  it('says what a good answer is where the next one does not fit', () => {
    const dialogue = chatOver([{ linkId: 'age', type: 'integer', text: 'Age of a child?', repeats: true, extension: [{ ...least(2) }] }]);
    expect(dialogue.says('7').heard).not.to.include('another one');
    expect(dialogue.question.key).to.equal('age@1');
    dialogue.says('9');
    expect(dialogue.question.key).to.equal('age@1+');
    expect(dialogue.says('a lot').heard).to.include('Age of a child: do you want to add another one?');
    expect(noticesOf(dialogue)).to.deep.equal([{ code: 'refused', key: 'age@1+', why: 'not-a-number' }]);
    expect(noticesOf(dialogue.answers('a lot'))).to.deep.equal([{ code: 'refused', key: 'age@1+', why: 'not-a-number' }]);
    expect(noticesOf(dialogue.says('11'))).to.deep.equal([{ code: 'recorded', key: 'age@2' }]);
    expect(dialogue.says('no').replies.at(-1)?.kind).to.equal('review');
  });

  it('asks for what is owed before it may be skipped: as often as minOccurs says', () => {
    const dialogue = chatOver([{ linkId: 'age', type: 'integer', text: 'Age?', repeats: true, required: true, extension: [least(2)] }]);
    expect(noticesOf(dialogue.says('skip'))).to.deep.equal([{ code: 'cannot-skip', key: 'age' }]);
    expect(dialogue.says('4').question).to.deep.include({ key: 'age@1', required: true });
    expect(noticesOf(dialogue.says('skip'))).to.deep.equal([{ code: 'cannot-skip', key: 'age@1' }]);
  });
});

describe('questions nested in answers', () => {
  const places = [
    {
      linkId: 'pain',
      type: 'choice',
      repeats: true,
      text: 'Where does it hurt?',
      answerOption: ['head', 'back', 'foot'].map(code => ({ valueCoding: { code, display: `My ${code}` } })),
      item: [
        { linkId: 'since', type: 'string', text: 'Since when?' },
        { linkId: 'bad', type: 'boolean', text: 'Is it bad?' },
      ],
    },
  ];
  const codes = (...list: readonly string[]) => list.map(code => ({ valueCoding: { code, display: `My ${code}` } }));

  it('are asked once for each answer, saying which it is about', () => {
    const dialogue = play(
      [
        ['patient', 'my head and my foot'],
        ['assistant', 'This is about: My head\nSince when?'],
        ['patient', 'Monday'],
        ['assistant', 'Since when (1): Monday', 'This is about: My head\nIs it bad?'],
        ['patient', 'yes'],
        ['assistant', 'This is about: My foot\nSince when?'],
        ['patient', 'Tuesday'],
        ['patient', 'no'],
        ['assistant', 'Since when (1): Monday', 'Is it bad (1): Yes', 'Since when (2): Tuesday', 'Is it bad (2): No'],
      ],
      { content: contentOf(places) },
    );
    const [pain] = responseOf(dialogue).item ?? [];
    expect(pain?.answer?.map(answer => answer.item?.length)).to.deep.equal([2, 2]);
  });

  it('go with the answer they are nested in: dropped with it, kept beside it, told', () => {
    const dialogue = chatOver(places).answers(['head', 'foot']).says('Monday').says('skip').says('Tuesday').says('skip');
    dialogue.sends([{ key: 'pain', answer: ['back', 'foot'] }]);
    expect(dialogue.heard)
      .to.include('I have changed this. Where does it hurt: My back and My foot')
      .and.to.include('We have taken them out: Since when')
      .and.to.include('This is about: My back');
    expect(valuesOf(dialogue)).to.deep.equal({ pain: codes('back', 'foot'), 'since@1': [word('Tuesday')] });
    expect(dialogue.conversation?.skipped).to.deep.equal(['bad@1']);
    dialogue.sends([{ key: 'pain', answer: ['foot'] }]);
    expect(dialogue.heard).not.to.include('This is about');
    expect(valuesOf(dialogue)).to.deep.equal({ pain: codes('foot'), since: [word('Tuesday')] });
    expect(linesOf(dialogue).map(line => line.key)).to.deep.equal(['pain', 'since', 'bad']);
  });

  it('deeper down say every answer they are about', () => {
    const rooms = ['bath', 'hall'].map(code => ({ valueCoding: { code, display: `The ${code}` } }));
    const dialogue = chatOver([
      {
        linkId: 'room',
        type: 'choice',
        repeats: true,
        text: 'Which rooms?',
        answerOption: rooms,
        item: [
          {
            linkId: 'part',
            type: 'choice',
            repeats: true,
            text: 'Which parts?',
            answerOption: [{ valueString: 'the wall' }, { valueString: 'the floor' }],
            item: [{ linkId: 'how', type: 'string', text: 'What is wrong?' }],
          },
        ],
      },
    ]);
    dialogue.answers(['bath', 'hall']).answers(['the wall', 'the floor']).says('damp');
    expect(dialogue.heard).to.include('This is about: The bath\nThis is about: the floor\nWhat is wrong?');
    dialogue.says('cold').answers(['the wall']);
    expect(dialogue.heard).to.include('This is about: The hall\nWhat is wrong?');
    expect(dialogue.question.key).to.equal('how@1.0');
  });

  it('under one answer say nothing of it, and are asked where they apply', () => {
    play(
      [
        ['assistant', 'Do you smoke?'],
        ['patient', 'yes'],
        ['assistant', /^Do you smoke: Yes\nHow many a day\?$/u],
        ['patient', '12'],
        ['assistant', 'How many a day: 12'],
        ['patient', 'back'],
        ['patient', 'back'],
        ['patient', 'no'],
        ['assistant', 'I have changed this. Do you smoke: No', 'We have taken them out: How many a day'],
      ],
      {
        content: contentOf([
          {
            linkId: 'smoke',
            type: 'boolean',
            text: 'Do you smoke?',
            item: [
              {
                linkId: 'many',
                type: 'integer',
                text: 'How many a day?',
                enableWhen: [{ question: 'smoke', operator: '=', answerBoolean: true }],
              },
            ],
          },
        ]),
      },
    );
  });
});
