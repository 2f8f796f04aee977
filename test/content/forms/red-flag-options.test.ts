import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../../src/content/forms/check-questionnaire.js';
import { redFlagAnswersOf } from '../../../src/content/forms/read-red-flag.js';

const url = 'https://waymark.example/fhir/StructureDefinition/red-flag';
const flag = (kind: string, tier: string) => ({
  url,
  extension: [
    { url: 'kind', valueCode: kind },
    { url: 'tier', valueCode: tier },
  ],
});

function formOf(item: object) {
  const json = {
    resourceType: 'Questionnaire',
    status: 'active',
    item: [{ linkId: 'q', text: 'How are things?', type: 'choice', ...item }],
  };
  return checkQuestionnaireFile(json, 'form.json');
}

describe('an answer that is a red flag by itself', () => {
  it('is told by an extension on its option, whatever language it is given in', () => {
    const { form, problems } = formOf({
      answerOption: [
        { extension: [flag('abuse', 'act')], valueCoding: { code: 'bad', display: 'Bad' } },
        { valueCoding: { code: 'fine', display: 'Fine' } },
      ],
    });
    expect(problems).to.deep.equal([]);
    expect(form && redFlagAnswersOf(form)).to.deep.equal([{ linkId: 'q', code: 'bad', kind: 'abuse', tier: 'act' }]);
  });

  it('is refused by name where its kind or tier is none', () => {
    const { problems } = formOf({ answerOption: [{ extension: [flag('sadness', 'act')], valueCoding: { code: 'bad', display: 'Bad' } }] });
    expect(problems.join(' ')).to.include("answerOption 'bad': red-flag needs a kind and a tier");
  });

  it('is any answer above nothing to the last question of a PHQ-9, which asks about being better off dead', () => {
    const options = ['Not at all', 'Several days', 'Nearly every day'].map((display, score) => ({
      extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: score }],
      valueCoding: { code: `s${String(score)}`, display },
    }));
    const { form } = formOf({ code: [{ system: 'http://loinc.org', code: '44260-8' }], answerOption: options });
    expect(form && redFlagAnswersOf(form)).to.deep.equal(['s1', 's2'].map(code => ({ linkId: 'q', code, kind: 'self-harm', tier: 'ask' })));
  });

  it('is found in the PHQ-9 that LOINC publishes', function () {
    const file = '../shared/data/questionnaires/Questionnaire-PHQ9.json';
    if (!existsSync(file)) {
      console.log('      skipped: no shared data');
      this.skip();
    }
    const { form } = checkQuestionnaireFile(JSON.parse(readFileSync(file, 'utf8')), 'phq9.json');
    const answers = form ? redFlagAnswersOf(form) : [];
    expect(answers).to.have.length(3);
    expect(answers.every(({ kind, tier }) => kind === 'self-harm' && tier === 'ask')).to.equal(true);
  });
});
