import { expect } from 'chai';
import { describe, it } from 'mocha';
import { assembleQuestionnaire } from '../../../src/content/modular/assemble-questionnaire.js';
import { checkModularFile, namesOthers } from '../../../src/content/modular/check-modular-file.js';
import { findAmong } from '../../../src/content/modular/find-questionnaire.js';
import { type Questionnaire, questionnaireSchema } from '../../../src/content/forms/questionnaire-schema.js';
import { medplumFaults } from '../../support/fhir-validators.js';

const core = 'http://hl7.org/fhir/StructureDefinition';
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';
const url = (name: string): string => `https://example.org/Questionnaire/${name}`;

const fhirPath = (expression: string, name?: string) => ({ ...(name && { name }), language: 'text/fhirpath', expression });
const variable = (name: string, expression: string) => ({ url: `${core}/variable`, valueExpression: fhirPath(expression, name) });
const prefix = (expression: string) => variable('linkIdPrefix', expression);
const expectation = (code: string) => ({ url: `${sdc}-assemble-expectation`, valueCode: code });
const needs = (name: string) => ({ url: `${sdc}-assembleContext`, valueString: name });
const launch = (code: string) => ({
  url: `${sdc}-launchContext`,
  extension: [
    { url: 'name', valueCoding: { code } },
    { url: 'type', valueCode: 'Patient' },
  ],
});

/** A display that gives way to the questionnaire of this canonical. */
const sub = (canonical: string, more: object = {}) => ({
  linkId: `sub-${canonical}`,
  type: 'display',
  text: 'Missing.',
  extension: [{ url: `${sdc}-subQuestionnaire`, valueCanonical: url(canonical) }],
  ...more,
});
const group = (linkId: string, item: readonly object[], extension: readonly object[] = []) => ({
  linkId,
  type: 'group',
  ...(extension.length > 0 && { extension }),
  item,
});
const ask = (linkId: string, more: object = {}) => ({ linkId, type: 'string', text: `${linkId}?`, ...more });

function a(name: string, item: readonly object[], more: object = {}): Questionnaire {
  return questionnaireSchema.parse({ resourceType: 'Questionnaire', url: url(name), version: '1.0', status: 'active', ...more, item });
}

/** The root with those others at hand, each in the file of its name. */
function assemble(root: Questionnaire, ...others: readonly Questionnaire[]) {
  const name = ({ url: full = '' }: Questionnaire): string => `${full.slice(full.lastIndexOf('/') + 1)}.json`;
  const find = findAmong(others.map(questionnaire => ({ questionnaire, where: name(questionnaire) })));
  return assembleQuestionnaire(root, find, name(root));
}

const linkIds = (items: Questionnaire['item']): readonly string[] => items.flatMap(({ linkId, item }) => [linkId, ...linkIds(item ?? [])]);
const inside = (questionnaire: Questionnaire, ...path: readonly number[]) => {
  let at: { item?: Questionnaire['item'] | undefined } = questionnaire;
  for (const place of path) at = at.item?.[place] ?? {};
  return at as Questionnaire['item'][number];
};

describe('assembling a questionnaire of questionnaires', () => {
  it('hands back one without parts as it is', () => {
    const alone = a('alone', [ask('one')], { extension: [expectation('independent-root-or-child')] });
    expect(assemble(alone)).to.deep.equal({ questionnaire: alone, problems: [] });
    expect(assemble(alone).questionnaire).to.equal(alone);
  });

  it('puts the items of a questionnaire where the display was, in order, and says from what it is made', () => {
    const root = a('root', [ask('first'), sub('name|1.0'), ask('last')], { title: 'Root', extension: [expectation('assemble-root')] });
    const { questionnaire, problems } = assemble(root, a('name', [ask('given'), ask('family')], { title: 'Name', copyright: 'c' }));
    expect(problems).to.deep.equal([]);
    expect(questionnaire).to.deep.equal({
      resourceType: 'Questionnaire',
      url: url('root'),
      version: '1.0',
      status: 'active',
      title: 'Root',
      extension: [{ url: `${sdc}-assembledFrom`, valueCanonical: `${url('name')}|1.0` }],
      item: [ask('first'), ask('given'), ask('family'), ask('last')],
    });
    expect(medplumFaults(questionnaire)).to.deep.equal([]);
  });

  it('puts the prefix before linkIds and conditions, and adds prefixes up as far as each says so', () => {
    const name = a('name', [ask('1'), ask('2', { enableWhen: [{ question: '1', operator: 'exists', answerBoolean: true }] })]);
    const contact = a('contact', [group('1', [sub('name')], [prefix("%linkIdPrefix + 'name.'")]), ask('2')]);
    const root = a('root', [group('a', [sub('name')], [prefix("'self.'")]), group('b', [sub('contact')], [prefix("'other.'")])]);
    const { questionnaire, problems } = assemble(root, name, contact);
    expect(problems).to.deep.equal([]);
    expect(linkIds(questionnaire.item)).to.deep.equal('a self.1 self.2 b other.1 other.name.1 other.name.2 other.2'.split(' '));
    expect(inside(questionnaire, 0, 1).enableWhen?.[0]?.question).to.equal('self.1');
    expect(inside(questionnaire, 1, 0, 1).enableWhen?.[0]?.question).to.equal('other.name.1');
    expect(questionnaire.extension?.map(each => each['valueCanonical'])).to.deep.equal([`${url('name')}|1.0`, `${url('contact')}|1.0`]);
    expect(JSON.stringify(questionnaire)).not.to.include('linkIdPrefix');
  });

  it('leaves a condition on another part as it is written', () => {
    const root = a('root', [group('a', [sub('one')], [prefix("'a.'")]), group('b', [sub('two')], [prefix("'b.'")])]);
    const two = a('two', [ask('y', { enableWhen: [{ question: 'a.x', operator: 'exists', answerBoolean: true }] })]);
    const { questionnaire, problems } = assemble(root, a('one', [ask('x')]), two);
    expect(problems).to.deep.equal([]);
    expect(inside(questionnaire, 1, 0).enableWhen?.[0]?.question).to.equal('a.x');
  });

  it('spells linkIds out in expressions, and moves what stands on the root of a part to the group that holds it', () => {
    const part = a(
      'part',
      [ask('1'), ask('2', { extension: [{ url: `${sdc}-calculatedExpression`, valueExpression: fhirPath('%twice') }] })],
      {
        extension: [
          needs('linkIdPrefix'),
          variable('twice', "%resource.item.where(linkId='1').answer.value + item.where(linkId=%linkIdPrefix+'2').answer.value"),
          {
            url: `${core}/questionnaire-constraint`,
            extension: [{ url: 'expression', valueString: "item.where(linkId = '1').exists()" }],
          },
          launch('patient'),
          { url: `${core}/artifact-relatedArtifact`, valueString: 'stays behind' },
        ],
      },
    );
    const root = a('root', [group('g', [sub('part')], [prefix("'p.'"), variable('own', '1')])], { extension: [launch('patient')] });
    const { questionnaire, problems } = assemble(root, part);
    expect(problems).to.deep.equal([]);
    expect(questionnaire.extension).to.deep.equal([
      launch('patient'),
      { url: `${sdc}-assembledFrom`, valueCanonical: `${url('part')}|1.0` },
    ]);
    expect(inside(questionnaire, 0).extension).to.deep.equal([
      variable('own', '1'),
      variable('twice', "%resource.item.where(linkId='p.1').answer.value + item.where(linkId='p.2').answer.value"),
      { url: `${core}/questionnaire-constraint`, extension: [{ url: 'expression', valueString: "item.where(linkId = 'p.1').exists()" }] },
    ]);
  });

  it('brings a launch context of a part to the root once', () => {
    const root = a('root', [sub('one'), sub('two')]);
    const one = a('one', [ask('1')], { extension: [launch('patient'), variable('v', '1')] });
    const { questionnaire } = assemble(root, one, a('two', [ask('2')], { extension: [launch('patient'), launch('user')] }));
    expect(questionnaire.extension?.slice(0, 3)).to.deep.equal([launch('patient'), launch('user'), variable('v', '1')]);
  });

  it('gathers contained value sets under their prefix, the same one once and another of its name under a new one', () => {
    const set = (id: string, code: string) => ({
      resourceType: 'ValueSet',
      id,
      status: 'active',
      compose: { include: [{ system: 'https://example.org/s', concept: [{ code }] }] },
    });
    const choose = (linkId: string) => ({ linkId, type: 'choice', text: 'Which?', answerValueSet: '#set' });
    const root = a('root', [choose('r'), sub('one'), sub('two'), group('g', [sub('three')], [prefix("'g/'")]), sub('four')], {
      contained: [set('set', 'a')],
    });
    const { questionnaire, problems } = assemble(
      root,
      a('one', [choose('1')], { contained: [set('set', 'a')] }),
      a('two', [choose('2')], { contained: [set('set', 'b')] }),
      a('three', [choose('3')], { contained: [set('set', 'c')] }),
      a('four', [choose('4')], { contained: [set('set', 'd')] }),
    );
    expect(problems).to.deep.equal([]);
    expect((questionnaire['contained'] as { id: string }[]).map(({ id }) => id)).to.deep.equal(['set', 'set-2', 'g-set', 'set-3']);
    const sets = [[0], [1], [2], [3, 0], [4]].map(path => inside(questionnaire, ...path).answerValueSet);
    expect(sets).to.deep.equal(['#set', '#set', '#set-2', '#g-set', '#set-3']);
    expect(medplumFaults(questionnaire)).to.deep.equal([]);
  });

  it('says of a part that can itself be one that it needs no more assembling', () => {
    const codes = ['assemble-root-or-child', 'independent-root-or-child'].map(code => {
      const { questionnaire } = assemble(a('root', [sub('one')], { extension: [expectation(code)] }), a('one', [ask('1')]));
      return questionnaire.extension?.[0]?.['valueCode'];
    });
    expect(codes).to.deep.equal(['independent-root-or-child', 'independent-root-or-child']);
  });
});

/** What somebody breaks, and everything that is said about it. */
const breakages: readonly (readonly [what: string, root: Questionnaire, others: readonly Questionnaire[], said: readonly string[]])[] = [
  [
    'a missing part',
    a('root', [sub('gone')]),
    [],
    ["root.json: item 'sub-gone': names the questionnaire https://example.org/Questionnaire/gone, which is in none of the files here"],
  ],
  [
    'another version than the one that is there',
    a('root', [sub('one|2.0')]),
    [a('one', [ask('1')])],
    ["root.json: item 'sub-one|2.0': names version 2.0 of https://example.org/Questionnaire/one, but one.json is version 1.0"],
  ],
  [
    'parts that hold one another',
    a('root', [sub('one')]),
    [a('one', [group('g', [sub('two')])]), a('two', [sub('one')])],
    [`two.json: item 'sub-one': goes round in a circle: ${url('one')} -> ${url('two')} -> ${url('one')}`],
  ],
  [
    'a questionnaire that holds itself',
    a('root', [ask('1'), sub('root')]),
    [a('root', [ask('1')])],
    [`root.json: item 'sub-root': goes round in a circle: ${url('root')} -> ${url('root')}`],
  ],
  [
    'one linkId from two files, and from one file put in twice',
    a('root', [ask('1'), sub('one'), sub('two'), sub('two')]),
    [a('one', [ask('1')]), a('two', [ask('2')])],
    [
      "one.json: item '1': its linkId '1' stands in root.json too: give one of them a linkIdPrefix",
      "two.json: item '2': its linkId '2' stands in the same file put in twice too: give one of them a linkIdPrefix",
    ],
  ],
  [
    'a variable of the same name on the group and on the part',
    a('root', [group('g', [sub('one')], [variable('v', '1')])]),
    [a('one', [ask('1')], { extension: [variable('v', '2')] })],
    ["root.json: item 'g': has the variable 'v' twice once its sub-questionnaire is in place"],
  ],
  [
    'two contexts to fill one group from',
    a('root', [sub('one'), sub('two')]),
    ['one', 'two'].map(name =>
      a(name, [ask(name)], { extension: [{ url: `${sdc}-itemPopulationContext`, valueExpression: fhirPath('%patient', name) }] }),
    ),
    ['root.json: has itemPopulationContext twice once its sub-questionnaire is in place'],
  ],
  [
    'a part that needs what is not given',
    a('root', [sub('one')]),
    [a('one', [ask('1')], { extension: [needs('linkIdPrefix')] })],
    ["one.json: needs the variable 'linkIdPrefix' (assembleContext), which is not set where it is put in"],
  ],
  [
    'a prefix that only answers could tell',
    a('root', [group('g', [sub('one')], [prefix("item.first() + '.'")])]),
    [a('one', [ask('1')])],
    ["root.json: item 'g': linkIdPrefix is item.first() + '.': it must be a text in quotes, alone or added to %linkIdPrefix"],
  ],
  [
    'a part that is made to stand alone, is in another language, and changes the meaning of things',
    a('root', [sub('one')], { language: 'en' }),
    [
      a('one', [ask('1')], {
        language: 'de',
        implicitRules: 'https://example.org/rules',
        modifierExtension: [{ url: 'https://example.org/m', valueBoolean: true }],
        extension: [expectation('assemble-root')],
      }),
    ],
    [
      'one.json: is made to stand alone (assemble-expectation is assemble-root), so it cannot be a part',
      'one.json: is in language "de", and what holds it is in "en"',
      'one.json: has implicitRules, which a part may not have',
      'one.json: has a modifierExtension, which a part may not have',
    ],
  ],
  [
    'a language where the whole has none',
    a('root', [sub('one')]),
    [a('one', [ask('1')], { language: 'de' })],
    ['one.json: is in language "de", and what holds it is in none it names'],
  ],
  [
    'a display with a condition, and a group, that would be lost',
    a('root', [sub('one', { enableWhen: [{ question: '1', operator: 'exists', answerBoolean: true }] }), sub('two', { type: 'group' })]),
    [a('one', [ask('1')]), a('two', [ask('2')])],
    [
      "root.json: item 'sub-one': has enableWhen, which would be lost with it: put it on a group around the display that names the sub-questionnaire",
      "root.json: item 'sub-two': names a sub-questionnaire and is of type 'group'; it must be a display",
    ],
  ],
];

describe('what is wrong with a questionnaire of questionnaires', () => {
  for (const [what, root, others, said] of breakages) {
    it(`tells of ${what}`, () => {
      expect(assemble(root, ...others).problems).to.deep.equal(said);
    });
  }

  it('does not grow without end', () => {
    const doubled = Array.from({ length: 30 }, (_, depth) =>
      a(`d${String(depth)}`, [sub(`d${String(depth + 1)}`), sub(`d${String(depth + 1)}`)]),
    );
    const { problems } = assemble(a('root', [sub('d0')]), ...doubled, a('d30', [ask('1')]));
    expect(problems.some(problem => problem.includes('is one of more than 1000 sub-questionnaires'))).to.equal(true);
  });

  it('gives the same bytes each time', () => {
    const root = a('root', [group('g', [sub('one')], [prefix("'g.'")])]);
    const one = a('one', [ask('1')], { extension: [variable('v', "linkId='1'")] });
    expect(JSON.stringify(assemble(root, one))).to.equal(JSON.stringify(assemble(root, one)));
  });
});

describe('checking a file that is made of others', () => {
  const root = a('root', [group('g', [sub('one')], [prefix("'g.'")])]);
  const one = {
    json: a('one', [ask('1'), ask('2', { enableWhen: [{ question: '3', operator: '=', answerString: 'x' }] })]),
    where: 'one.json',
  };

  it('knows such a file', () => {
    expect([root, one.json, {}, undefined].map(namesOthers)).to.deep.equal([true, false, false, false]);
  });

  it('judges it assembled, and passes over files that are no questionnaires', () => {
    const good = { json: a('one', [ask('1')]), where: 'one.json' };
    const { form, problems } = checkModularFile({ json: root, where: 'root.json' }, [{ json: 7, where: 'seven.json' }, good]);
    expect(problems).to.deep.equal([]);
    expect(form?.order.map(({ linkId }) => linkId)).to.deep.equal(['g', 'g.1']);
    expect(checkModularFile({ json: root, where: 'root.json' }, [one]).problems).to.deep.equal([
      "root.json: item 'g.2': enableWhen names '3', which does not exist",
    ]);
  });

  it('says that a part cannot be used alone', () => {
    const child = a('one', [ask('1')], { extension: [expectation('independent-child'), needs('linkIdPrefix')] });
    expect(checkModularFile({ json: child, where: 'one.json' }, []).problems).to.deep.equal([
      'one.json: can only be used as a part of another questionnaire (its assemble-expectation is independent-child)',
      "one.json: can only be used as a part of another questionnaire, which gives it 'linkIdPrefix' (assembleContext)",
    ]);
  });

  it('says what is wrong with a file that is no questionnaire', () => {
    expect(checkModularFile({ json: [], where: 'x.json' }, []).problems).to.deep.equal(['x.json: is not a JSON object']);
  });
});
