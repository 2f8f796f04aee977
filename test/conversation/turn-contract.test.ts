// The turn's contract (docs/architecture.md), where no other test of this room proves it already.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { parseConversation } from '../../src/conversation/parse-conversation.js';
import { beginAnew, takeTurn } from '../../src/conversation/take-turn.js';
import type { Turn } from '../../src/conversation/conversation.js';
import { Dialogue } from '../support/a-dialogue.js';
import { contentWithService, realContent } from '../support/real-content.js';

const at = '2026-11-22T09:00:00.000Z';

function aTurn(more: Partial<Turn> = {}): Turn {
  return { id: 't', at, entropy: 'c'.repeat(32), said: { kind: 'nothing' }, strings: [], ...more };
}

function sent(): Dialogue {
  return new Dialogue().until('review').answers('send');
}

function codes(dialogue: Dialogue): readonly string[] {
  return (dialogue.conversation?.applied.at(-1)?.notices ?? []).map(notice => notice.code);
}

describe('a turn is pure', () => {
  it('gives the same outcome for the same conversation, turn and content, and changes none of them', () => {
    const { conversation, content } = new Dialogue().until('mind.words');
    const before = JSON.stringify(conversation);
    const turn = aTurn({ said: { kind: 'text', text: 'I feel lonely' }, strings: ['I feel lonely'], locale: 'en' });
    const first = takeTurn(conversation, turn, content);
    expect(takeTurn(conversation, turn, content)).to.deep.equal(first);
    expect(JSON.stringify(conversation)).to.equal(before);
  });

  it('asks for a second opinion instead of fetching it, and decides with the fact', () => {
    const there = new Dialogue().until('life.satisfied', { 'life.offer': true });
    const said = { kind: 'text', text: 'a solid seven' } as const;
    const asking = takeTurn(there.conversation, aTurn({ said, strings: [said.text] }), there.content);
    expect(asking).to.deep.equal({
      kind: 'needs',
      needs: { opinion: { key: 'life.satisfied', culture: 'en', type: 'number', text: 'a solid seven' } },
      pending: 'life.satisfied',
    });
    const known = there.copy().says(said.text, { opinion: { key: 'life.satisfied', value: { valueInteger: 7 } } });
    expect(known.conversation?.answers['life.satisfied']?.values).to.deep.equal([{ valueInteger: 7 }]);
  });

  it('does not take an opinion that does not fit: of another type, out of range, or none', () => {
    for (const value of [{ valueDecimal: 6.5 }, { valueDate: '2026-01-01' }, { valueInteger: 70 }, undefined]) {
      const there = new Dialogue().until('life.satisfied', { 'life.offer': true });
      there.says('a solid seven', { opinion: { key: 'life.satisfied', ...(value ? { value } : {}) } });
      expect(there.question.linkId, JSON.stringify(value)).to.equal('life.satisfied');
      expect(codes(there)).to.deep.equal(['refused']);
    }
  });
});

describe('what is stored', () => {
  it('begins in English where the language is not known', () => {
    for (const locale of [undefined, 'tlh']) {
      const outcome = takeTurn(undefined, aTurn(locale === undefined ? {} : { locale }), realContent());
      expect(outcome.kind === 'done' && outcome.conversation !== 'erased' && outcome.conversation.lang).to.equal('en-GB');
    }
  });

  it('is left alone when newer, unreadable when broken, and never throws', () => {
    expect(parseConversation({ v: 2, anything: true })).to.deep.equal({ kind: 'newer' });
    for (const broken of [null, 7, 'x', [], {}, { v: 0 }, { v: 1 }, { v: '2' }])
      expect(parseConversation(broken)).to.deep.equal({ kind: 'unreadable' });
  });

  it('begins anew with a word about it, and reads what was said as in any first turn', () => {
    const strings = ['I cannot pay my rent this month'];
    const outcome = beginAnew(aTurn({ said: { kind: 'text', text: strings[0] ?? '' }, strings }), realContent());
    if (outcome.kind !== 'done' || outcome.conversation === 'erased') throw new Error('not begun');
    expect(outcome.conversation.applied[0]?.notices.map(notice => notice.code)).to.include('began-anew');
    expect(JSON.stringify(outcome.conversation.proposed)).to.include('rent');
  });

  it('never keeps what a client calls a question that is not ours', () => {
    const dialogue = new Dialogue().sends([{ key: 'Halina from number 7', answer: 'x' }]);
    expect(JSON.stringify(dialogue.conversation)).not.to.include('Halina');
    expect(codes(dialogue)).to.deep.equal(['not-asked']);
  });

  it('words an activity that comes again just as it did, refusals included', () => {
    const dialogue = new Dialogue().until('eligibility.age').says('purple', { id: 'same' });
    const { replies } = dialogue;
    expect(dialogue.says('purple', { id: 'same' }).replies).to.deep.equal(replies);
    const first = new Dialogue().forget().take({ kind: 'nothing' }, [], { id: 'first' });
    const opened = first.replies;
    expect(first.take({ kind: 'nothing' }, [], { id: 'first' }).replies).to.deep.equal(opened);
  });
});

describe('question identity', () => {
  it('takes no answer for what nobody is asked', () => {
    const dialogue = new Dialogue()
      .sends([{ key: 'facts.in-area', answer: true }])
      .sends([{ linkId: 'in-area', answer: true }])
      .sends([{ answer: 'x' }]);
    expect(dialogue.conversation?.answers).to.deep.equal({});
    expect(dialogue.question.linkId).to.equal('start.who');
  });

  it('sees that two names are one question', () => {
    const dialogue = new Dialogue().sends([
      { key: 'start.who', answer: 'self' },
      { linkId: 'who', answer: 'other' },
    ]);
    expect(dialogue.conversation?.answers).to.deep.equal({});
    expect(dialogue.heard).to.match(/twice/iu);
  });

  it('takes the choices of an Adaptive Card, which come with commas between', () => {
    const dialogue = new Dialogue().until('mind.needs').answers('loneliness, food');
    const values = dialogue.conversation?.answers['mind.needs']?.values.map(value =>
      'valueCoding' in value ? value.valueCoding.code : '',
    );
    expect(values).to.have.members(['loneliness', 'food']);
    const wrong = new Dialogue().until('mind.needs').answers('loneliness,dragons');
    expect(wrong.question.linkId).to.equal('mind.needs');
  });

  it('says that it got nothing where a card sent an empty input', () => {
    const dialogue = new Dialogue().until('eligibility.age').sends([{ key: 'eligibility.age' }]);
    expect(codes(dialogue)).to.deep.equal(['refused']);
    expect(dialogue.heard).to.match(/did not get an answer/iu);
  });
});

describe('words that come late', () => {
  it('never confirm what was asked meanwhile', () => {
    for (const command of ['delete', 'restart'] as const) {
      const dialogue = new Dialogue().until('consent.gp').commands(command).says('yes', { pendingAtFirst: 'consent.gp' });
      expect(dialogue.erased).to.equal(false);
      expect(dialogue.question.key).to.equal(`confirm-${command}`);
      expect(codes(dialogue)).to.deep.equal(['not-applied']);
    }
  });

  it('still obey a command and still help in danger', () => {
    const dialogue = new Dialogue().until('consent.gp');
    expect(dialogue.copy().says('help', { pendingAtFirst: 'consent.share' }).heard).to.include('back, skip');
    expect(dialogue.says('I am going to kill myself', { pendingAtFirst: 'consent.share' }).heard).to.include('116 123');
  });
});

describe('after "sent"', () => {
  for (const command of ['back', 'review', 'change', 'call-me', 'stop'] as const) {
    it(`refuses "${command}" kindly, with the reference`, () => {
      const dialogue = sent().commands(command, command === 'change' ? { key: 'consent.gp' } : {});
      expect(dialogue.heard).to.include(dialogue.conversation?.sent?.reference ?? 'none');
      expect(codes(dialogue)).to.deep.equal(['already-sent']);
      expect(dialogue.effects).to.have.length(1);
    });
  }

  it('refuses words, "send" and "skip" just so', () => {
    const dialogue = sent();
    const reference = dialogue.conversation?.sent?.reference ?? 'none';
    expect(dialogue.says('and my garden').heard).to.include(reference);
    expect(dialogue.sends([{ key: 'review', answer: 'send' }]).heard).to.include(reference);
    expect(dialogue.says('skip').heard).to.include(reference);
    expect(dialogue.effects).to.have.length(1);
  });

  it('makes another referral only after starting again, and does not forget the first when all is deleted', () => {
    const dialogue = sent();
    const first = dialogue.conversation?.sent?.reference ?? 'none';
    dialogue.commands('restart').answers(true).until('review').answers('send');
    expect(dialogue.referrals.map(({ reference }) => reference))
      .to.have.length(2)
      .and.include(first);
    expect(new Set(dialogue.effects.map(effect => effect.id)).size).to.equal(2);
    const erased = sent().commands('restart').answers(true).commands('delete').answers(true);
    expect(erased.heard).to.match(/practice already has your referral/iu);
  });

  it('still asks directly about danger, and takes that answer', () => {
    const dialogue = sent().says('I am going to kill myself tonight').answers(false).answers('safe');
    expect(dialogue.replies.at(-1)?.kind).to.equal('sent');
  });
});

describe('the review', () => {
  it('sends on "send", on the words of the button, and on yes, in the language of the conversation', () => {
    for (const [lang, words] of [
      ['en', 'send'],
      ['en', 'yes'],
      ['pl', 'tak'],
    ] as const) {
      const dialogue = new Dialogue({ lang }).until('review').says(words);
      expect(dialogue.effects, words).to.have.length(1);
    }
    const dialogue = new Dialogue({ lang: 'ar' }).until('review');
    dialogue.says(dialogue.content.translator.word({ product: 'review.send' }, 'ar'));
    expect(dialogue.effects).to.have.length(1);
  });

  it('changes a line by its number, in any digits, by its name, or by button', () => {
    const there = new Dialogue().until('review');
    const last = there.replies.at(-1);
    const line = last?.kind === 'review' ? last.lines[1] : undefined;
    if (!line) throw new Error('no second line');
    expect(there.copy().says('2').question.linkId).to.equal(line.key);
    expect(there.copy().says('٢').question.linkId).to.equal(line.key);
    expect(there.copy().answers(`change:${line.key}`).question.linkId).to.equal(line.key);
    const name = there.content.translator.word(line.label, 'en-GB');
    expect(there.copy().says(`I want to change ${name}`).question.linkId).to.equal(line.key);
  });

  it('says so when it did not understand, and stays', () => {
    for (const words of ['purple', '99', '0']) {
      const dialogue = new Dialogue().until('review').says(words);
      expect(codes(dialogue), words).to.deep.equal(['refused']);
      expect(dialogue.question.key).to.equal('review');
    }
    const wrong = new Dialogue().until('review').answers('purple');
    expect(codes(wrong)).to.deep.equal(['not-asked']);
    const unknown = new Dialogue().until('review').answers('change:contact.nobody');
    expect(codes(unknown)).to.deep.equal(['not-asked']);
  });

  it('is no place for "send" before it is asked for, and goes on where something is missing', () => {
    const early = new Dialogue().until('consent.gp').sends([{ key: 'review', answer: 'send' }]);
    expect(codes(early)).to.deep.equal(['not-asked']);
    expect(early.commands('review').answers('go-on').question.linkId).to.equal('consent.gp');
    expect(early.commands('change').says('send').question.linkId).to.equal('consent.gp');
    expect(early.effects).to.deep.equal([]);
  });

  it('has nothing to skip', () => {
    expect(new Dialogue().until('review').commands('skip').question.key).to.equal('review');
  });
});

describe('what may be recorded', () => {
  it('says the limit beside the refusal', () => {
    const scale = new Dialogue().until('life.satisfied', { 'life.offer': true }).answers(11);
    expect(scale.heard).to.include('10');
    expect(scale.question.linkId).to.equal('life.satisfied');
    const words = new Dialogue().until('mind.words').answers('x'.repeat(1200));
    expect(words.heard).to.match(/too long/iu);
  });

  it('compares a date of birth with the age given in the same message, to the day', () => {
    const both = (age: number, birth: string): Dialogue =>
      new Dialogue().until('contact.name', { 'eligibility.age': 46 }).sends([
        { key: 'eligibility.age', answer: age },
        { key: 'contact.date-of-birth', answer: birth },
      ]);
    expect(both(30, '1996-11-22').conversation?.answers['contact.date-of-birth']).not.to.equal(undefined);
    expect(both(30, '1995-11-23').conversation?.answers['contact.date-of-birth']).not.to.equal(undefined);
    expect(both(46, '1996-11-22').heard).to.match(/does not fit the age/iu);
    expect(both(30, '1980-06-10').conversation?.answers['eligibility.age']?.values).to.deep.equal([{ valueInteger: 46 }]);
  });

  it('takes a date of birth from somebody who gave no age', () => {
    const dialogue = new Dialogue().commands('call-me').sends([{ key: 'contact.date-of-birth', answer: '1980-06-10' }]);
    expect(dialogue.conversation?.answers['eligibility.age']).to.equal(undefined);
  });

  it('measures what was answered on a scale, and nothing else', () => {
    const dialogue = new Dialogue()
      .until('life.satisfied', { 'life.offer': true, 'mind.needs': ['food', 'loneliness'] })
      .answers(7)
      .answers(0)
      .until('review')
      .answers('send');
    const measures = dialogue.referrals[0]?.measures ?? [];
    const scale = measures.find(measure => measure.id === 'life.satisfied');
    expect(scale).to.deep.include({ value: 7, range: [0, 10] });
    expect(measures.map(measure => measure.id))
      .not.to.include('eligibility.age')
      .and.not.to.include('life.happy');
    for (const measure of measures) expect(measure.name).not.to.equal('');
  });

  it('scores a whole screen, with the time of its last answer', () => {
    const need = { 'mind.needs': ['loneliness', 'food', 'money', 'housing', 'caring', 'activity'] };
    // Those on a condition of their own are played in test/dialogs.
    const scored = realContent().journey.form.order.filter(item => item.score !== undefined && item.enableWhen.length === 0);
    expect(scored.length).to.be.greaterThan(0);
    for (const group of scored) {
      const there = new Dialogue().until('life.offer', need);
      const asked = group.items.filter(item => !item.hidden);
      const given = asked.flatMap(item => item.options[0]?.code ?? []);
      const answers = asked.map((item, index) => ({ key: item.linkId, answer: given[index] ?? 1 }));
      there.sends(answers).until('review').answers('send');
      const measure = there.referrals[0]?.measures.find(one => one.id === group.linkId);
      expect(measure?.at, group.linkId).to.match(/^2026-11-22T/u);
      expect(typeof measure?.value).to.equal(group.score === 'any' ? 'boolean' : 'number');
    }
  });
});

describe('commands at their edges', () => {
  it('have nothing to change that was not answered', () => {
    expect(codes(new Dialogue().commands('change', { key: 'contact.name' }))).to.deep.equal(['not-asked']);
    expect(codes(new Dialogue().commands('change', { key: 'no-such.item' }))).to.deep.equal(['not-asked']);
  });

  it('name the languages when none is named, and take none that there is not', () => {
    expect(codes(new Dialogue().commands('language'))).to.deep.equal(['language-unknown']);
  });

  it('go back from an end to the answer that brought it, and from the review to the last question', () => {
    expect(new Dialogue().until('consent.share').answers(false).commands('back').question.linkId).to.equal('consent.share');
    const dialogue = new Dialogue().until('review').commands('back');
    expect(dialogue.question.variant).to.equal(undefined);
    expect(dialogue.question.linkId).not.to.equal('review');
  });

  it('lead to a person where no call can be asked for', () => {
    const real = realContent();
    const content = { ...real, journey: { ...real.journey, roles: { ...real.journey.roles, way: [] } } };
    expect(codes(new Dialogue({ content }).commands('call-me'))).to.include('person');
  });

  it('lose a pending "are you sure" to a no, and repeat it for something unclear or unreadable', () => {
    const dialogue = new Dialogue().until('consent.gp').commands('delete');
    expect(dialogue.copy().answers(false).question.linkId).to.equal('consent.gp');
    expect(dialogue.copy().answers('maybe').question.linkId).to.equal('consent.gp');
    expect(dialogue.copy().take({ kind: 'nothing' }, []).question.key).to.equal('confirm-delete');
    expect(dialogue.copy().take({ kind: 'malformed' }, []).question.linkId).to.equal('consent.gp');
    expect(dialogue.copy().commands('help').question.linkId).to.equal('consent.gp');
  });

  it('tell nothing more at an end than the end itself, whatever is said', () => {
    const dialogue = new Dialogue().until('consent.share').answers(false).says('but why');
    expect(dialogue.replies.at(-1)?.kind).to.equal('ended');
  });
});

describe('labels and numbers', () => {
  it('counts and names only the needs that were chosen when it asks which comes first, and goes back from there', () => {
    const full = realContent().journey.form.order.find(item => realContent().journey.roles['first-need'].includes(item.linkId));
    if (!full) throw new Error('no such question');
    const there = new Dialogue().until(full.linkId, { 'mind.needs': ['food', 'money', 'housing'] });
    const offered = (there.question.options ?? []).map(option => option.value);
    expect(offered).to.have.members(['food', 'money', 'housing']);
    for (const [index, code] of offered.entries()) {
      const label = there.content.translator.option(full.linkId, code, 'pl');
      for (const words of [String(index + 1), label])
        expect(JSON.stringify(there.copy().says(words).conversation?.answers[full.linkId]), words).to.include(`"code":"${code}"`);
    }
    expect(there.commands('back').question.linkId).not.to.equal(full.linkId);
  });

  it('takes a label in any language, and its number', () => {
    const there = new Dialogue().until('start.who');
    for (const lang of ['en-GB', 'pl', 'ar']) {
      const label = there.content.translator.option('start.who', 'other', lang);
      expect(JSON.stringify(there.copy().says(label).conversation?.answers['start.who']), label).to.include('"other"');
    }
    expect(JSON.stringify(there.copy().says('1').conversation?.answers['start.who'])).to.include('"self"');
    expect(codes(there.copy().says('77'))).to.deep.equal(['refused']);
  });

  it('says in a language not yet reviewed, and for a sample service, that it is so', () => {
    const sample = new Dialogue({ content: contentWithService({ sample: true }), lang: 'pl' });
    expect(sample.conversation?.applied[0]?.notices.map(notice => notice.code)).to.deep.equal(['welcome']);
    const real = new Dialogue({ content: contentWithService({ sample: false }) });
    expect(real.replies[0]?.kind).to.equal('ask');
    expect(sample.replies[0]?.kind).to.equal('say');
  });
});
