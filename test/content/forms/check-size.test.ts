// A file of a few lines must not be able to ask for millions of places.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';

const minOccurs = (valueInteger: number) => [{ url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs', valueInteger }];

function nested(least: number): unknown {
  const inner = {
    linkId: 'c',
    text: 'Inner',
    type: 'group',
    repeats: true,
    extension: minOccurs(least),
    item: [{ linkId: 'q', text: 'Q', type: 'string' }],
  };
  const middle = { linkId: 'b', text: 'Middle', type: 'group', repeats: true, extension: minOccurs(least), item: [inner] };
  return {
    resourceType: 'Questionnaire',
    status: 'active',
    item: [{ linkId: 'a', text: 'Outer', type: 'group', repeats: true, extension: minOccurs(least), item: [middle] }],
  };
}

describe('the size of a form', () => {
  it('is counted with every repetition it must have', () => {
    const { problems } = checkQuestionnaireFile(nested(20), 'f.json');
    expect(problems).to.deep.equal(['f.json: has more than 5000 places once every minOccurs is counted']);
  });

  it('is no fault where the repetitions are few', () => {
    expect(checkQuestionnaireFile(nested(3), 'f.json').problems).to.deep.equal([]);
  });
});
