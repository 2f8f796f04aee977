// What is said of each kind of wrong answer in a response from elsewhere, and what makes a response invalid.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isValid, toOperationOutcome, type ResponseIssue } from '../../src/questionnaire/response-issue.js';
import { validateResponse } from '../../src/questionnaire/validate-response.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';

function issuesOf(items: readonly AnItem[], response: object): readonly ResponseIssue[] {
  const form = aForm(items);
  const questionnaire = form.sources.get('');
  if (questionnaire === undefined) throw new Error('a test form has a source');
  return validateResponse({ questionnaire, form, response: { resourceType: 'QuestionnaireResponse', status: 'completed', ...response } });
}

const said = (issues: readonly ResponseIssue[]): readonly string[] =>
  issues.map(({ severity, code, text }) => `${severity} ${code}: ${text}`);

describe('The answers of a response', () => {
  const several = { type: 'choice', repeats: true, options: ['a', 'b', 'c'].map(code => anOption(code)) } as const;
  const coding = (code: string) => ({ valueCoding: { system: 'urn:test', code } });
  const quantity = { type: 'quantity', units: [{ label: 'kg' }] } as const;
  const rows: readonly (readonly [item: Omit<AnItem, 'linkId'>, answer: object | readonly object[], said: string])[] = [
    [{}, { valueString: ' ' }, 'error value: holds nothing'],
    [{ maxLength: 2 }, { valueString: 'abc' }, 'error too-long: has more than 2 characters'],
    [{ minLength: 2 }, { valueString: 'a' }, 'error value: has fewer than 2 characters'],
    [{ pattern: '\\d+' }, { valueString: 'a' }, 'error value: does not match the pattern its question sets'],
    [{}, { valueString: 'a\u0001' }, 'warning value: holds control characters'],
    [{}, { valueInteger: 1 }, 'error value: has a value of the wrong type'],
    [quantity, { valueQuantity: { unit: 'kg' } }, 'error value: has a value of the wrong type'],
    [quantity, { valueQuantity: { value: 1 } }, 'error value: has no unit'],
    [quantity, { valueQuantity: { value: 1, unit: 'mg' } }, 'error value: is in a unit its question does not take'],
    [{ type: 'decimal', maxDecimalPlaces: 1 }, { valueDecimal: 0.25 }, 'error value: has more than 1 decimal places'],
    [{ type: 'integer', min: 3 }, { valueInteger: 2 }, 'error value: is below 3'],
    [{ type: 'integer', max: 3 }, { valueInteger: 4 }, 'error value: is above 3'],
    [{ type: 'date' }, { valueDate: '2020-02-30' }, 'error value: is not in the calendar'],
    [{ type: 'date', min: '2020-01-02' }, { valueDate: '2020-01-01' }, 'error value: is before 2020-01-02'],
    [{ type: 'date', max: '2020-01-02' }, { valueDate: '2020-01-03' }, 'error value: is after 2020-01-02'],
    [{ type: 'time' }, { valueTime: '24:00:00' }, 'error value: is not a FHIR time'],
    [{ type: 'url' }, { valueUri: 'javascript:alert(1)' }, 'error value: is not an address, or one that would run something'],
    [{ type: 'attachment' }, { valueAttachment: { url: 'javascript:alert(1)' } }, 'error value: is not a web link'],
    [several, coding('z'), 'error code-invalid: is not one of the answers to choose from'],
    [{ ...several, repeats: false }, [coding('a'), coding('b')], 'error structure: has several answers, but does not repeat'],
    [{ ...several, maxOccurs: 2 }, ['a', 'b', 'c'].map(coding), 'error structure: has more than 2 answers'],
    [{ ...several, minOccurs: 2 }, coding('a'), 'error required: has fewer than 2 answers'],
  ];
  for (const [item, answer, expected] of rows) {
    it(`are told wrong: ${expected}`, () => {
      const found = issuesOf([{ linkId: 'q', ...item }], { item: [{ linkId: 'q', answer: [answer].flat() }] });
      expect(said(found)).to.deep.equal([expected]);
    });
  }

  it('are held against what a calculated item gives: the same values, as many of them', () => {
    const rules = { variables: [], constraints: [], calculated: '1 | 2' };
    const items: readonly AnItem[] = [{ linkId: 'c', type: 'integer', repeats: true, readOnly: true, rules }];
    const given = (...values: readonly number[]) =>
      issuesOf(items, { item: [{ linkId: 'c', answer: values.map(valueInteger => ({ valueInteger })) }] }).map(
        ({ severity, code, expression, linkId, text }) => [severity, code, expression, linkId, text].join(' '),
      );
    const differs = 'warning business-rule QuestionnaireResponse c holds another value than its calculatedExpression gives';
    expect(given(1, 2)).to.deep.equal([]);
    for (const other of [[1], [1, 3], [2, 1], [1, 2, 3]]) expect(given(...other), other.join()).to.deep.equal([differs]);
  });

  it('may be of a day that rules ask for', () => {
    const rules = { variables: [], constraints: [], calculated: 'today()' };
    const items: readonly AnItem[] = [{ linkId: 'd', type: 'date', readOnly: true, rules }];
    const item = [{ linkId: 'd', answer: [{ valueDate: '2020-02-29' }] }];
    expect(issuesOf(items, { authored: '2020-02-29T12:00:00Z', item })).to.deep.equal([]);
    expect(issuesOf(items, { authored: '2020-03-01T12:00:00Z', item }).length).to.equal(1);
    expect(issuesOf(items, { item }).length).to.equal(1);
  });
});

describe('Issues of a response', () => {
  const issue = (severity: ResponseIssue['severity']): ResponseIssue => ({
    severity,
    code: 'value',
    expression: 'QuestionnaireResponse.item[0]',
    linkId: 'q',
    text: 'is odd',
  });

  it('make it invalid only where one is an error', () => {
    expect(isValid([])).to.equal(true);
    expect(isValid([issue('warning')])).to.equal(true);
    expect(isValid([issue('warning'), issue('error')])).to.equal(false);
  });

  it('are told as an OperationOutcome', () => {
    expect(toOperationOutcome([issue('error')]).resourceType).to.equal('OperationOutcome');
    expect(toOperationOutcome([issue('error')]).issue.map(({ severity, code }) => [severity, code])).to.deep.equal([['error', 'value']]);
  });
});
