import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';
import { realContent } from '../../support/real-content.js';

const mark = { url: 'https://waymark.example/fhir/StructureDefinition/private', valueBoolean: true };

function formOf(questionnaire: object, item: object) {
  const inside = {
    linkId: 'group',
    text: 'About money.',
    type: 'group',
    ...item,
    item: [{ linkId: 'q', text: 'Do you owe money?', type: 'boolean' }],
  };
  const open = { linkId: 'open', text: 'How are you?', type: 'boolean' };
  return checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', ...questionnaire, item: [inside, open] }, 'form.json');
}

describe('a private question', () => {
  const privateIn = (form: ReturnType<typeof formOf>['form']) => form?.order.filter(item => item.private).map(item => item.linkId);

  it('is one that says so, or that stands in something that does', () => {
    expect(privateIn(formOf({}, {}).form)).to.deep.equal([]);
    expect(privateIn(formOf({}, { extension: [mark] }).form)).to.deep.equal(['group', 'q']);
    expect(privateIn(formOf({ extension: [mark] }, {}).form)).to.deep.equal(['group', 'q', 'open']);
  });

  it('cannot be said not to be: that is a mistake, on an item and on a questionnaire', () => {
    const no = { ...mark, valueBoolean: false };
    expect(formOf({}, { extension: [no] }).problems.join(' ')).to.include("item 'group': private must have valueBoolean true");
    expect(formOf({ extension: [no] }, {}).problems.join(' ')).to.include('private must have valueBoolean true');
  });

  it('is every one about safety, abuse, money and alcohol in the journey', () => {
    const { byLinkId, order } = realContent().journey.form;
    const isPrivate = (linkId: string) => byLinkId.get(linkId)?.private === true;
    const all = [
      'safety.now',
      'safety-check.abuse',
      'safety-check.self-harm',
      'screen-safety.about',
      'screen-money.owed',
      'screen-food.worried',
    ];
    expect(all.filter(linkId => !isPrivate(linkId))).to.deep.equal([]);
    expect(
      ['screen-alcohol-drugs.about', 'screen-alcohol-drugs.units', 'screen-energy.pays'].filter(linkId => !isPrivate(linkId)),
    ).to.deep.equal([]);
    const checks = order.filter(({ part, type }) => part === 'safety-check' && ['choice', 'boolean', 'string'].includes(type));
    const open = checks.filter(item => !item.private).map(({ linkId }) => linkId);
    expect(open, '999 is asked about anywhere').to.deep.equal(['safety-check.emergency']);
    expect(['mind.needs', 'eligibility.age', 'screen-energy.off', 'screen-food.today'].filter(isPrivate)).to.deep.equal([]);
  });
});
