// What is near, from the first need to the end: in the whole conversation, and without any referral.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { askedAbout } from '../../src/conversation/near-items.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import { Dialogue } from '../support/a-dialogue.js';
import { localDirectory } from '../support/local-directory.js';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const directory = localDirectory();
const lonely = { 'mind.needs': ['loneliness'], 'eligibility.age': 70 };
const atHome = { ...lonely, 'near.postcode': 'E1 6AN' };

/** Where the services are asked about. */
const listed = (given: Parameters<Dialogue['until']>[1] = atHome): Dialogue => new Dialogue({ directory }).until('near.ask-about', given);

/** Names of the services they want to ask about. */
const wanted = ({ conversation }: Dialogue): readonly string[] =>
  askedAbout(conversation ?? { answers: {} }).map(({ valueCoding: { display = '' } }) => display);

describe('the whole conversation with a directory', () => {
  it('asks for a postcode after what makes it easier, and shows what fits with the reasons', () => {
    const dialogue = new Dialogue({ directory }).until('near.postcode', lonely);
    expect(dialogue.heard).to.include('What is your postcode?').and.include('It shows us what is near you. It stays with us.');
    expect(dialogue.says('e1 6an').heard)
      .to.include('Your postcode: E1 6AN')
      .and.include('Feeling lonely or wanting company')
      .and.include('1. lunch club')
      .and.match(/free · very near · .*for people aged 60 and over/u)
      .and.include('Where: lunch-club hall, 1 Test Street, E1 6AN')
      .and.include('https://www.openstreetmap.org/?mlat=51.51650&mlon=-0.06950')
      .and.include('Would you like to ask the link worker about any of these?')
      .and.include('- None of these');
    expect(dialogue.question.options?.at(-1)?.value).to.equal('none');
    expect(dialogue.question.exclusive).to.deep.equal(['none']);
  });

  for (const [said, names] of [
    ['lunch club', ['lunch club']],
    ['Lunch', ['lunch club']],
    ['1', ['lunch club']],
    ['1 and coffee morning', ['lunch club', 'coffee morning']],
  ] as const) {
    it(`takes "${said}"`, () => {
      const dialogue = listed().says(said);
      expect(wanted(dialogue)).to.have.members(names);
      expect(dialogue.heard).to.include('The link worker will see that you asked about: ');
      expect(dialogue.question.linkId).to.equal('contact.name');
    });
  }

  for (const [said, notice] of [
    ['none of these', 'Ask the link worker about: None of these'],
    ['skip', 'That is fine. We will leave this one out.'],
  ] as const) {
    it(`takes "${said}"`, () => {
      const dialogue = listed().says(said);
      expect(wanted(dialogue)).to.deep.equal([]);
      expect(dialogue.heard).to.include(notice).and.include('What is your name?');
    });
  }

  it('takes neither none together with a service, nor what is not there', () => {
    expect(listed().answers(['none', 'lunch-club']).heard).to.include('Would you like to ask');
    expect(listed().says('the swimming pool').question.linkId).to.equal('near.ask-about');
  });

  it('takes ids as data, shows the choice at the review, and has it changed there', () => {
    const dialogue = listed().answers(['lunch-club', 'coffee-morning']).until('review');
    expect(dialogue.heard).to.include('Ask the link worker about: lunch club and coffee morning');
    expect(dialogue.commands('change', { key: 'near.ask-about' }).heard).to.include('1. lunch club');
    expect(dialogue.says('coffee morning').heard).to.include('Check your answers');
    expect(wanted(dialogue)).to.deep.equal(['coffee morning']);
  });

  it('sends it with the referral, and says where to go meanwhile', () => {
    const dialogue = listed().says('lunch club').until('review').answers('send');
    const { nearby, answers } = referralOf(dialogue);
    expect(nearby?.askAbout).to.deep.equal([{ id: 'lunch-club', name: 'lunch club' }]);
    expect(nearby?.shown.map(({ need }) => need)).to.deep.equal(['loneliness', 'loneliness', 'loneliness']);
    expect(nearby?.unmet).to.deep.equal([]);
    expect(answers.find(({ linkId }) => linkId === 'near.ask-about')?.answer).to.equal('lunch club');
    expect(dialogue.heard).to.include('Your reference is').and.include('1. lunch club');
    expect(dialogue.effects.map(({ kind }) => kind)).to.deep.equal(['referral']);
    expect(dialogue.commands('near').heard).to.include('1. lunch club');
  });

  it('tells more of one, and of nothing that was not shown', () => {
    const dialogue = listed().commands('more', { key: 'lunch-club' });
    expect(dialogue.heard)
      .to.include('What lunch-club does.')
      .and.include('Tuesdays: 10:00 am to 12:00 pm')
      .and.include('Would you like to ask');
    expect(dialogue.commands('more', { key: 'mens-shed' }).heard).to.include('This service is no longer on our list.');
    expect(dialogue.commands('more').heard).to.include('Choose one or more from the list.').and.include('back');
  });

  it('asks no postcode that was given before, and none where no need was named', () => {
    const elsewhere = { ...lonely, 'eligibility.practice': 'other', 'eligibility.postcode': 'E1 6AN' };
    const asked: string[] = [];
    const dialogue = new Dialogue({ directory }).until('access.needs', elsewhere);
    for (; dialogue.question.linkId !== 'contact.name'; dialogue.skips()) asked.push(dialogue.question.linkId);
    expect(asked).to.deep.equal(['access.needs', 'near.ask-about']);
    const nothing = new Dialogue({ directory }).until('access.needs', { 'mind.needs': null });
    expect(nothing.skips().question.linkId).to.equal('contact.name');
  });
});

describe('a change of mind about what is near', () => {
  it('goes back to the postcode and shows another list', () => {
    const dialogue = listed().says('back');
    expect(dialogue.question.linkId).to.equal('near.postcode');
    expect(dialogue.says('SE15 4QL').heard).to.include('Would you like to ask').and.not.include('very near');
  });

  it('asks again where other needs make another list, and says so', () => {
    const dialogue = listed().says('lunch club').until('review');
    dialogue.commands('change', { key: 'mind.needs' }).answers(['money']);
    expect(dialogue.heard).to.include('We will ask them again: Ask the link worker about.');
    dialogue.until('near.ask-about');
    expect(dialogue.heard).to.include('debt clinic').and.not.include('lunch club');
    expect(wanted(dialogue.says('debt clinic'))).to.deep.equal(['debt clinic']);
  });

  it('asks a skipped one again for another list, without a word', () => {
    const dialogue = listed().skips().until('review');
    dialogue.commands('change', { key: 'mind.needs' }).answers(['money']);
    expect(dialogue.heard).not.to.include('ask them again');
    expect(dialogue.until('near.ask-about').heard).to.include('debt clinic');
  });

  it('takes the list away with the last need, and the answer with it', () => {
    const dialogue = listed().says('lunch club').until('review');
    dialogue.commands('change', { key: 'mind.needs' }).skips().until('review').answers('send');
    expect(referralOf(dialogue).nearby).to.equal(undefined);
    expect(JSON.stringify(dialogue.conversation?.answers)).not.to.include('lunch');
  });

  it('keeps the list once they have chosen, whatever they tell of themselves or is imported later', () => {
    const dialogue = listed().says('lunch club');
    const before = dialogue.conversation?.near;
    dialogue.directory = localDirectory(undefined, { version: 'v2' });
    dialogue.until('contact.ethnicity', { 'contact.more': true, 'contact.gender': 'woman' });
    expect(dialogue.conversation?.near).to.deep.equal(before);
  });

  it('shows the women of Whitechapel their group, if they have said so before', () => {
    const dialogue = listed().says('back').until('near.postcode').commands('language', { language: 'bn' }).says('E1 6AN');
    expect(dialogue.conversation?.near?.shown.map(({ id }) => id)).to.include('coffee-morning');
  });
});

describe('a postcode that nobody knows', () => {
  const asked: readonly Line[] = [
    ['patient', 'ZE1 0AA'],
    ['assistant', 'We do not know the postcode ZE1 0AA. Is it right?', 'If it is not right, choose No and write it again.'],
  ];
  const told = (): Dialogue => {
    const dialogue = new Dialogue({ directory }).until('near.postcode', lonely);
    for (const line of asked) if (line[0] === 'patient') dialogue.says(line[1]);
    return dialogue;
  };

  it('is asked about, and a yes takes it', () => {
    const dialogue = told();
    expect(dialogue.heard).to.include('We do not know the postcode ZE1 0AA. Is it right?');
    expect(dialogue.question.variant).to.equal('confirm');
    expect(dialogue.says('yes').heard).to.include('We do not know where you live.').and.include('Would you like to ask');
  });

  it('is taken by sending it once more, as a page does', () => {
    expect(told().answers('ZE1 0AA').question.linkId).to.equal('near.ask-about');
  });

  it('is asked again after a no, by word or by button', () => {
    for (const dialogue of [told().says('no'), told().commands('change', { key: 'near.postcode' })]) {
      expect(dialogue.question.variant).to.equal(undefined);
      expect(dialogue.heard).to.include('What is your postcode?');
      expect(dialogue.says('E1 6AN').heard).to.include('very near');
    }
  });

  it('may be another one at once, and may be left out', () => {
    expect(told().says('E1 6AN').heard).to.include('very near');
    expect(told().says('skip').heard).to.include('We do not know where you live.');
  });

  it('is never asked about elsewhere', () => {
    const dialogue = new Dialogue({ directory }).until('eligibility.postcode', { ...lonely, 'eligibility.practice': 'other' });
    expect(dialogue.says('ZE1 0AA').replies.at(-1)).to.include({ kind: 'ended', end: 'out-of-area' });
  });
});

describe('only what is near', () => {
  const way: readonly Line[] = [
    ['patient', 'what is near me'],
    ['assistant', 'We ask what you need and where you live. Then we show what is near. We send nothing to anyone.', 'How old are you?'],
    ['patient', '70'],
    ['assistant', 'What is on your mind?'],
    ['patient', 'skip'],
    ['patient', 'loneliness'],
    ['assistant', 'Is anything making you unsafe right now?'],
    ['patient', 'no'],
    ['assistant', 'What is your postcode?'],
    ['patient', 'E1 6AN'],
    ['assistant', 'What is near you', 'You can go now. You do not have to wait for us.', '1. lunch club', '3. '],
  ];
  const shown = (): Dialogue => play(way, { directory });

  it('goes to the list and sends nothing', () => {
    const dialogue = shown();
    expect(dialogue.replies.at(-1)).to.include({ kind: 'near' });
    expect(dialogue.effects).to.deep.equal([]);
  });

  it('tells more by number or by name, and shows the list again for anything else', () => {
    const dialogue = shown();
    expect(dialogue.says('1').heard).to.include('What lunch-club does.');
    expect(dialogue.says('coffee morning').heard).to.include('What coffee-morning does.');
    expect(dialogue.says('lunch').heard).to.include('What lunch-club does.');
    expect(dialogue.says('thank you').heard).to.include('1. lunch club').and.not.include('What lunch-club does.');
    expect(dialogue.says('c').heard).not.to.include(' does.');
  });

  it('goes back, changes, and shows the answers so far', () => {
    const dialogue = shown();
    expect(dialogue.says('check my answers').heard).to.include('Your postcode: E1 6AN');
    expect(dialogue.answers('go-on').heard).to.include('1. lunch club');
    expect(dialogue.says('back').question.linkId).to.equal('near.postcode');
    expect(dialogue.says('near me').heard).to.include('1. lunch club');
  });

  it('goes on to a referral with every answer kept', () => {
    const dialogue = shown();
    expect(dialogue.replies.at(-1)).to.deep.include({ offers: ['refer'] });
    expect(dialogue.says('ask a link worker').heard).to.include('We ask you some more questions').and.include('Who is this for?');
    const referral = referralOf(dialogue.until('near.ask-about').says('lunch club').until('review').answers('send'));
    expect(referral.eligibility).to.deep.include({ age: 70, postcode: 'E1 6AN' });
    expect(referral.needs.map(({ key }) => key)).to.deep.equal(['loneliness']);
    expect(referral.nearby?.askAbout).to.deep.equal([{ id: 'lunch-club', name: 'lunch club' }]);
  });

  it('keeps what was answered for a referral, for whoever looks in the middle of one and goes on', () => {
    const dialogue = new Dialogue({ directory }).until('mind.words', lonely).commands('near').skips();
    dialogue.answers(['loneliness']).answers('no').says('E1 6AN');
    expect(dialogue.replies.at(-1)).to.include({ kind: 'near' });
    expect(dialogue.commands('refer').question.linkId).to.equal('screen-loneliness.companionship');
    expect(Object.keys(dialogue.conversation?.answers ?? {})).to.include.members(['consent.share', 'eligibility.age']);
  });

  it('shows what needs a referral only where there will be one', () => {
    const need = { 'mind.needs': ['caring'], 'eligibility.age': 40, 'near.postcode': 'E1 6AN' };
    expect(listed(need).heard).to.include('respite');
    const only = new Dialogue({ directory }).commands('near').until('near.postcode', need).says('E1 6AN');
    expect(only.heard).to.include('carers centre').and.not.include('respite');
  });

  it('says kindly that nothing was found, with lines to call, and counts it once', () => {
    const empty = localDirectory([]);
    const dialogue = new Dialogue({ directory: empty })
      .commands('near')
      .until('near.postcode', { ...lonely, 'mind.needs': ['money', 'work'] });
    dialogue.says('E1 6AN');
    expect(dialogue.heard)
      .to.include('We found nothing for this yet. We are sorry.')
      .and.include('You can also call:')
      .and.include('0808 208 2138');
    expect(dialogue.effects).to.have.lengthOf(1);
    const [effect] = dialogue.effects;
    if (effect?.kind !== 'unmet') throw new Error('not counted');
    expect(effect.unmet).to.deep.include({ needs: ['money', 'work'], area: 'Tower Hamlets', id: effect.id });
    expect(JSON.stringify(effect)).not.to.include(dialogue.conversation?.id).and.not.include('6AN');
    dialogue.commands('refer').until('review').answers('send');
    expect(dialogue.effects.map(({ kind }) => kind)).to.deep.equal(['unmet', 'referral']);
    expect(referralOf(dialogue).nearby).to.deep.equal({ shown: [], askAbout: [], unmet: ['money', 'work'] });
  });

  it('says in a referral that nothing was found, when the place is told and at the end', () => {
    const dialogue = new Dialogue({ directory: localDirectory([]) }).until('near.postcode', lonely).skips();
    expect(dialogue.heard).to.include('We found nothing for this yet. A link worker may know more.').and.include('What is your name?');
    dialogue.until('review').answers('send');
    expect(dialogue.heard).to.include('We found nothing for this yet. A link worker may know more.').and.include('Samaritans');
    expect(dialogue.effects.map(effect => (effect.kind === 'unmet' ? effect.unmet.area : effect.kind))).to.deep.equal([
      'referral',
      'unknown',
    ]);
  });
});

describe('unmet need', () => {
  const placeless = localDirectory([], { places: { find: () => undefined } });
  const areaOf = (directory: LocalDirectory, postcode: string): string | undefined => {
    const dialogue = new Dialogue({ directory }).until('near.postcode', lonely).says(postcode);
    if (dialogue.question.variant === 'confirm') dialogue.says('yes');
    const effect = dialogue
      .until('review')
      .answers('send')
      .effects.find(({ kind }) => kind === 'unmet');
    return effect?.kind === 'unmet' ? effect.unmet.area : undefined;
  };

  it('is counted by the district, by its code, or by the first half of the postcode', () => {
    const directory = localDirectory([]);
    expect(['E1 6AN', 'E3 2AA', 'SE15 4QL'].map(postcode => areaOf(directory, postcode))).to.deep.equal([
      'Tower Hamlets',
      'E09000030',
      'SE15',
    ]);
    expect(areaOf(placeless, 'W5 2HL')).to.equal('W5');
  });
});

describe('where the directory goes away', () => {
  it('what is typed at the list asks for it once more, and tells of no service', () => {
    const dialogue = new Dialogue({ directory: localDirectory() }).commands('near').until('near.postcode', lonely).says('E1 6AN');
    dialogue.directory = undefined;
    expect(dialogue.says('1').replies.at(-1)).to.include({ kind: 'near' });
    expect(dialogue.commands('more', { key: 'coffee-morning' }).heard).to.include('no longer on our list');
  });
});

describe('without a directory', () => {
  it('asks nothing of it, and takes "what is near me" as an answer', () => {
    const dialogue = new Dialogue().until('mind.words').says('what is near me');
    expect(dialogue.conversation?.answers['mind.words']?.values).to.deep.equal([{ valueString: 'what is near me' }]);
    expect(dialogue.until('access.needs').skips().question.linkId).to.equal('contact.name');
    expect(dialogue.conversation?.near).to.equal(undefined);
    expect(dialogue.commands('near').heard).to.include('You can talk to a person.');
    dialogue.until('review').answers('send');
    expect(referralOf(dialogue).nearby).to.equal(undefined);
    expect(dialogue.replies.at(-1)).not.to.have.property('near');
  });

  it('shows the end of the way without a list, where the directory went away meanwhile', () => {
    const dialogue = new Dialogue({ directory }).commands('near').until('near.postcode', lonely);
    dialogue.directory = undefined;
    expect(dialogue.says('E1 6AN').heard).to.include('We found nothing for this yet. We are sorry.');
  });
});
