import { expect } from 'chai';
import { describe, it } from 'mocha';
import type { RawAnswer } from '../../src/conversation/conversation.js';
import { hashCode, makeCode } from '../../src/referral/make-reference.js';
import type { Referral } from '../../src/referral/referral.js';
import { Dialogue } from '../support/a-dialogue.js';
import { realContent } from '../support/real-content.js';
import { calledReferral, referralOf, sentReferral } from '../support/sent-referral.js';

const answerTo = (referral: Referral, linkId: string) => referral.answers.find(answer => answer.linkId === linkId);

describe('the needs of a referral', () => {
  it('stand in the order the person chose, with the one to begin with first', () => {
    const { needs } = sentReferral({ 'mind.needs': ['money', 'food', 'loneliness'], 'matters.first': 'loneliness' });
    expect(needs.map(need => [need.key, need.first])).to.deep.equal([
      ['loneliness', true],
      ['money', false],
      ['food', false],
    ]);
  });

  it('keep the order chosen where none was named first', () => {
    const { needs } = sentReferral({ 'mind.needs': ['money', 'food'] });
    expect(needs.map(need => [need.key, need.first])).to.deep.equal([
      ['money', false],
      ['food', false],
    ]);
  });

  it('begin with the only one without a question', () => {
    expect(sentReferral({ 'mind.needs': ['caring'] }).needs)
      .to.have.length(1)
      .and.to.have.nested.property('[0].first', true);
  });

  it('carry the answers of their own screens', () => {
    const given = { 'mind.needs': ['money', 'food'], 'screen-money.owed': ['rent', 'water'], 'screen-food.today': 'no' };
    const [money, food] = sentReferral(given).needs;
    expect(money?.answers.map(answer => [answer.question, answer.answer])).to.deep.include(['Behind with', 'Rent or mortgage and Water']);
    expect(food?.answers.map(answer => answer.linkId)).to.deep.equal(['screen-food.today']);
  });
});

describe('a referral written in another language', () => {
  const words = {
    pl: { mind: 'Od śmierci męża siedzę sama w domu', matters: 'Żeby wnuki częściej przychodziły' },
    ar: { mind: 'أشعر بالوحدة في هذه المدينة', matters: 'أن أتعلم اللغة' },
  };

  for (const lang of ['pl', 'ar'] as const) {
    const given = {
      'mind.words': words[lang].mind,
      'mind.needs': ['loneliness'],
      'screen-loneliness.lonely': 'often',
      'matters.words': words[lang].matters,
      'access.spoken': lang,
      'access.needs': ['large-print'],
      'contact.more': true,
      'contact.gender': 'woman',
      'contact.ethnicity': 'C',
    };

    it(`says coded answers in English (${lang})`, () => {
      const referral = sentReferral(given, { lang });
      expect(referral.language).to.deep.include({
        written: lang,
        spoken: lang,
        spokenName: lang === 'pl' ? 'Polish' : 'Arabic',
        interpreter: true,
      });
      expect(referral.language.access).to.deep.equal([{ code: 'large-print', label: 'Large print' }]);
      expect(referral.needs[0]?.label).to.equal('Feeling lonely or wanting company');
      expect(answerTo(referral, 'screen-loneliness.lonely')).to.deep.include({
        question: 'How often you feel lonely',
        answer: 'Often or always',
      });
      expect(referral.person).to.deep.include({ gender: 'Woman' });
      expect(referral.person.ethnicity)
        .to.have.property('label')
        .that.matches(/^White/u);
      expect(answerTo(referral, 'consent.share')).to.deep.include({ answer: 'Yes' });
    });

    it(`keeps the person's own words as written, with their language beside them (${lang})`, () => {
      const referral = sentReferral(given, { lang });
      expect(referral.words.map(({ answer, wordsIn }) => [answer, wordsIn])).to.deep.equal([
        [words[lang].mind, lang],
        [words[lang].matters, lang],
      ]);
    });

    it(`gives names and telephone numbers no language (${lang})`, () => {
      const referral = sentReferral(given, { lang });
      expect(answerTo(referral, 'contact.name')).not.to.have.property('wordsIn');
      expect(answerTo(referral, 'contact.phone')).not.to.have.property('wordsIn');
    });
  }

  it('remembers the language each text was written in, whatever was chosen later', () => {
    const dialogue = new Dialogue({ lang: 'pl' }).until('mind.words').says('Nie mam z kim porozmawiać');
    const referral = referralOf(
      dialogue.commands('language', { language: 'en-GB' }).until('matters.words').says('My garden').until('review').answers('send'),
    );
    expect(referral.words.map(({ answer, wordsIn }) => [answer, wordsIn])).to.deep.equal([
      ['Nie mam z kim porozmawiać', 'pl'],
      ['My garden', 'en-GB'],
    ]);
    expect(referral.language.written).to.equal('en-GB');
  });
});

describe('what a referral says about safe contact', () => {
  it('names the ways that are safe, and each way that was not said to be', () => {
    expect(sentReferral({ 'contact.safe': ['text', 'use-my-name'] }).contact.safety).to.deep.equal([
      'Safe: Text messages',
      'Safe: Asking for me by name if someone else answers',
      'Not said to be safe: A message on my voicemail',
      'Not said to be safe: E-mails',
      'Not said to be safe: Letters to my home',
    ]);
  });

  it('says that none is safe where the person said so', () => {
    expect(sentReferral({ 'contact.safe': ['none'] }).contact.safety).to.deep.equal([
      'None of the ways asked about is safe. Ask before using any.',
    ]);
  });

  it('takes silence for no permission', () => {
    expect(sentReferral({ 'contact.safe': null }).contact.safety).to.deep.equal([
      'Not asked which ways are safe. Say nothing of this service to anyone else.',
    ]);
  });

  it('says whether a message may be left, on the "just call me" way', () => {
    expect(calledReferral({ 'call-me.voicemail': true }).contact.safety).to.deep.equal(['A message may be left.']);
    expect(calledReferral({ 'call-me.voicemail': false }).contact.safety).to.deep.equal(['Do not leave a message.']);
    expect(calledReferral().contact.safety).to.deep.equal(['Not asked which ways are safe. Say nothing of this service to anyone else.']);
  });

  it('begins with a warning where abuse was spoken of', () => {
    const dialogue = new Dialogue().until('mind.words').says('my husband hits me');
    const { contact, flags } = referralOf(dialogue.until('review', { 'safety-check.abuse': 'safe' }).answers('send'));
    expect(flags.map(flag => flag.kind)).to.include('abuse');
    expect(contact.safety[0]).to.match(/^Abuse was spoken of\. Assume that someone may see messages/u);
  });

  it('says when the person did not agree to be contacted', () => {
    expect(sentReferral({ 'consent.contact': false }).contact.safety).to.include('Has not agreed to be contacted.');
  });
});

describe('the urgency of a referral', () => {
  it('is routine where no red flag was raised', () => {
    expect(sentReferral().urgency).to.equal('routine');
  });

  it('is same-day for a danger that was told plainly', () => {
    const referral = referralOf(
      new Dialogue().until('safety.now').answers('thoughts').until('review', { 'safety-check.self-harm': 'safe' }).answers('send'),
    );
    expect(referral).to.deep.include({ urgency: 'same-day' });
    expect(referral.flags.map(flag => flag.kind)).to.include('self-harm');
  });

  it('is urgent for words that only hint, even when the person says they are safe', () => {
    const dialogue = new Dialogue().until('mind.words').says('I cannot go on like this');
    const referral = referralOf(dialogue.until('review', { 'safety-check.self-harm': 'safe' }).answers('send'));
    expect(new Set(referral.flags.map(flag => flag.tier))).to.deep.equal(new Set(['ask']));
    expect(referral.urgency).to.equal('urgent');
  });
});

describe('the permissions of a referral', () => {
  it('are each kept with the answer, the time, the English words and the language they were read in', () => {
    const { consents } = sentReferral({ 'consent.gp': false }, { lang: 'pl' });
    expect(consents.map(({ purpose, given, lang }) => [purpose, given, lang])).to.deep.equal([
      ['share-link-worker', true, 'pl'],
      ['share-gp', false, 'pl'],
      ['contact', true, 'pl'],
    ]);
    expect(consents[0]?.wording).to.equal('May we share your answers with the link worker?');
    expect(consents.map(consent => consent.at)).to.deep.equal(consents.map(consent => consent.at).toSorted());
    expect(consents[0]?.at).to.match(/^2026-11-22T09:\d\d:00\.000Z$/u);
  });

  it('leave out what was not answered', () => {
    expect(sentReferral({ 'consent.gp': null }).consents.map(consent => consent.purpose)).to.deep.equal(['share-link-worker', 'contact']);
  });

  it('are one question for sharing and calling on the "just call me" way', () => {
    const { consents } = calledReferral();
    expect(consents.map(({ purpose, given }) => [purpose, given])).to.deep.equal([
      ['share-link-worker', true],
      ['contact', true],
    ]);
    expect(consents[0]?.wording).to.match(/so that they can call you/u);
  });
});

describe('who a referral is from', () => {
  it('is the person themselves', () => {
    expect(sentReferral({ 'start.who': 'self' }).who).to.deep.equal({ kind: 'self', detail: [] });
  });

  it('may be the person with somebody helping', () => {
    expect(sentReferral({ 'start.who': 'helped' }).who.kind).to.equal('helped');
  });

  it('may be somebody asking for another adult, who says whether they agree and who they are', () => {
    const given = { 'start.who': 'other', 'proxy.knows': 'yes', 'proxy.your-name': 'Ola Nowak', 'proxy.relation': 'her daughter' };
    const { who } = sentReferral(given);
    expect(who.kind).to.equal('other');
    expect(who.detail.map(({ linkId, answer }) => [linkId, answer])).to.deep.include.members([
      ['proxy.your-name', 'Ola Nowak'],
      ['proxy.relation', 'her daughter'],
    ]);
    expect(who.detail[0]).to.deep.include({ linkId: 'proxy.knows', answer: 'Yes, they know and agree' });
  });

  it('records the legal power of whoever decides for a person who cannot', () => {
    const { who } = sentReferral({ 'start.who': 'other', 'proxy.knows': 'cannot-decide', 'proxy.authority': 'lpa' });
    expect(who.detail.find(answer => answer.linkId === 'proxy.authority')?.answer).to.match(/power of attorney/iu);
  });
});

describe('the measures of a referral', () => {
  const life = { 'life.offer': true, 'life.satisfied': 7, 'life.happy': 3 };
  const lonely = { 'mind.needs': ['loneliness'], 'screen-loneliness.companionship': 'often', 'screen-loneliness.left-out': 'some' };

  it('hold each of the four questions about life by itself, never a sum', () => {
    const { measures } = sentReferral(life);
    expect(measures.map(({ id, value, range }) => [id, value, range])).to.deep.equal([
      ['life.satisfied', 7, [0, 10]],
      ['life.happy', 3, [0, 10]],
    ]);
  });

  it('hold the loneliness total only where all three were answered', () => {
    expect(sentReferral(lonely).measures).to.deep.equal([]);
    const [measure] = sentReferral({ ...lonely, 'screen-loneliness.isolated': 'hardly' }).measures;
    expect(measure).to.deep.include({ id: 'screen-loneliness.ucla', value: 6, range: [3, 9] });
  });

  const hunger: readonly (readonly [string, string, boolean])[] = [
    ['LA28397-0', 'LA28398-8', true],
    ['LA28398-8', 'LA6729-3', true],
    ['LA28398-8', 'LA28398-8', false],
  ];
  for (const [worried, lasted, atRisk] of hunger) {
    it(`finds ${atRisk ? 'a' : 'no'} risk of hunger in ${worried} and ${lasted}`, () => {
      const { measures } = sentReferral({ 'mind.needs': ['food'], 'screen-food.worried': worried, 'screen-food.lasted': lasted });
      expect(measures.map(({ id, value }) => [id, value])).to.deep.equal([['screen-food.hvs', atRisk]]);
    });
  }
});

describe('the codes of a referral', () => {
  const content = realContent();
  const allOn = { ...content, codesOn: new Set([...content.codesOn, '267076002', '160932005', '733423003']) };
  const often: Record<string, RawAnswer> = { 'mind.needs': ['loneliness', 'money'], 'screen-loneliness.lonely': 'often' };

  it('are none as shipped, whatever was answered', () => {
    expect(sentReferral(often).codes).to.deep.equal([]);
  });

  it('are those an explicit answer earned, once the deployer switched them on', () => {
    expect(sentReferral(often, { content: allOn }).codes).to.deep.equal([{ code: '267076002', display: 'Feeling lonely' }]);
    expect(sentReferral({ ...often, 'screen-money.problem': true }, { content: allOn }).codes).to.have.length(2);
  });

  it('are never earned by choosing a need alone', () => {
    expect(sentReferral({ 'mind.needs': ['loneliness', 'money', 'food'] }, { content: allOn }).codes).to.deep.equal([]);
  });

  it('name an access need only where its code is switched on', () => {
    const given = { 'access.needs': ['bsl'] };
    expect(sentReferral(given).language.access).to.deep.equal([{ code: 'bsl', label: 'A British Sign Language interpreter' }]);
    const on = { ...content, codesOn: new Set(['204331000000107']) };
    expect(sentReferral(given, { content: on }).language.access[0]).to.have.property('snomed', '204331000000107');
  });
});

describe('a referral as a whole', () => {
  it('is of the full way or of the "just call me" way', () => {
    expect(sentReferral().way).to.equal('full');
    const called = calledReferral({ 'call-me.spoken': 'so' });
    expect(called).to.deep.include({ way: 'call-me', needs: [], words: [], measures: [] });
    expect(called.contact).to.deep.include({ name: 'Sam', phone: '+447911123456' });
    expect(called.language).to.deep.include({ spoken: 'so', spokenName: 'Somali', interpreter: true });
  });

  it('is the same again from the same answers', () => {
    expect(sentReferral({ 'mind.needs': ['food'] })).to.deep.equal(sentReferral({ 'mind.needs': ['food'] }));
  });

  it('keeps of the code only its hash, and the reference is the one shown', () => {
    const dialogue = new Dialogue().until('review').answers('send');
    const referral = referralOf(dialogue);
    const code = makeCode(dialogue.conversation?.id ?? '', 1);
    expect(dialogue.heard).to.include(referral.reference).and.to.include(code);
    expect(referral.codeHash).to.equal(hashCode(referral.id, code));
    expect(JSON.stringify(referral)).not.to.include(`"${code}"`);
  });

  it('says the age, the practice and the postcode the person gave', () => {
    expect(sentReferral({ 'eligibility.practice': 'SAMPLE2' }).eligibility).to.deep.equal({
      age: 46,
      practice: { ods: 'SAMPLE2', name: 'Canal Street Surgery' },
    });
    expect(sentReferral({ 'eligibility.practice': 'other', 'eligibility.postcode': 'e16an' }).eligibility).to.deep.equal({
      age: 46,
      postcode: 'E1 6AN',
    });
  });

  it('says nothing of what was not told', () => {
    expect(sentReferral().person).to.deep.equal({});
    expect(sentReferral().contact).not.to.have.any.keys('email', 'times', 'address');
  });
});
