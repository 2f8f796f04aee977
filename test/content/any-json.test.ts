import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { readEnglishTexts } from '../../src/content/languages/content-texts.js';
import { itemTypes } from '../../src/content/forms/questionnaire-schema.js';

const core = 'http://hl7.org/fhir/StructureDefinition';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition';

/** A sound form that uses much of what may be used. */
const rich = {
  resourceType: 'Questionnaire',
  status: 'active',
  language: 'en',
  extension: [{ url: `${core}/variable`, valueExpression: { name: 'x', language: 'text/fhirpath', expression: '1 + 1' } }],
  contained: [
    { resourceType: 'ValueSet', id: 'v', expansion: { contains: [{ system: 's', code: 'a', contains: [{ system: 's', code: 'b' }] }] } },
  ],
  item: [
    {
      linkId: 'g',
      type: 'group',
      text: 'Group',
      repeats: true,
      item: [
        {
          linkId: 'n',
          type: 'quantity',
          text: 'How heavy?',
          _text: { extension: [{ url: `${core}/rendering-xhtml`, valueString: '<p>How <b>heavy</b>?</p>' }] },
          extension: [
            { url: `${core}/questionnaire-unit`, valueCoding: { system: 'u', code: 'kg' } },
            { url: `${core}/minValue`, valueQuantity: { value: 1, code: 'kg' } },
            { url: `${core}/regex`, valueString: '[0-9]+' },
          ],
        },
        { linkId: 'c', type: 'choice', text: 'Which?', answerValueSet: '#v', initial: [{ valueCoding: { code: 'a' } }] },
        {
          linkId: 'd',
          type: 'dateTime',
          text: 'When?',
          enableWhen: [{ question: 'c', operator: '=', answerCoding: { system: 's', code: 'a' } }],
          extension: [
            { url: `${sdc}/sdc-questionnaire-calculatedExpression`, valueExpression: { language: 'text/fhirpath', expression: '%x' } },
            {
              url: `${core}/targetConstraint`,
              extension: [
                { url: 'key', valueId: 'k' },
                { url: 'expression', valueExpression: { expression: 'true' } },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function published(): readonly unknown[] {
  const folder = '../shared/data/questionnaires';
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name): unknown => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
}

/** Anything that JSON can hold, the words of FHIR among it. */
const words = fc.constantFrom(...itemTypes, 'linkId', '', 'text/cql', '#v', '=', 'exists', '9999-99-99', '(?=x)', '<p', '%x');
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  words,
  fc.constant([]),
  fc.constant({}),
  fc.constant([{ url: `${core}/minValue` }]),
);

type Place = readonly (string | number)[];

function placesOf(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value) ? value.map((each: unknown, place) => [place, each] as const) : Object.entries(value);
  return [at, ...inside.flatMap(([name, each]) => placesOf(each, [...at, name]))];
}

function replaced(value: unknown, [first, ...rest]: Place, by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((each: unknown, place) => (place === first ? replaced(each, rest, by) : each));
  if (typeof value !== 'object' || value === null) return by;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]: [string, unknown]) => [name, name === first ? replaced(each, rest, by) : each]),
  );
}

function judge(json: unknown): void {
  const { form, problems } = checkQuestionnaireFile(json, 'any.json');
  if (form === undefined) expect(problems).to.not.deep.equal([]);
  else expect(readEnglishTexts(form, { lang: 'pl', own: 'en' }).size).to.be.at.least(form.order.length > 0 ? 1 : 0);
  for (const problem of problems) expect(problem).to.match(/^any\.json: \S/u);
}

describe('checking whatever JSON is given', () => {
  it('finds nothing wrong with a sound form that uses much of FHIR', () => {
    expect(checkQuestionnaireFile(rich, 'rich.json').problems).to.deep.equal([]);
  });

  it('never throws on JSON of any shape', () => {
    fc.assert(
      fc.property(
        fc.oneof(anything, fc.record({ resourceType: fc.constant('Questionnaire'), status: words, item: fc.array(anything) })),
        judge,
      ),
      {
        numRuns: 300,
      },
    );
  });

  it('never throws on a form in which anything was replaced', () => {
    const forms = [rich, ...published()].map(json => ({ json, places: placesOf(json) }));
    const change = fc.record({ at: fc.nat(), by: anything });
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(change, { minLength: 1, maxLength: 3 }), ({ json, places }, changes) => {
        judge(changes.reduce<unknown>((changed, { at, by }) => replaced(changed, places[at % places.length] ?? [], by), json));
      }),
      { numRuns: 200 },
    );
  });

  it('refuses what is too large or nested too deep, without running out of stack', () => {
    const question = { linkId: 'q', type: 'string', text: 'Q' };
    let nested: unknown = question;
    for (let depth = 0; depth < 20_000; depth += 1) nested = { linkId: `g${String(depth)}`, type: 'group', item: [nested] };
    const deep = { resourceType: 'Questionnaire', status: 'active', item: [nested] };
    expect(checkQuestionnaireFile(deep, 'deep.json').problems).to.deep.equal(['deep.json: items are nested deeper than 60']);
    const item = Array.from({ length: 5001 }, (_, place) => ({ ...question, linkId: String(place) }));
    const large = { resourceType: 'Questionnaire', status: 'active', item };
    expect(checkQuestionnaireFile(large, 'large.json').problems).to.deep.equal(['large.json: has more than 5000 items']);
    expect(checkQuestionnaireFile({ ...large, item: item.slice(0, 5000) }, 'large.json').problems).to.deep.equal([]);
  });

  it('follows a chain of conditions as long as the form, and a loop at its end', () => {
    const chain = Array.from({ length: 4000 }, (_, place) => ({
      linkId: String(place),
      type: 'boolean',
      text: 'Q',
      enableWhen: [{ question: String(place + 1), operator: '=', answerBoolean: true }],
    }));
    const end = { linkId: '4000', type: 'boolean', text: 'Q' };
    const problemsOf = (item: unknown) => checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item }, 'f').problems;
    expect(problemsOf([...chain, end])).to.deep.equal([]);
    const [loop = ''] = problemsOf([...chain, { ...end, enableWhen: [{ question: '0', operator: '=', answerBoolean: true }] }]);
    expect(loop).to.contain('enableWhen goes round in a loop: 0 -> 1 -> 2').and.to.contain('(4001 items)');
  });

  it('is stopped by no rendering or pattern, however it was made to be slow', () => {
    const beside = (url: string, value: string) => ({ extension: [{ url: `${core}/${url}`, valueString: value }] });
    const renderings = [
      '<div>'.repeat(50_000),
      '<a href="https://a.example">'.repeat(3000),
      '>'.repeat(50_000),
      '['.repeat(50_000),
      '**a'.repeat(20_000),
      `${'- '.repeat(300)}x`,
      `${'>\t'.repeat(30)}${' '.repeat(5000)}`,
    ];
    const item = renderings.flatMap((rendering, place) => [
      { linkId: `x${String(place)}`, type: 'string', text: 'X', _text: beside('rendering-xhtml', rendering) },
      { linkId: `m${String(place)}`, type: 'string', text: 'M', _text: beside('rendering-markdown', rendering) },
    ]);
    const pattern = { linkId: 'p', type: 'string', text: 'P', ...beside('regex', '(((a{100}){10}){10})') };
    const started = performance.now();
    const { form } = checkQuestionnaireFile({ resourceType: 'Questionnaire', status: 'active', item: [...item, pattern] }, 'slow.json');
    expect(form?.order.length).to.equal(item.length + 1);
    expect(performance.now() - started).to.be.below(15_000);
  });
});
