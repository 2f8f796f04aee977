// What dialogs/README.md teaches is true: its examples run, its messages are those of the check, and an instrument can be switched on as it says.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { z } from 'zod';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { loadContent } from '../../src/content/load-content.js';
import { type QuestionnaireItem, questionnaireItemSchema } from '../../src/content/forms/questionnaire-schema.js';
import { ContentError } from '../../src/errors.js';
import { Dialogue } from '../support/a-dialogue.js';
import { sentReferral } from '../support/sent-referral.js';
import { everyItem, itemOf, readDialog } from './calculate.js';

const readme = readFileSync('dialogs/README.md', 'utf8');
const examples = [...readme.matchAll(/```json\n(?<json>[\s\S]*?)```/gu)].map(found => found.groups?.['json'] ?? '');
const itemExample = (linkId: string): QuestionnaireItem => {
  const found = examples.find(json => json.startsWith('{') && json.includes(`"linkId": "${linkId}"`));
  return questionnaireItemSchema.parse(JSON.parse(found ?? 'null'));
};

describe('the examples of dialogs/README.md', () => {
  const memory = readDialog('screens/memory');

  it('begin with a question as it stands in its file', () => {
    const shown = itemExample('whose');
    expect(itemOf(memory, 'whose')).to.deep.equal(shown);
  });

  it('add an answer that the check takes', () => {
    const added = examples.find(json => json.includes('"both"'));
    const answerOption: unknown = JSON.parse(`[${added ?? ''}]`);
    const changed = { ...memory, item: memory.item.map(item => (item.linkId === 'whose' ? { ...item, answerOption } : item)) };
    const { problems, form } = checkQuestionnaireFile(changed, 'memory.json');
    expect(problems).to.deep.equal([]);
    expect(form?.byLinkId.get('whose')?.options.map(({ code }) => code)).to.deep.equal(['close', 'both']);
  });

  it('add a question asked only on an answer, and one with points, that the check takes', () => {
    const changed = { ...memory, item: [...memory.item, itemExample('lives-with'), itemExample('steady')] };
    const { problems, form } = checkQuestionnaireFile(changed, 'memory.json');
    expect(problems).to.deep.equal([]);
    expect(form?.byLinkId.get('lives-with')?.hasWhy).to.equal(true);
    expect(form?.byLinkId.get('steady')?.score).to.equal('sum');
    expect(form?.byLinkId.get('falls')?.options.map(({ score }) => score)).to.deep.equal([0, 1, 2]);
  });
});

describe('a copy of the content, changed as dialogs/README.md says', function () {
  this.timeout(20_000);
  let folder = '';
  const path = (name: string) => join(folder, name);
  const read = (name: string): unknown => JSON.parse(readFileSync(path(name), 'utf8'));
  const write = (name: string, json: unknown): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), typeof json === 'string' ? json : JSON.stringify(json));
  };
  const load = () => loadContent({ dialogs: path('dialogs'), locales: path('locales'), production: false }).content;
  const problems = (): readonly string[] => {
    try {
      load();
      return [];
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      return error.problems;
    }
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'waymark-dialogs-'));
    // Two languages beside English are enough to see what translators are told, and are checked sooner than all.
    for (const name of ['dialogs', 'locales/en-GB', 'locales/pl', 'locales/ar']) cpSync(name, path(name), { recursive: true });
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const memoryFile = 'dialogs/screens/memory.json';
  /** [what the table of messages shows, the mistake] */
  const mistakes: readonly (readonly [string, (text: string) => string])[] = [
    ["is not JSON: Expected ',' or '}'", text => text.replace('"status": "draft",', '"status": "draft"')],
    ['linkId stands more than once (que-2)', text => text.replace('"linkId": "doctor"', '"linkId": "whose"')],
    ["enableWhen names 'who', which does not exist", text => withCondition(text, 'who', 'close')],
    ["enableWhen wants 'myself', which is not an option of", text => withCondition(text, 'whose', 'myself')],
    ["type 'choise' is not a FHIR R4 item type", text => text.replace('"type": "choice"', '"type": "choise"')],
    ['has {{name}}, which nothing fills', text => text.replace('Whose memory are', 'Whose {{name}} are')],
  ];

  function withCondition(text: string, question: string, code: string): string {
    const condition = JSON.stringify([{ question, operator: '=', answerCoding: { code } }]);
    return text.replace('"linkId": "doctor",', `"linkId": "doctor", "enableWhen": ${condition},`);
  }

  for (const [message, spoil] of mistakes) {
    it(`is refused with: ${message}`, () => {
      expect(readme, 'the table of messages').to.include(message);
      write(memoryFile, spoil(readFileSync(path(memoryFile), 'utf8')));
      expect(problems().join('\n')).to.include(message).and.to.include(memoryFile);
    });
  }

  it('tells the translators what is new', () => {
    const memory = readDialog('screens/memory');
    write(memoryFile, { ...memory, item: [...memory.item, itemExample('lives-with')] });
    expect(problems()).to.have.members(['ar', 'pl'].map(lang => `locales/${lang}/content/screens/memory.json: 'lives-with' is missing`));
  });

  const groupSchema = z.looseObject({ item: z.array(z.looseObject({ linkId: z.string() })) });

  function switchOn(): void {
    const journey = groupSchema.parse(read('dialogs/journey.json'));
    const neighbour = JSON.stringify(journey.item.find(({ linkId }) => linkId === 'life'));
    const group = z.looseObject({ linkId: z.string() }).parse(
      JSON.parse(neighbour.replaceAll('Questionnaire/life', 'Questionnaire/ahc-hrsn-adapted').replace(/"life(?=[".])/gu, '"social').replaceAll("'life.'", "'social.'")),
    );
    write('dialogs/journey.json', { ...journey, item: journey.item.flatMap(each => (each.linkId === 'life' ? [group, each] : [each])) });
  }

  const translations = z.object({ extension: z.array(z.object({ extension: z.array(z.looseObject({ valueCode: z.string().optional(), valueString: z.string().optional() })) })) });
  function translated(beside: unknown, lang: string): string {
    const found = translations.parse(beside).extension.find(({ extension }) => extension.some(({ valueCode }) => valueCode === lang));
    return found?.extension.find(({ valueString }) => valueString !== undefined)?.valueString ?? '';
  }

  function wordsOf(item: QuestionnaireItem, lang: string): object {
    const short = item.extension?.find(({ url }) => url.endsWith('shortText'))?.['_valueString'];
    const help = item.item?.find(({ linkId }) => linkId === `${item.linkId}.help`)?._text;
    const options = (item.answerOption ?? []).map(({ valueCoding }) => [valueCoding?.code ?? '', translated(valueCoding?._display, lang)] as const);
    return {
      text: translated(item._text, lang),
      ...(short !== undefined && { short: translated(short, lang) }),
      ...(help !== undefined && { help: translated(help, lang) }),
      ...(options.length > 0 && { options: Object.fromEntries(options) }),
    };
  }

  it('asks the adapted AHC-HRSN once it is named in the journey and worded in each language', () => {
    switchOn();
    const words = ['ar', 'pl'].map(lang => `locales/${lang}/content/instruments/ahc-hrsn-adapted.json`);
    expect(problems()).to.have.members(words.map(file => `${file}: is missing`));
    const asked = everyItem(readDialog('instruments/ahc-hrsn-adapted').item).filter(({ type }) => type !== 'display');
    for (const lang of ['ar', 'pl'])
      write(`locales/${lang}/content/instruments/ahc-hrsn-adapted.json`, Object.fromEntries(asked.map(item => [item.linkId, wordsOf(item, lang)])));
    expect(problems()).to.deep.equal([]);

    const content = load();
    const dialogue = new Dialogue({ content, lang: 'pl' }).until('social.living');
    expect(dialogue.heard).to.include('Jaka jest dziś Twoja sytuacja mieszkaniowa?').and.to.include('- Mam stałe miejsce do mieszkania');
    const given = { 'social.living': 'LA31994-9', 'social.problems': ['LA9-3'], 'social.worried': 'LA28398-8', 'social.lasted': 'LA28398-8' };
    const { measures } = sentReferral({ ...given, 'social.transport': 'LA32-8', 'social.utilities': 'LA32002-0' }, { content });
    expect(measures.map(({ id, value }) => [id, value])).to.deep.equal([
      ['social.home', true],
      ['social.food', false],
      ['social.travel', false],
      ['social.energy', true],
    ]);
  });
});
