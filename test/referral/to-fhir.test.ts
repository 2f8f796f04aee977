import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralStatuses } from '../../src/referral/referral-status.js';
import type { ReferralStatus } from '../../src/referral/referral-status.js';
import type { Referral } from '../../src/referral/referral.js';
import { toFhir } from '../../src/referral/to-fhir.js';
import { Dialogue } from '../support/a-dialogue.js';
import { extensionsIn, referencesIn, resourceOf, resourcesOf, snomedIn } from '../support/a-bundle.js';
import { fhirFaults } from '../support/fhir-validators.js';
import { realContent } from '../support/real-content.js';
import { calledReferral, referralOf, sentReferral } from '../support/sent-referral.js';

const content = realContent();
const referralCode = '871731000000106';
const statuses = referralStatuses;

const everything = {
  'eligibility.practice': 'SAMPLE1',
  'mind.needs': ['loneliness', 'food', 'money'],
  'screen-loneliness.lonely': 'often',
  'screen-loneliness.companionship': 'often',
  'screen-loneliness.left-out': 'some',
  'screen-loneliness.isolated': 'hardly',
  'screen-food.worried': 'LA28397-0',
  'screen-food.lasted': 'LA28398-8',
  'screen-food.today': 'yes',
  'screen-money.problem': true,
  'screen-money.owed': ['rent', 'else'],
  'life.offer': true,
  'life.satisfied': 4,
  'life.worthwhile': 5,
  'life.happy': 0,
  'life.anxious': 10,
  'matters.first': 'food',
  'access.spoken': 'bfi',
  'access.needs': ['bsl', 'large-print'],
  'contact.safe': ['text'],
  'contact.more': true,
  'contact.times': 'before noon',
  'contact.email-too': 'sam@example.org',
  'contact.home': '1 Sample Street, London E1 6AN',
  'contact.gender': 'genderfluid',
  'contact.nhs-number': '999 000 0018',
  'contact.ethnicity': 'A',
};

const own = {
  en: { 'mind.words': "I don't see anyone", 'matters.words': 'My dog & me <3' },
  pl: { 'mind.words': 'Siedzę całymi dniami sama', 'matters.words': 'Żeby było ciepło' },
  ar: { 'mind.words': 'أشعر بالوحدة', 'matters.words': 'عائلتي' },
};

const worried = (): Referral =>
  referralOf(new Dialogue().until('safety.now').answers('hurt').until('review', { 'safety-check.abuse': 'safe' }).answers('send'));

const calledBack = (): Referral =>
  referralOf(new Dialogue().until('mind.words').says('I am going to kill myself tonight').answers(true).skips().says('07911 123456'));

const forAnother = (lang: string): Referral =>
  sentReferral({ 'start.who': 'other', 'proxy.knows': 'yes', 'proxy.your-name': 'Ola Nowak', 'proxy.relation': 'córka' }, { lang });

const referrals: Readonly<Record<string, () => Referral>> = {
  'the least one can answer': () => sentReferral(),
  'every optional answer in English': () => sentReferral({ ...everything, ...own.en }),
  'every optional answer, typed in Polish': () => sentReferral({ ...everything, ...own.pl }, { lang: 'pl' }),
  'every optional answer, typed in Arabic': () => sentReferral({ ...everything, ...own.ar }, { lang: 'ar' }),
  'the "just call me" way': () => calledReferral({ 'call-me.voicemail': false, 'call-me.spoken': 'pl' }),
  'the "just call me" way with the least': () => calledReferral(),
  'somebody helping': () => sentReferral({ 'start.who': 'helped' }),
  'somebody asking for another adult': () => forAnother('pl'),
  'red flags': worried,
  'a call asked for after urgent help, without a name': calledBack,
  'permissions refused': () => sentReferral({ 'consent.gp': false, 'consent.contact': false }),
};

describe('the FHIR bundle of a referral', () => {
  for (const [name, make] of Object.entries(referrals)) {
    for (const status of statuses) {
      it(`is valid, each resource and as a whole: ${name}, ${status}`, () => {
        const bundle = toFhir(make(), status, content);
        for (const { resource } of bundle.entry) expect(fhirFaults(resource), resource.resourceType).to.deep.equal([]);
        expect(fhirFaults(bundle)).to.deep.equal([]);
      });
    }

    it(`holds what every reference points at: ${name}`, () => {
      const bundle = toFhir(make(), 'requested', content);
      const urls = bundle.entry.map(entry => entry.fullUrl);
      expect(new Set(urls).size).to.equal(urls.length);
      expect(referencesIn(bundle).filter(reference => !urls.includes(reference))).to.deep.equal([]);
    });

    it(`carries no SNOMED code before it is accepted, and then the referral's own alone: ${name}`, () => {
      const referral = make();
      expect(snomedIn(toFhir(referral, 'requested', content))).to.deep.equal([]);
      expect(snomedIn(toFhir(referral, 'accepted', content))).to.deep.equal([referralCode]);
    });
  }

  it('is the same each time, ids included', () => {
    expect(toFhir(sentReferral(everything), 'requested', content)).to.deep.equal(toFhir(sentReferral(everything), 'requested', content));
  });

  it('keeps its ids from one status to the next', () => {
    const referral = sentReferral(everything);
    const urls = (status: ReferralStatus) => toFhir(referral, status, content).entry.map(entry => entry.fullUrl);
    expect(urls('completed')).to.deep.equal(urls('requested'));
  });

  it('has a QuestionnaireResponse for each questionnaire answered, each with its canonical and version', () => {
    const bundle = toFhir(sentReferral(everything), 'requested', content);
    const canonicals = resourcesOf(bundle, 'QuestionnaireResponse').map(response => response['questionnaire']);
    expect(canonicals).to.include('https://waymark.example/fhir/Questionnaire/consent|0.1.0');
    expect(new Set(canonicals).size).to.equal(canonicals.length);
    expect(canonicals.join(' ')).not.to.include('facts');
  });
});

describe('red flags in FHIR', () => {
  it('are notes with their tier, rule and time, what was written beside them, and no code', () => {
    const { flags } = calledBack();
    const bundle = toFhir(calledBack(), 'requested', content);
    const [flag, words] = resourceOf(bundle, 'ServiceRequest')['note'] as readonly Readonly<Record<string, unknown>>[];
    expect(flag).to.deep.equal({
      time: flags[0]?.at,
      text: `Red flag: self-harm, told plainly (tier act, rule ${flags[0]?.rule ?? ''})`,
    });
    expect(words).to.deep.include({ time: flags[0]?.at, text: 'I am going to kill myself tonight' });
    expect(words).to.have.property('authorReference');
    expect(resourceOf(bundle, 'Patient')).not.to.have.property('name');
    expect(snomedIn(bundle)).to.deep.equal([]);
  });
});

describe('where a referral stands, in FHIR', () => {
  const standing = (status: ReferralStatus, accepted?: boolean) => {
    const bundle = toFhir(sentReferral(), status, content, accepted);
    const { status: request, intent } = resourceOf(bundle, 'ServiceRequest');
    return { request, intent, task: resourceOf(bundle, 'Task')['status'], coded: snomedIn(bundle).includes(referralCode) };
  };

  it('is a proposal until a link worker accepts it', () => {
    expect(standing('requested')).to.deep.equal({ request: 'active', intent: 'proposal', task: 'requested', coded: false });
    expect(standing('accepted')).to.deep.equal({ request: 'active', intent: 'order', task: 'accepted', coded: true });
  });

  it('is completed once it was accepted and closed, revoked when closed without that', () => {
    expect(standing('completed', true)).to.deep.equal({ request: 'completed', intent: 'order', task: 'completed', coded: true });
    expect(standing('cancelled')).to.deep.equal({ request: 'revoked', intent: 'proposal', task: 'cancelled', coded: false });
  });

  it('carries no referral code where the deployer switched it off', () => {
    expect(snomedIn(toFhir(sentReferral(), 'accepted', { ...content, codesOn: new Set() }))).to.deep.equal([]);
  });

  it('carries codes that answers earned and the deployer switched on', () => {
    const on = { ...content, codesOn: new Set([referralCode, '267076002']) };
    const referral = sentReferral({ 'mind.needs': ['loneliness'], 'screen-loneliness.lonely': 'often' }, { content: on });
    expect(snomedIn(toFhir(referral, 'accepted', on))).to.deep.equal([referralCode, '267076002']);
    expect(fhirFaults(toFhir(referral, 'accepted', on))).to.deep.equal([]);
  });
});

describe('the person in the FHIR bundle', () => {
  const patient = (given: Parameters<typeof sentReferral>[0], lang = 'en') =>
    resourceOf(toFhir(sentReferral(given, { lang }), 'requested', content), 'Patient');

  it('has an NHS number marked as present but not traced, as UK Core codes it', () => {
    expect(patient(everything)['identifier']).to.deep.equal([
      {
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus',
            valueCodeableConcept: {
              coding: [
                {
                  system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland',
                  code: '02',
                  display: 'Number present but not traced',
                },
              ],
            },
          },
        ],
        system: 'https://fhir.nhs.uk/Id/nhs-number',
        value: '9990000018',
      },
    ]);
  });

  it('has the ethnic category of England by its code, and the words chosen', () => {
    expect(patient(everything)['extension']).to.deep.include({
      url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EthnicCategory',
      valueCodeableConcept: {
        coding: [{ system: 'https://fhir.hl7.org.uk/CodeSystem/UKCore-EthnicCategoryEngland', code: 'A' }],
        text: 'White: English, Welsh, Scottish, Northern Irish or British',
      },
    });
  });

  it('has the language for the call as the preferred one, and the language of the chat beside it', () => {
    const system = 'urn:ietf:bcp:47';
    expect(patient({ 'access.spoken': 'bfi' }, 'pl')['communication']).to.deep.equal([
      { language: { coding: [{ system, code: 'bfi' }], text: 'British Sign Language' }, preferred: true },
      { language: { coding: [{ system, code: 'pl' }] } },
    ]);
    expect(patient({ 'access.spoken': 'en' })['communication']).to.have.length(1);
    expect(patient({}, 'ar')['communication']).to.deep.equal([{ language: { coding: [{ system, code: 'ar' }] }, preferred: true }]);
  });

  it('has no gender code: the words given stand in the answers', () => {
    expect(patient(everything)).not.to.have.property('gender');
  });

  it('uses only extensions of UK Core and HL7, each as its definition names it', function () {
    const folder = '../shared/data/fhir';
    if (!existsSync(folder)) {
      console.log('skipped: no shared data');
      this.skip();
    }
    const published = readdirSync(folder)
      .filter(file => file.startsWith('Extension-'))
      .map(file => `https://fhir.hl7.org.uk/StructureDefinition/${file.replace('.json', '')}`);
    const used = extensionsIn(toFhir(sentReferral({ ...everything, ...own.pl }, { lang: 'pl' }), 'accepted', content));
    expect(used.filter(url => url.includes('hl7.org.uk')).length).to.be.greaterThan(0);
    expect(used.filter(url => !url.startsWith('http://hl7.org/fhir/StructureDefinition/') && !published.includes(url))).to.deep.equal([]);
  });
});

describe('words in FHIR', () => {
  it('keep their language beside them, in the note and in the answers', () => {
    const bundle = toFhir(sentReferral({ ...own.ar, 'mind.needs': ['food'] }, { lang: 'ar' }), 'requested', content);
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'ar' }];
    const notes = resourceOf(bundle, 'ServiceRequest')['note'];
    expect(notes).to.be.an('array');
    expect(JSON.stringify(notes)).to.include(JSON.stringify({ text: 'أشعر بالوحدة', _text: { extension } }).slice(1, -1));
    expect(JSON.stringify(resourcesOf(bundle, 'QuestionnaireResponse'))).to.include(
      JSON.stringify({ valueString: 'عائلتي', _valueString: { extension } }).slice(1, -1),
    );
  });

  it('begin with the red flags and with what is safe', () => {
    const notes = resourceOf(toFhir(worried(), 'requested', content), 'ServiceRequest')['note'];
    expect(JSON.stringify(notes)).to.match(/Red flag: abuse, told plainly \(tier act, rule [^)]+\).*Contact: Abuse was spoken of/u);
  });

  it('are said by whoever asks, where that is somebody else', () => {
    const bundle = toFhir(forAnother('pl'), 'requested', content);
    const related = resourceOf(bundle, 'RelatedPerson');
    expect(related['name']).to.deep.equal([{ text: 'Ola Nowak' }]);
    expect(related['relationship']).to.have.nested.property('[0].text', 'córka');
    const url = bundle.entry.find(entry => entry.resource === related || entry.resource.resourceType === 'RelatedPerson')?.fullUrl;
    expect(resourceOf(bundle, 'ServiceRequest')['requester']).to.deep.equal({ reference: url });
    for (const response of resourcesOf(bundle, 'QuestionnaireResponse')) expect(response['source']).to.deep.equal({ reference: url });
  });

  it('are the person’s own where somebody only helps', () => {
    const bundle = toFhir(sentReferral({ 'start.who': 'helped' }), 'requested', content);
    expect(resourcesOf(bundle, 'RelatedPerson')).to.have.length(0);
    expect(JSON.stringify(resourceOf(bundle, 'Provenance')['agent'])).to.include('Someone helping the person to type');
  });
});

describe('the measures in FHIR', () => {
  it('are survey Observations with their range, one for each figure', () => {
    const observations = resourcesOf(toFhir(sentReferral(everything), 'requested', content), 'Observation');
    const figures = observations.map(one => [one['valueInteger'] ?? one['valueBoolean'], one['referenceRange']]);
    expect(figures).to.deep.equal([
      [6, [{ text: '3 to 9' }]],
      [true, undefined],
      [4, [{ text: '0 to 10' }]],
      [5, [{ text: '0 to 10' }]],
      [0, [{ text: '0 to 10' }]],
      [10, [{ text: '0 to 10' }]],
    ]);
  });
});

interface MutationCase {
  readonly name: string;
  readonly valid: boolean;
  readonly resource: object;
}

describe('the judges of FHIR', () => {
  it('tell right from wrong in every shared case, so that "valid" above means something', function () {
    const file = '../shared/data/fhir/mutation-cases.json';
    if (!existsSync(file)) {
      console.log('skipped: no shared data');
      this.skip();
    }
    // Safe in a test: the file's own shape, and the assertion reads every field.
    const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly MutationCase[];
    expect(cases.length).to.be.greaterThan(20);
    expect(cases.map(one => [one.name, fhirFaults(one.resource).length === 0])).to.deep.equal(cases.map(one => [one.name, one.valid]));
  });

  it('find what is broken in a bundle of ours', () => {
    const bundle = toFhir(sentReferral(), 'requested', content);
    const broken = (change: (resource: Readonly<Record<string, unknown>>) => object) => ({
      ...bundle,
      entry: bundle.entry.map(entry =>
        entry.resource.resourceType === 'ServiceRequest' ? { ...entry, resource: change(entry.resource) } : entry,
      ),
    });
    expect(fhirFaults(broken(resource => resource))).to.deep.equal([]);
    expect(fhirFaults(broken(({ status: _, ...rest }) => rest))).not.to.deep.equal([]);
    expect(fhirFaults(broken(resource => ({ ...resource, priority: 'soon' })))).not.to.deep.equal([]);
    expect(fhirFaults(broken(resource => ({ ...resource, unheardOf: true })))).not.to.deep.equal([]);
    expect(fhirFaults(broken(resource => ({ ...resource, note: [] })))).not.to.deep.equal([]);
  });
});
