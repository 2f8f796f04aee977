// What is near in the referral: as data, in lines for staff, in FHIR.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { buildForm } from '../../src/content/forms/build-form.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { describeNearby } from '../../src/referral/describe-nearby.js';
import type { Referral } from '../../src/referral/referral.js';
import { toFhir } from '../../src/referral/to-fhir.js';
import { resourceOf } from '../support/a-bundle.js';
import { localDirectory } from '../support/local-directory.js';
import { fhirFaults } from '../support/fhir-validators.js';
import { realContent } from '../support/real-content.js';
import { sentReferral } from '../support/sent-referral.js';
import type { Given } from '../support/sent-referral.js';

const directory = localDirectory();
const given = {
  'mind.needs': ['loneliness', 'transport'],
  'matters.first': 'loneliness',
  'eligibility.age': 62,
  'near.postcode': 'E1 6AN',
  'near.ask-about': ['lunch-club', 'coffee-morning'],
};

const sent = (more: Given = {}): Referral => sentReferral({ ...given, ...more }, { directory });

describe('what is near, in the referral', () => {
  it('is told to staff in a few lines', () => {
    expect(describeNearby(sent())).to.deep.equal([
      'Wants to ask about: lunch club, coffee morning',
      'Shown near them for Feeling lonely or wanting company: lunch club, coffee morning, national friends',
      'Nothing near was found for Getting to places',
    ]);
  });

  it('is told without what they did not ask about, or under a need that is not there any more', () => {
    expect(describeNearby(sent({ 'near.ask-about': ['none'] }))[0]).to.match(/^Shown near/u);
    const { needs: _, ...referral } = sent();
    expect(describeNearby({ ...referral, needs: [] })[1]).to.match(/^Shown near them for loneliness: /u);
    expect(describeNearby({ needs: [] })).to.deep.equal([]);
  });

  it('stands as notes on the request, in a bundle that is sound', () => {
    const bundle = toFhir(sent(), 'requested', realContent());
    expect(bundle.entry.flatMap(({ resource }) => fhirFaults(resource))).to.deep.equal([]);
    expect(JSON.stringify(resourceOf(bundle, 'ServiceRequest'))).to.include('Wants to ask about: lunch club, coffee morning');
  });

  it('is a response that is valid for its questionnaire: what was shown, and what of it was chosen', () => {
    const response = sent().responses.find(({ questionnaire }) => questionnaire?.includes('/near') === true);
    const questionnaire = realContent().journey.form.sources.get('near');
    if (response === undefined || questionnaire === undefined) throw new Error('nothing is near');
    const { form } = buildForm(questionnaire, { part: '', file: 'near', valueSets: new Map(), where: 'near' });
    const issues = (of: unknown) => validateResponse({ questionnaire, form, response: of }).map(({ text }) => text);
    expect(issues(response)).to.deep.equal([]);
    expect(JSON.stringify(response)).to.include('national friends');
    const strange = JSON.parse(
      JSON.stringify(response).replace(/"code":"coffee-morning"(?!.*"code":"coffee-morning")/u, '"code":"x"'),
    ) as unknown;
    expect(issues(strange)).to.deep.equal(['is not one of the answers to choose from']);
  });
});
