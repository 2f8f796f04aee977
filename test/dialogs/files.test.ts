// The shipped questionnaires as files: codes only where confirmed, bands without a gap, totals nobody is asked, sign-off told truly.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { type QuestionnaireItem, questionnaireSchema } from '../../src/content/forms/questionnaire-schema.js';
import { everyItem } from './calculate.js';

const own = 'https://waymark.example/fhir/StructureDefinition';
const core = 'http://hl7.org/fhir/StructureDefinition';
const calculatedUrl = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const listed = ['dialogs/screens', 'dialogs/instruments'].flatMap(folder => readdirSync(folder).map(name => `${folder}/${name}`));
const files = [...listed, 'dialogs/life.json'].map(file => ({ file, questionnaire: questionnaireSchema.parse(read(file)) }));
const items = files.flatMap(({ file, questionnaire }) => everyItem(questionnaire.item).map(item => ({ where: `${file} ${item.linkId}`, item })));

const extensions = (item: QuestionnaireItem, url: string) => (item.extension ?? []).filter(each => each.url === url);

// Seen in the sources that dialogs/README.md names: HL7 SDOH Clinical Care, HL7 US Core, and lists of the AHC-HRSN tool.
const confirmed = new Set(
  [
    '88121-9 88122-7 88123-5 88124-3 LA28397-0 LA6729-3 LA28398-8 LA15775-2 LA19952-3 LA19983-8',
    '75626-2',
    '71802-3 LA31993-1 LA31994-9 LA31995-6 93030-5 96779-4 LA33-6 LA32-8 LA32002-0',
    '96778-6 LA31996-4 LA28580-1 LA31997-2 LA31998-0 LA31999-8 LA32000-4 LA32001-2 LA9-3',
  ].flatMap(codes => codes.split(' ')),
);

/** Every coding below this value. */
function codings(value: unknown): readonly { readonly system: string; readonly code: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const coding = z.object({ system: z.string(), code: z.string() }).safeParse(value);
  return [...(coding.success ? [coding.data] : []), ...Object.values(value).flatMap(codings)];
}

describe('the screens and instruments', () => {
  it('are there: a screen for each of the 21 needs, and no other', () => {
    const screens = readdirSync('dialogs/screens').map(name => name.replace('.json', ''));
    expect(screens).to.have.members([...needKeys]);
  });

  it('carry codes of LOINC only where they were confirmed, and none of SNOMED CT', () => {
    const found = files.flatMap(({ questionnaire }) => codings(questionnaire));
    const loinc = found.filter(({ system }) => system === 'http://loinc.org').map(({ code }) => code);
    expect(loinc).to.not.have.length(0);
    expect(loinc.filter(code => !confirmed.has(code))).to.deep.equal([]);
    expect(found.filter(({ system }) => system.includes('snomed'))).to.deep.equal([]);
  });

  it('say who signed them only once somebody did', () => {
    for (const { file, questionnaire } of files) {
      const { status, description, approvalDate, lastReviewDate } = questionnaire;
      if (!String(description).includes('awaits')) continue;
      expect([status, approvalDate, lastReviewDate], file).to.deep.equal(['draft', undefined, undefined]);
    }
  });

  it('name whose instrument they hold and under which licence', () => {
    const instruments = ['activity', 'ahc-hrsn-adapted', 'alcohol-drugs', 'caring', 'food', 'life', 'loneliness'];
    const holding = files.filter(({ questionnaire }) => questionnaire['copyright'] !== undefined);
    expect(holding.map(({ file }) => file.replace(/^.*\/|\.json$/gu, ''))).to.have.members(instruments);
    for (const { file, questionnaire } of holding) {
      const sources = (questionnaire.extension ?? []).filter(({ url }) => url === `${core}/artifact-relatedArtifact`);
      expect(sources, file).to.not.have.length(0);
    }
  });

  it('keep the points of an answer on the option, where FHIRPath finds them', () => {
    const misplaced = items.filter(({ item }) => item.answerOption?.some(({ valueCoding }) => valueCoding?.extension !== undefined));
    expect(misplaced.map(({ where }) => where)).to.deep.equal([]);
  });

  it('ask nobody a total, and calculate every one from questions of the same file', () => {
    const totals = items.filter(({ item }) => extensions(item, calculatedUrl).length > 0);
    expect(totals).to.have.length(4);
    for (const { where, item } of totals) {
      expect(item.readOnly, where).to.equal(true);
      expect(extensions(item, `${core}/questionnaire-hidden`)[0]?.['valueBoolean'], where).to.equal(true);
      const ids = [...JSON.stringify(extensions(item, calculatedUrl)).matchAll(/linkId='([^']+)'/gu)].map(found => found[1]);
      const here = files.find(({ file }) => where.startsWith(`${file} `))?.questionnaire.item ?? [];
      expect(ids, where).to.not.have.length(0);
      expect(everyItem(here).map(({ linkId }) => linkId), where).to.include.members(ids);
    }
  });

  it('have bands that leave no gap and do not overlap', () => {
    const part = z.array(z.object({ url: z.string(), valueDecimal: z.number().optional(), valueString: z.string().optional() }));
    const banded = items.filter(({ item }) => extensions(item, `${own}/score-band`).length > 0);
    expect(banded).to.have.length(12);
    for (const { where, item } of banded) {
      const bands = extensions(item, `${own}/score-band`).map(band => part.parse(band['extension']));
      const edges = bands.map(band => band.map(({ valueDecimal }) => valueDecimal ?? NaN));
      edges.slice(1).forEach(([from], place) => {
        expect(from, where).to.equal((edges[place]?.[1] ?? NaN) + 1);
      });
      const limits = [`${core}/minValue`, `${core}/maxValue`].map(url => extensions(item, url)[0]?.['valueInteger']);
      if (item.type === 'integer') expect([edges[0]?.[0], edges.at(-1)?.[1]], where).to.deep.equal(limits);
    }
  });

  it('can each be run by itself', () => {
    for (const { file } of files) expect(checkQuestionnaireFile(read(file), file).problems).to.deep.equal([]);
  });

  it('have words in Polish and Arabic for all that they say, in locales/ or, outside the journey, in the file', () => {
    for (const lang of ['pl', 'ar']) {
      for (const file of listed.filter(each => each.includes('/screens/'))) {
        expect(existsSync(`locales/${lang}/content/${file.replace('dialogs/', '')}`), `${lang} ${file}`).to.equal(true);
      }
      const adapted = items.filter(({ where }) => where.startsWith('dialogs/instruments/'));
      const silent = adapted.filter(({ item }) => !JSON.stringify(item._text ?? '').includes(`"valueCode":"${lang}"`));
      expect(silent.map(({ where }) => where), lang).to.deep.equal([]);
    }
  });
});
