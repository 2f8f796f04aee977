import { describe, it } from 'mocha';
import { expect } from 'chai';
import { Fhir } from 'fhir/fhir.js';
import { canonicalOf } from '../../src/content/modular/find-questionnaire.js';
import type { Form } from '../../src/content/forms/form.js';
import type { Questionnaire } from '../../src/content/forms/questionnaire-schema.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { buildResponse, partResponse } from '../../src/questionnaire/build-response.js';
import type { QuestionnaireResponse } from '../../src/questionnaire/questionnaire-response.js';
import { readResponse } from '../../src/questionnaire/read-response.js';
import { parseResponse } from '../../src/questionnaire/validate-response.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const details = { authored: '2026-01-02T03:04:05Z', language: 'en-GB', status: 'completed' } as const;
const said = (valueString: string, lang?: string) => ({ values: [{ valueString }], ...(lang !== undefined && { lang }) });

function response(form: Form, answers: Answers): QuestionnaireResponse {
  const questionnaire = form.sources.get('');
  if (questionnaire === undefined) throw new Error('a test form has a source');
  return buildResponse({ ...details, questionnaire, state: aState(form, answers) });
}

function itemsOf(items: readonly AnItem[], answers: Answers): unknown {
  return response(aForm(items), answers).item;
}

describe('Building a QuestionnaireResponse', () => {
  it('names its questionnaire, its language, when it was made and how far it is', () => {
    expect(response(aForm([{ linkId: 'a' }]), {})).to.deep.equal({
      resourceType: 'QuestionnaireResponse',
      language: 'en-GB',
      questionnaire: 'https://example.org/form|1',
      status: 'completed',
      authored: '2026-01-02T03:04:05Z',
    });
  });

  it('nests questions in their groups, with their texts', () => {
    const items: AnItem[] = [
      {
        linkId: 'g',
        type: 'group',
        text: 'You',
        items: [{ linkId: 'h', type: 'group', text: '', items: [{ linkId: 'a', text: 'Name?' }] }],
      },
    ];
    expect(itemsOf(items, { a: said('Ada') })).to.deep.equal([
      { linkId: 'g', text: 'You', item: [{ linkId: 'h', item: [{ linkId: 'a', text: 'Name?', answer: [{ valueString: 'Ada' }] }] }] },
    ]);
  });

  it('nests questions below a question inside its answer', () => {
    const items: AnItem[] = [{ linkId: 'a', text: '', repeats: true, items: [{ linkId: 'b', text: '' }] }];
    const b = { linkId: 'b', answer: [{ valueString: 'y' }] };
    expect(itemsOf(items, { a: { values: [{ valueString: 'x' }, { valueString: 'z' }] }, b: said('y') })).to.deep.equal([
      { linkId: 'a', answer: [{ valueString: 'x', item: [b] }, { valueString: 'z' }] },
    ]);
    expect(itemsOf(items, { b: said('y') })).to.deep.equal([{ linkId: 'a', answer: [{ item: [b] }] }]);
  });

  it('leaves out what is empty, disabled or only told', () => {
    const items: AnItem[] = [
      { linkId: 'told', type: 'display' },
      { linkId: 'empty', type: 'group', items: [{ linkId: 'unanswered' }] },
      { linkId: 'no-values' },
      { linkId: 'disabled', enableWhen: [{ question: 'unanswered', operator: 'exists', answerBoolean: true }] },
      {
        linkId: 'disabled-group',
        type: 'group',
        enableWhen: [{ question: 'unanswered', operator: 'exists', answerBoolean: true }],
        items: [{ linkId: 'inside' }],
      },
    ];
    const answers = { told: said('x'), 'no-values': { values: [] }, disabled: said('x'), inside: said('x') };
    expect(itemsOf(items, answers)).to.equal(undefined);
  });

  it('writes what is hidden: totals and the like', () => {
    const items: AnItem[] = [
      { linkId: 'hidden', hidden: true, text: '', initial: [{ valueString: 'i' }] },
      { linkId: 'hidden-group', type: 'group', text: '', hidden: true, items: [{ linkId: 'inside', text: '' }] },
    ];
    expect(itemsOf(items, { inside: said('x') })).to.deep.equal([
      { linkId: 'hidden', answer: [{ valueString: 'i' }] },
      { linkId: 'hidden-group', item: [{ linkId: 'inside', answer: [{ valueString: 'x' }] }] },
    ]);
  });

  it('writes an option as the questionnaire does, whatever it was called in the conversation', () => {
    const items: AnItem[] = [{ linkId: 'a', type: 'choice', text: '', options: [anOption('x')] }];
    const answers = { a: { values: [{ valueCoding: { system: 'urn:test', code: 'x', display: 'Po polsku' } }], lang: 'pl' } };
    expect(itemsOf(items, answers)).to.deep.equal([
      { linkId: 'a', answer: [{ valueCoding: { system: 'urn:test', code: 'x', display: 'The x' } }] },
    ]);
  });

  it('tags free text with its language, but no names or numbers', () => {
    const items: AnItem[] = [
      { linkId: 'words', type: 'text', text: '' },
      { linkId: 'phone', format: 'phone', text: '' },
    ];
    expect(itemsOf(items, { words: said('Jestem sama', 'pl'), phone: said('07700900123', 'pl') })).to.deep.equal([
      {
        linkId: 'words',
        answer: [
          {
            valueString: 'Jestem sama',
            _valueString: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'pl' }] },
          },
        ],
      },
      { linkId: 'phone', answer: [{ valueString: '07700900123' }] },
    ]);
  });

  it('splits a journey into its parts, with their own linkIds', () => {
    const form = aForm([
      { linkId: 'p.a', part: 'p', localId: 'a', text: '' },
      { linkId: 'q.a', part: 'q', localId: 'a', text: '', enableWhen: [{ question: 'p.a', operator: '=', answerString: 'x' }] },
      { linkId: 'r.a', part: 'r', localId: 'a' },
    ]);
    const answers = { 'p.a': said('x'), 'q.a': said('y') };
    expect(partResponse(aState(form, answers), 'p', details)?.item).to.deep.equal([{ linkId: 'a', answer: [{ valueString: 'x' }] }]);
    expect(partResponse(aState(form, answers), 'q', details)).to.deep.include({
      questionnaire: 'https://example.org/q|1',
      item: [{ linkId: 'a', answer: [{ valueString: 'y' }] }],
    });
    expect(partResponse(aState(form, { ...answers, 'p.a': said('z') }), 'q', details)).to.equal(undefined);
    expect(partResponse(aState(form, answers), 'r', details)).to.equal(undefined);
    const hidden = aForm([{ linkId: 'p', part: 'p', type: 'group', hidden: true, items: [{ linkId: 'p.a', part: 'p', localId: 'a' }] }]);
    expect(partResponse(aState(hidden, answers), 'p', details)).to.equal(undefined);
    expect(partResponse(aState(form, answers), 'none', details)).to.equal(undefined);
  });

  it('passes over what the source has and the form does not, such as help', () => {
    const form = aForm([{ linkId: 'a', text: '' }]);
    const questionnaire: Questionnaire = {
      resourceType: 'Questionnaire',
      status: 'active',
      item: [{ linkId: 'a', type: 'string', item: [{ linkId: 'a-help', type: 'display', text: 'Help' }] }],
    };
    const built = buildResponse({ ...details, questionnaire, state: aState(form, { a: said('x') }) });
    expect(built.item).to.deep.equal([{ linkId: 'a', answer: [{ valueString: 'x' }] }]);
    expect(built).not.to.have.property('questionnaire');
  });

  it('names a questionnaire without version by its url alone', () => {
    const questionnaire = { resourceType: 'Questionnaire', status: 'active', item: [], version: '2' } as const;
    expect(canonicalOf({ ...questionnaire, item: [], url: 'urn:x' })).to.equal('urn:x|2');
    expect(canonicalOf({ resourceType: 'Questionnaire', status: 'active', item: [], url: 'urn:x' })).to.equal('urn:x');
    expect(canonicalOf({ ...questionnaire, item: [] })).to.equal(undefined);
  });

  const whole: readonly AnItem[] = [
    {
      linkId: 'g',
      type: 'group',
      items: [
        { linkId: 'b', type: 'boolean' },
        { linkId: 'i', type: 'integer' },
        { linkId: 'd', type: 'decimal' },
        { linkId: 'date', type: 'date' },
        { linkId: 't', type: 'text', items: [{ linkId: 'below' }] },
        { linkId: 'c', type: 'choice', repeats: true, options: [anOption('x'), anOption('y')] },
      ],
    },
  ];
  const answers: Answers = {
    b: { values: [{ valueBoolean: false }] },
    i: { values: [{ valueInteger: 0 }] },
    d: { values: [{ valueDecimal: 1.5 }] },
    date: { values: [{ valueDate: '1985-03' }] },
    t: { values: [{ valueString: 'jeden' }], lang: 'pl' },
    below: { values: [{ valueString: 'two' }] },
    c: { values: [anOption('x').value, anOption('y').value] },
  };

  it('is read back as the same answers', () => {
    const form = aForm(whole);
    const parsed = parseResponse(JSON.parse(JSON.stringify(response(form, answers))));
    if (!('response' in parsed)) throw new Error(JSON.stringify(parsed.issues));
    const values = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, { values: answer.values }]));
    expect(readResponse(form, parsed.response)).to.deep.equal(values);
  });

  it('is valid FHIR R4 to an independent validator', () => {
    const { messages } = new Fhir().validate(JSON.stringify(response(aForm(whole), answers)), { errorOnUnexpected: true });
    expect(messages.filter(({ severity }) => !['info', 'warning'].includes(String(severity)))).to.deep.equal([]);
  });
});
