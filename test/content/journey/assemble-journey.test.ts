// The shipped journey is FHIR: one Questionnaire made of others, and whole once they are in place. And what is said where it is not.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { assembleQuestionnaire } from '../../../src/content/modular/assemble-questionnaire.js';
import { checkModularFile, type JsonFile } from '../../../src/content/modular/check-modular-file.js';
import { findAmong } from '../../../src/content/modular/find-questionnaire.js';
import type { FormOption } from '../../../src/content/forms/form.js';
import { readQuestionnaire } from '../../../src/content/forms/read-questionnaire.js';
import { medplumFaults } from '../../support/fhir-validators.js';
import { realContent } from '../../support/real-content.js';
import { aPart, edit, type Files, loadFiles, problemsAfter, smallContent } from '../small-content.js';

function readFolder(folder: string): readonly JsonFile[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.json'))
    .map(name => ({ json: JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown, where: `${folder}/${name}` }));
}

const files = [...readFolder('dialogs'), ...readFolder('dialogs/screens')];
const isQuestionnaire = ({ json }: JsonFile): boolean =>
  typeof json === 'object' && json !== null && 'resourceType' in json && json.resourceType === 'Questionnaire';

function journeyFile(): JsonFile {
  const file = files.find(({ where }) => where === 'dialogs/journey.json');
  if (file === undefined) throw new Error('no journey');
  return file;
}

/** The lists that service.json, needs.json and spoken-languages.json give, as the journey itself has them. */
function sharedValueSets(): ReadonlyMap<string, FormOption[]> {
  const { form } = realContent().journey;
  const optionsOf = (linkId: string) => [...(form.byLinkId.get(linkId)?.options ?? [])];
  return new Map([
    ['#needs', optionsOf('mind.needs')],
    ['#practices', optionsOf('eligibility.practice')],
    ['#spoken-languages', optionsOf('access.spoken')],
  ]);
}

function assembled() {
  const { questionnaire } = readQuestionnaire(journeyFile().json, 'dialogs/journey.json');
  if (questionnaire === undefined) throw new Error('no journey');
  const found = files.filter(isQuestionnaire).flatMap(({ json, where }) => {
    const read = readQuestionnaire(json, where).questionnaire;
    return read === undefined ? [] : [{ questionnaire: read, where }];
  });
  return assembleQuestionnaire(questionnaire, findAmong(found), 'dialogs/journey.json');
}

describe('the shipped journey', () => {
  it('is a valid FHIR R4 Questionnaire before it is assembled, and so is each of its parts', () => {
    for (const { json, where } of files.filter(isQuestionnaire)) {
      // Shown by isQuestionnaire.
      expect(medplumFaults(json as object), where).to.deep.equal([]);
    }
  });

  it('is a valid FHIR R4 Questionnaire once assembled, and one that Waymark can run', () => {
    const { questionnaire, problems } = assembled();
    expect(problems).to.deep.equal([]);
    expect(medplumFaults(questionnaire)).to.deep.equal([]);
    expect(checkModularFile(journeyFile(), files, sharedValueSets()).problems).to.deep.equal([]);
  });

  it('has the linkIds the conversation has, and the same bytes each time', () => {
    const { form } = checkModularFile(journeyFile(), files, sharedValueSets());
    expect(form?.order.map(({ linkId }) => linkId)).to.deep.equal(realContent().journey.form.order.map(({ linkId }) => linkId));
    expect(JSON.stringify(assembled().questionnaire)).to.equal(JSON.stringify(assembled().questionnaire));
  });

  it('says which questionnaires it is made of, with their versions', () => {
    const from = (assembled().questionnaire.extension ?? []).map(each => each['valueCanonical']);
    expect(from)
      .to.include('https://waymark.example/fhir/Questionnaire/screen-food|0.2.0')
      .and.to.have.length(realContent().journey.parts.length);
  });

  it('is made of questionnaires that can be used alone, but for five that lean on others and say so', () => {
    const refused = files.filter(isQuestionnaire).flatMap(file => {
      const { problems } = checkModularFile(file, files, sharedValueSets());
      return problems.length === 0 ? [] : [[file.where, problems[0]] as const];
    });
    const why = 'can only be used as a part of another questionnaire (its assemble-expectation is independent-child)';
    expect(refused).to.deep.equal(
      ['contact', 'eligibility', 'matters', 'near', 'safety-check'].map(name => [`dialogs/${name}.json`, `dialogs/${name}.json: ${why}`]),
    );
  });

  it('keeps the facts from every eye, and what was asked after a red flag from the review', () => {
    const { parts, form } = realContent().journey;
    expect(parts.filter(({ review }) => !review).map(({ id }) => id)).to.deep.equal(['facts', 'safety-check']);
    expect(form.byLinkId.get('facts')?.hidden).to.equal(true);
  });
});

const journey = 'dialogs/journey.json';

/** What somebody breaks in the journey, and everything that is said about it. */
const breakages: readonly (readonly [string, (files: Files) => unknown, readonly string[]])[] = [
  [
    'a journey of the old form',
    given =>
      (given[journey] = { parts: [{ id: 'start', questionnaire: 'start', review: true }], ends: [], roles: {}, sendWithoutReview: [] }),
    [
      'dialogs/journey.json: is written in an old form: it must be a FHIR Questionnaire with one group for each part, and its roles, ends and sendWithoutReview must stand in dialogs/roles.json',
    ],
  ],
  ['no roles', given => delete given['dialogs/roles.json'], ['dialogs/roles.json: is missing']],
  [
    'a part without its questionnaire',
    given => edit(given, journey, 'item/1/item/0/extension', undefined),
    [
      "dialogs/journey.json: part 'screen-food': must be a group with one item inside, a display that names its questionnaire (sdc-questionnaire-subQuestionnaire)",
      "dialogs/needs.json: need 'food' code 733423003: names 'screen-food.enough', which does not exist",
      'locales/ar/content/screens/food.json: it words no file of dialogs/',
      'locales/pl/content/screens/food.json: it words no file of dialogs/',
    ],
  ],
  [
    'a part under the prefix of another',
    given => edit(given, journey, 'item/1/extension/0/valueExpression/expression', "'food.'"),
    ["dialogs/journey.json: part 'screen-food': its variable linkIdPrefix must be 'screen-food.', in quotes"],
  ],
  [
    'a part with a name nobody can write in a link',
    given => edit(given, journey, 'item/1', { ...aPart('screen-food'), linkId: 'Food!' }),
    [
      "dialogs/journey.json: part 'Food!': its linkId must be small letters, digits and hyphens",
      "dialogs/journey.json: part 'Food!': its variable linkIdPrefix must be 'Food!.', in quotes",
    ],
  ],
  [
    'two files of one url',
    given => {
      given['dialogs/screens/spare.json'] = given['dialogs/screens/food.json'];
    },
    ['dialogs/screens/spare.json: its url https://example.org/Questionnaire/screen-food is that of dialogs/screens/food.json too'],
  ],
  [
    'several conditions and nothing that says whether all must be met',
    given =>
      edit(given, journey, 'item/1/enableWhen', [
        { question: 'start.share', operator: '=', answerBoolean: true },
        { question: 'start.name', operator: 'exists', answerBoolean: true },
      ]),
    ["dialogs/journey.json: item 'screen-food': has several enableWhen and no enableBehavior (que-12)"],
  ],
];

describe('what is wrong with a journey', () => {
  for (const [what, change, said] of breakages) {
    it(`tells of ${what}`, () => {
      const problems = problemsAfter(change);
      for (const each of said) expect(problems).to.include(each);
    });
  }

  it('says nothing twice about a part whose file is there and broken', () => {
    const problems = problemsAfter(given => edit(given, 'dialogs/screens/food.json', 'item/0/type', 'guess'));
    expect(problems.filter(each => each.includes('journey.json'))).to.deep.equal([]);
    expect(problems.filter(each => each.startsWith('dialogs/screens/food.json'))).to.deep.equal([
      "dialogs/screens/food.json: item 'enough': type 'guess' is not a FHIR R4 item type",
    ]);
  });

  it('takes a part that is itself made of parts', () => {
    const given = smallContent();
    const { item } = aPart('start');
    const url = 'https://example.org/Questionnaire/own';
    const [display] = item;
    const held = { ...display, linkId: 'own', extension: [{ ...display?.extension[0], valueCanonical: url }] };
    given['dialogs/own.json'] = {
      resourceType: 'Questionnaire',
      url,
      status: 'active',
      item: [{ linkId: 'mood', type: 'boolean', text: 'Well?' }],
    };
    edit(given, 'dialogs/screens/food.json', 'item/3', held);
    for (const tag of ['pl', 'ar']) edit(given, `locales/${tag}/content/screens/food.json`, 'mood', { text: 'Mood?' });
    const { form } = loadFiles(given).content.journey;
    const mood = form.byLinkId.get('screen-food.mood');
    expect([mood?.part, mood?.file, mood?.localId]).to.deep.equal(['screen-food', 'screens/food', 'mood']);
    expect(form.sources.get('screen-food')?.item.map(({ linkId }) => linkId)).to.deep.equal(['enough', 'since', 'hello', 'mood']);
  });

  it('lets the expressions of a part read the part alone, under the linkIds of its file', () => {
    const given = smallContent();
    const valueExpression = { language: 'text/fhirpath', expression: "%resource.item.where(linkId='enough').answer.count()" };
    const extension = [{ url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression', valueExpression }];
    edit(given, 'dialogs/screens/food.json', 'item/1/extension', extension);
    const constant = { name: 'most', language: 'text/fhirpath', expression: '52' };
    edit(given, 'dialogs/screens/food.json', 'extension', [
      { url: 'http://hl7.org/fhir/StructureDefinition/variable', valueExpression: constant },
    ]);
    const { form } = loadFiles(given).content.journey;
    expect(form.byLinkId.get('screen-food.since')?.rules?.calculated).to.equal(valueExpression.expression);
    expect(form.byLinkId.get('screen-food')?.rules?.variables).to.deep.equal([{ name: 'most', expression: '52' }]);
    expect(form.rules).to.equal(undefined);
  });
});
