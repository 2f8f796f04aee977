import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checked, core, faultsOf, type Json, sdc, soundForm, soundItem } from '../a-questionnaire.js';

const path = (expression: string, more: Json = {}) => ({ valueExpression: { language: 'text/fhirpath', expression, ...more } });
const rule = (name: string, value: Json) => ({ url: `${sdc}-${name}`, ...value });
const variable = (name: string | undefined, expression: string, language = 'text/fhirpath') => ({
  url: `${core}/variable`,
  valueExpression: { language, expression, ...(name !== undefined && { name }) },
});
const cql = { valueExpression: { language: 'text/cql', expression: 'Score' } };
const question = (...extension: readonly Json[]) => ({ type: 'integer', extension });

describe('the rules of a form', () => {
  it('are every expression of an item', () => {
    const item = soundItem({
      type: 'choice',
      extension: [
        variable('one', '1'),
        variable('two', '%one + 1'),
        rule('enableWhenExpression', path('%two > 1')),
        rule('calculatedExpression', path('%two')),
        rule('initialExpression', path('%one')),
        rule('answerExpression', path("'x' | 'y'")),
      ],
    });
    expect(item.rules).to.deep.equal({
      variables: [
        { name: 'one', expression: '1' },
        { name: 'two', expression: '%one + 1' },
      ],
      constraints: [],
      enableWhen: '%two > 1',
      calculated: '%two',
      initial: '%one',
      options: "'x' | 'y'",
    });
    expect(soundItem(question())).to.not.have.property('rules');
  });

  it('are constraints in both forms, told in the words of their author', () => {
    const r4 = {
      url: `${core}/questionnaire-constraint`,
      extension: [
        { url: 'key', valueId: 'k1' },
        { url: 'severity', valueCode: 'warning' },
        { url: 'expression', valueString: 'answer.value > 0' },
        { url: 'human', valueString: 'More than none' },
      ],
    };
    const target = (url: string, ...more: readonly Json[]) => ({ url, extension: [{ url: 'expression', ...path('true') }, ...more] });
    const item = soundItem(
      question(
        r4,
        target(`${core}/targetConstraint`, { url: 'key', valueId: 'k2' }, { url: 'requirements', valueMarkdown: 'Because' }),
        target('http://hl7.org/fhir/uv/sdc/StructureDefinition/targetConstraint', { url: 'severity', valueCode: 'error' }),
      ),
    );
    expect(item.rules?.constraints).to.deep.equal([
      { key: 'k1', severity: 'warning', expression: 'answer.value > 0', human: 'More than none' },
      { key: 'k2', severity: 'error', expression: 'true', human: 'Because' },
      { key: '3', severity: 'error', expression: 'true', human: '' },
    ]);
    expect(faultsOf(question({ url: `${core}/targetConstraint`, extension: [{ url: 'key', valueId: 'k' }] }))).to.deep.equal([
      "constraint 'k' has no expression",
    ]);
  });

  it('stand on the form itself too, with the names a launch would give', () => {
    const launch = (name: Json) => ({ url: `${sdc}-launchContext`, extension: [{ url: 'name', ...name }] });
    const population = { url: `${sdc}-itemPopulationContext`, valueExpression: { name: 'heights', language: 'application/x-fhir-query' } };
    const form = soundForm([{ linkId: 'a', type: 'string', text: 'A' }], {
      extension: [
        variable('x', '1'),
        launch({ valueCoding: { code: 'patient' } }),
        launch({ valueId: 'user' }),
        { url: `${sdc}-sourceQueries`, valueReference: { reference: '#queries' } },
        population,
      ],
    });
    expect(form.rules).to.deep.equal({ variables: [{ name: 'x', expression: '1' }], constraints: [] });
    expect(form.launchContext).to.deep.equal(['patient', 'user', 'heights', 'queries']);
    expect(form.foreign).to.equal(true);
    const plain = soundForm([{ linkId: 'a', type: 'string', text: 'A' }]);
    expect(plain).to.not.have.any.keys('rules', 'launchContext');
  });

  it('without a language are FHIRPath', () => {
    expect(soundItem(question(rule('initialExpression', { valueExpression: { expression: '1' } }))).rules?.initial).to.equal('1');
  });

  it('in CQL leave a calculated item unasked, with the condition to show it, and tell so', () => {
    const items = [{ linkId: 'a', text: 'A', ...question(rule('calculatedExpression', cql), rule('enableWhenExpression', cql)) }];
    const { form, problems, notes } = checked(items);
    expect(problems).to.deep.equal([]);
    expect(notes).to.deep.equal(["item 'a': is calculated by CQL, which Waymark does not run: it is never asked and stays empty"]);
    expect(form?.byLinkId.get('a')).to.include({ readOnly: true }).and.not.have.property('rules');
  });

  it('in CQL are refused where others hang on what they calculate, or it is required', () => {
    const a = { linkId: 'a', text: 'A', ...question(rule('calculatedExpression', cql)) };
    const b = { linkId: 'b', type: 'string', text: 'B', enableWhen: [{ question: 'a', operator: '>', answerInteger: 3 }] };
    const c = {
      linkId: 'c',
      text: 'C',
      ...question(rule('calculatedExpression', path("%resource.item.where(linkId = 'a').answer.value"))),
    };
    expect(checked([a, b, c]).problems).to.deep.equal([
      "item 'b': hangs on 'a', which stays empty because Waymark cannot calculate it",
      "item 'c': hangs on 'a', which stays empty because Waymark cannot calculate it",
    ]);
    expect(checked([{ ...a, required: true }]).problems).to.deep.equal([
      "item 'a': is required, but nobody is asked it and nothing fills it",
    ]);
  });

  for (const [name, told] of [
    ['enableWhenExpression', 'enableWhenExpression needs CQL, which Waymark does not run'],
    ['initialExpression', 'initialExpression needs CQL, which Waymark does not run'],
    ['answerExpression', 'answerExpression needs CQL, which Waymark does not run'],
  ] as const) {
    it(`in CQL are refused as ${name}`, () => {
      expect(faultsOf(question(rule(name, cql)))).to.deep.equal([told]);
    });
  }

  it('in other languages are refused by name', () => {
    expect(faultsOf(question(variable('q', 'Patient?x', 'application/x-fhir-query')))).to.deep.equal([
      "variable 'q' needs a FHIR server, which Waymark does not run",
    ]);
    expect(faultsOf(question(rule('initialExpression', { valueExpression: { language: 'text/x', expression: '1' } })))).to.deep.equal([
      "initialExpression needs 'text/x', which Waymark does not run",
    ]);
    const byReference = { valueExpression: { language: 'text/cql-identifier', reference: '#library' } };
    expect(faultsOf(question(rule('initialExpression', byReference)))).to.deep.equal([
      'initialExpression needs CQL, which Waymark does not run',
    ]);
  });

  it('are refused where they say nothing, or two different things', () => {
    expect(
      faultsOf(question(rule('calculatedExpression', { valueExpression: { language: 'text/fhirpath', expression: ' ' } }))),
    ).to.deep.equal(['calculatedExpression has no expression']);
    expect(faultsOf(question(rule('initialExpression', { valueString: '1' })))).to.deep.equal(['initialExpression has no expression']);
    const twice = (one: string, other: string) =>
      question(rule('calculatedExpression', path(one)), rule('calculatedExpression', path(other)));
    expect(soundItem(twice('1', '1')).rules?.calculated).to.equal('1');
    expect(faultsOf(twice('1', '2'))).to.deep.equal(['has more than one calculatedExpression, and they differ']);
    expect(faultsOf(question(variable(undefined, '1')))).to.deep.equal(['variable has no name that an expression could use']);
    expect(faultsOf(question(variable('x', '1'), variable('x', '2')))).to.deep.equal(["variable 'x' is defined twice"]);
  });
});

describe('what is not followed', () => {
  const plain = { linkId: 'a', type: 'string', text: 'A' };

  it('is refused by name where it changes what may be answered', () => {
    for (const name of ['answerOptionsToggleExpression', 'candidateExpression', 'lookupQuestionnaire']) {
      expect(faultsOf(question({ url: `${sdc}-${name}` }))).to.deep.equal([`has ${name}, which Waymark does not follow`]);
    }
    const computed = { extension: [{ url: `${core}/cqf-expression`, ...path('true') }] };
    expect(faultsOf({ type: 'string', _required: computed })).to.deep.equal([
      'required is worked out by an expression, which Waymark does not follow',
    ]);
    expect(
      faultsOf({ type: 'string', extension: [{ url: `${sdc}-subQuestionnaire`, valueCanonical: 'https://example.org/q' }] }),
    ).to.deep.equal(['stands for a subQuestionnaire, which has to be assembled first']);
    expect(checked([plain], { implicitRules: 'https://example.org/rules' }).problems).to.deep.equal([
      'has implicitRules, which Waymark does not know',
    ]);
  });

  it('is refused where any part of an item is modified, by the item it is in', () => {
    const modifierExtension = [{ url: 'https://example.org/not' }];
    const told = 'has a modifierExtension this release does not know, so it may mean something else';
    expect(faultsOf({ type: 'choice', answerOption: [{ valueString: 'x', modifierExtension }] })).to.deep.equal([told]);
    const group = { linkId: 'g', type: 'group', item: [{ ...plain, modifierExtension }] };
    expect(checked([group]).problems).to.deep.equal([`item 'a': ${told}`]);
    expect(checked([plain], { modifierExtension: [] }).problems).to.deep.equal([]);
  });

  it('is told, and no more, where only words or a signature are concerned', () => {
    const _text = { extension: [{ url: `${core}/cqf-expression`, ...path("'B'") }] };
    const { problems, notes } = checked([{ ...plain, _text }], {
      name: 'my form',
      extension: [{ url: `${core}/questionnaire-signatureRequired`, valueCodeableConcept: {} }],
    });
    expect(problems).to.deep.equal([]);
    expect(notes).to.deep.equal([
      "item 'a': text is worked out by an expression: it is shown as written",
      'asks for a signature, which a conversation does not take',
      "name 'my form' is not a name that programs can use (que-0)",
    ]);
  });

  it('is left alone where nobody needs it', () => {
    expect(soundItem({ type: 'string', extension: [{ url: 'https://example.org/anything', valueString: 'x' }] }).linkId).to.equal('a');
  });
});
