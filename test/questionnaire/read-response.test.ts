import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { AnswerValue } from '../../src/content/forms/form.js';
import type { Answers } from '../../src/questionnaire/answers.js';
import { buildResponse } from '../../src/questionnaire/build-response.js';
import { itemsOf, readResponse } from '../../src/questionnaire/read-response.js';
import { parseResponse, validateResponse } from '../../src/questionnaire/validate-response.js';
import { aForm, anOption, type AnItem } from '../support/a-form.js';
import { aState } from '../support/a-state.js';

const options = [anOption('c'), anOption('d')];
const [c, d] = options.map(option => option.value);
const x: AnswerValue = { valueString: 'x' };
const yes = { values: [{ valueBoolean: true }] };
const answered = (linkId: string, ...answer: unknown[]) => ({ linkId, answer });

function read(items: readonly AnItem[], item: readonly unknown[]): Answers {
  const parsed = parseResponse({ resourceType: 'QuestionnaireResponse', status: 'completed', item });
  if (!('response' in parsed)) throw new Error(JSON.stringify(parsed.issues));
  return readResponse(aForm(items), parsed.response);
}

const items: readonly AnItem[] = [
  {
    linkId: 'p',
    type: 'group',
    repeats: true,
    items: [
      { linkId: 'n' },
      { linkId: 'i', type: 'group', repeats: true, items: [{ linkId: 'q', repeats: true, items: [{ linkId: 'below' }] }] },
      { linkId: 'c', type: 'choice', repeats: true, options, items: [{ linkId: 'why' }] },
    ],
  },
  { linkId: 'single', items: [{ linkId: 'in-single' }] },
];

const response: readonly unknown[] = [
  {
    linkId: 'p',
    item: [
      answered('n', x),
      { linkId: 'i', item: [answered('q', { ...x, item: [answered('below', x)] }, x)] },
      { linkId: 'i', item: [answered('q', x)] },
    ],
  },
  {
    linkId: 'p',
    item: [
      answered('n', x),
      { linkId: 'i', item: [answered('q', x, { ...x, item: [answered('below', x)] })] },
      answered('c', c, { ...d, item: [answered('why', x)] }),
    ],
  },
  answered('single', { ...x, item: [answered('in-single', x)] }),
];

const said = { values: [x] };
const answers: Answers = {
  n: said,
  q: said,
  below: said,
  'q@0.0.1': said,
  'q+': yes,
  'i+': yes,
  'q@0.1.0': said,
  'p+': yes,
  'n@1': said,
  'q@1.0.0': said,
  'q@1.0.0+': yes,
  'q@1.0.1': said,
  'below@1.0.1': said,
  'c@1': { values: [c ?? x, d ?? x] },
  'why@1.1': said,
  single: said,
  'in-single': said,
};

describe('Reading a response', () => {
  it('gives every answer the key of its repetition, and a yes to every other one that is there', () => {
    expect(read(items, response)).to.deep.equal(answers);
  });

  it('is the other way round of building one', () => {
    const form = aForm(items);
    const questionnaire = form.sources.get('');
    if (questionnaire === undefined) throw new Error('no source');
    const details = { authored: '2026-01-01T00:00:00Z', language: 'en', status: 'completed' } as const;
    const built = buildResponse({ questionnaire, state: aState(form, answers), ...details });
    const bare = (list: readonly object[] | undefined): unknown =>
      JSON.parse(JSON.stringify(list ?? []), (key, value: unknown) => (key === 'text' ? undefined : value));
    expect(bare(built.item)).to.deep.equal(JSON.parse(JSON.stringify(response)));
    expect(validateResponse({ questionnaire, form, response: built })).to.deep.equal([]);
  });

  it('puts what is nested below unanswered questions in its place', () => {
    expect(read(items, [{ linkId: 'p', item: [answered('c', { item: [answered('why', x)] })] }])).to.deep.equal({ why: said });
    expect(read(items, [answered('single', { item: [answered('in-single', x)] })])).to.deep.equal({ 'in-single': said });
  });

  it('passes over what the form does not know, and what holds nothing', () => {
    expect(read(items, [{ linkId: 'unknown', item: [answered('single', x)] }, answered('n'), answered('single', {})])).to.deep.equal({
      single: said,
    });
    expect(read(items, [answered('nobody', x)])).to.deep.equal({});
    expect(readResponse(aForm(items), { resourceType: 'QuestionnaireResponse', status: 'completed' })).to.deep.equal({});
  });

  it('joins the answers of what wrongly comes twice', () => {
    expect(read(items, [answered('single', x), answered('single', { valueString: 'y' })])).to.deep.equal({
      single: { values: [x, { valueString: 'y' }] },
    });
  });

  it('reads what stands below a repetition of a question wrongly, too', () => {
    expect(
      read([{ linkId: 'q', repeats: true, items: [{ linkId: 'n' }] }], [{ linkId: 'q', answer: [x], item: [answered('n', x)] }]),
    ).to.deep.equal({
      q: said,
    });
    expect(
      read(
        [{ linkId: 'g', type: 'group', repeats: true, items: [{ linkId: 'n' }] }],
        [{ linkId: 'g', answer: [{ item: [answered('n', x)] }] }],
      ),
    ).to.deep.equal({
      n: said,
    });
  });

  it('keeps of a value what it means', () => {
    const values: readonly Readonly<Record<string, unknown>>[] = [
      { valueBoolean: false },
      { valueInteger: 0 },
      { valueDecimal: 0.5 },
      { valueDate: '2020' },
      { valueDateTime: '2020-01-01T00:00:00Z' },
      { valueTime: '10:00:00' },
      { valueString: '' },
      { valueUri: 'urn:x' },
      { valueCoding: { code: 'c', system: 's', display: 'C' } },
      { valueCoding: { code: 'c' } },
      { valueQuantity: { value: 0, comparator: '<', unit: 'kg', system: 'u', code: 'kg' } },
      { valueReference: { reference: 'Patient/1', type: 'Patient', display: 'Ada' } },
      { valueAttachment: { url: 'https://example.org', contentType: 'text/plain', title: 'T' } },
    ];
    for (const value of values) {
      const [inner] = Object.values(value);
      const more = typeof inner === 'object' ? { [Object.keys(value)[0] ?? '']: { ...inner, extension: [{ url: 'urn:x' }] } } : value;
      expect(read([{ linkId: 'a' }], [answered('a', { ...more, extension: [{ url: 'urn:y' }] })])).to.deep.equal({
        a: { values: [value] },
      });
    }
    expect(read([{ linkId: 'a' }], [answered('a', { valueQuantity: { unit: 'kg' } })])).to.deep.equal({});
  });

  it('finds every item, wherever it is nested', () => {
    const parsed = parseResponse({ resourceType: 'QuestionnaireResponse', status: 'completed', item: response });
    if (!('response' in parsed)) throw new Error('no response');
    expect([...itemsOf(parsed.response.item)].map(({ linkId }) => linkId).join(' ')).to.equal(
      'p n i q below i q p n i q below c why single in-single',
    );
    expect([...itemsOf()]).to.deep.equal([]);
  });
});
