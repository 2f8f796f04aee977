// Every published form of the shared data: it runs to a completed response that is valid, or is refused with every reason. One table.
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { checkCommand, enabledCommand, validateCommand } from '../../src/cli/questionnaire-commands.js';
import { runQuestionnaireCommand } from '../../src/cli/run-questionnaire-command.js';
import { checkQuestionnaireFile } from '../../src/content/forms/check-questionnaire.js';
import { withQuestionnaire } from '../../src/content/single-questionnaire.js';
import { Dialogue } from '../support/a-dialogue.js';
import { medplumFaults } from '../support/fhir-validators.js';
import { answerAll } from '../support/least-answers.js';
import { realContent } from '../support/real-content.js';

const shared = '../shared/data/questionnaires';

const notAtHand = (linkId: string, valueSet: string): string =>
  `item '${linkId}': answerValueSet '${valueSet}' is not at hand: contain it in the file, or list answerOption`;
const compares = (linkId: string, question: string, operand: string): string =>
  `item '${linkId}': enableWhen compares '${question}' (type 'choice') with ${operand}; it needs answerCoding`;

const hl7 = 'http://terminology.hl7.org/ValueSet';
const noStatus = 'status is missing (draft, active, retired or unknown)';

/** What each file answers to `questionnaire check`: how many questions the least path through it asks, or why it is refused. */
const outcomes: Readonly<Record<string, number | readonly string[]>> = {
  'Questionnaire-GAD7.json': 7,
  'Questionnaire-PHQ9.json': 10,
  'Questionnaire-SDOHCC-QuestionnaireHungerVitalSign.json': 2,
  'Questionnaire-questionnaire-sdc-test-all-data-types.json': [
    notAtHand('id-choice', `${hl7}/gender-identity`),
    notAtHand('440f8cc6-3ea2-40c2-b03a-d03187131fd3', `${hl7}/gender-identity`),
    notAtHand('06aaa075-86e4-4cf2-a1ef-a86ab10e86e9', `${hl7}/v3-Country2`),
    notAtHand('EF8E3936-3246-4B3E-A46C-9FDAA5ACB635', `${hl7}/v3-Country2`),
  ],
  'Questionnaire-questionnaire-sdc-test-enableWhen.json': [
    notAtHand('1acf93a7-0890-44cd-be48-542defb35248', `${hl7}/yes-no-unknown-not-applicable`),
    compares('e5da17a7-7546-45c5-9bcd-d0b09a74ty76', 's1-radio', 'answerString'),
    compares('65578509-21ae-4a48-94de-e46be454f8k1', 's1-radio', 'answerString'),
    compares('65578509-21ae-4a48-94de-h1l9v32opase', '5e1209b7-c9e0-4bf4-b228-c6591b540qmo', 'answerString'),
    compares('65578509-21ae-4a48-3f56-aswtysn1238', '5e1209b7-c9e0-4bf4-b228-fr096s903m25', 'answerString'),
    compares('76daed4f-f957-45cb-9584-aab95f6021d4', '5e1209b7-c9e0-4bf4-b228-fr096s903m25', 'answerString'),
    compares('76daed4f-f957-45cb-9584-aab95f6021d4', '5e1209b7-c9e0-4bf4-b228-c6591b540qmo', 'answerString'),
    compares('945b97b5-6d74-4a55-9be1-19897512jj89', 's3-radio', 'answerDecimal'),
    compares('04fabc33-534a-4047-9a13-c13b0b63fa17', 's3-radio', 'answerDecimal'),
    compares('945b97b5-6d74-4a55-9be1-1989751233ew', 's4-radio', 'answerInteger'),
    compares('04fabc33-534a-4047-9a13-c13b0b63gh76', 's4-radio', 'answerInteger'),
  ],
  'Questionnaire-questionnaire-sdc-test-initialvalue.json': [
    notAtHand('1acf93a7-0890-44cd-be48-542defb35248', `${hl7}/yes-no-unknown-not-applicable`),
  ],
  'Questionnaire-questionnaire-sdc-test-nested-groups.json': [notAtHand('34b78239-1df2-49c5-a1ab-8f5691c7ede0', `${hl7}/service-type`)],
  'Questionnaire-questionnaire-sdc-test-required-radios.json': [notAtHand('radio', `${hl7}/yes-no-unknown-not-applicable`)],
  'UKCore-Questionnaire-FitnessForWork-Example.json': [notAtHand('Q2g', 'https://fhir.hl7.org.uk/ValueSet/UKCore-ConditionCode')],
  'android-behavior_skip_logic.json': [noStatus],
  'android-component_multi_select_choice.json': 1,
  'android-component_open_choice.json': [noStatus],
  'android-component_repeated_group.json': [noStatus],
  'android-component_text_fields_with_validation.json': [noStatus],
  'lforms-brokenValueSet.json': [
    "the item without linkId that asks 'q1': linkId is missing",
    notAtHand('item[0]', 'http://example.com/broken'),
  ],
  'lforms-q-enableWhen-with-reference-loop.json': [
    "item 'item1': enableWhen goes round in a loop: item1 -> item3 -> item1",
    "item 'item3': enableWhen goes round in a loop: item3 -> item2 -> item3",
  ],
  'lforms-q-with-nested-enableWhen.json': 3,
  'lforms-question-under-question.R4.json': 2,
  'lforms-questionnaire-enableWhen-missing-linkId.json': [noStatus, "item 'q3': enableWhen names 'q11', which does not exist"],
};

interface Ran {
  readonly output: string;
  readonly exitCode: number;
  readonly heard: string;
}

async function run(file: string, answersFile?: string): Promise<Ran> {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end();
  const given = answersFile === undefined ? {} : { answersFile };
  const clock = (): string => '2026-11-22T09:00:00.000Z';
  const result = await runQuestionnaireCommand({ file, lang: 'en', ...given, content: realContent(), clock, streams: { input, output } });
  return { ...result, heard: String(output.read() ?? '') };
}

/** The file as it would be with a status; the published one leaves it out. */
function withStatus(name: string): object {
  // Safe in a test: it is a JSON object, as every file there.
  const json = JSON.parse(readFileSync(join(shared, name), 'utf8')) as object;
  return { ...json, status: 'draft' };
}

describe('the published questionnaires', () => {
  let folder = '';

  before(async function () {
    if (!existsSync(shared)) {
      process.stdout.write('skipped: no shared data\n');
      this.skip();
    }
    folder = await mkdtemp(join(tmpdir(), 'waymark-published-'));
  });
  after(() => (folder === '' ? undefined : rm(folder, { recursive: true })));

  /** Runs a sound file with the least answers: the response is completed, and every judge finds it valid. */
  async function runsToTheEnd(file: string): Promise<number> {
    const { form } = checkQuestionnaireFile(JSON.parse(readFileSync(file, 'utf8')), file);
    if (form === undefined) throw new Error('no form');
    const answers = answerAll(new Dialogue({ content: withQuestionnaire(realContent(), form) }));
    const answersFile = join(folder, 'answers.json');
    await writeFile(answersFile, JSON.stringify(answers));
    const ran = await run(file, answersFile);
    expect(ran.exitCode).to.equal(0);
    expect(ran.heard).not.to.include('answers.json');
    const response = JSON.parse(ran.output) as { readonly status: string };
    expect(response.status).to.equal('completed');
    expect(medplumFaults(response)).to.deep.equal([]);
    const responseFile = join(folder, 'response.json');
    await writeFile(responseFile, ran.output);
    const validated = await validateCommand(file, responseFile);
    expect(validated.output).not.to.match(/"severity": "(?:error|fatal)"/u);
    expect(validated.exitCode).to.equal(0);
    const enabled = await enabledCommand(file, responseFile);
    expect(enabled.exitCode).to.equal(0);
    const linkIds = JSON.parse(enabled.output) as readonly string[];
    expect(linkIds).to.include.members(Object.keys(answers).map(key => key.replace(/(?:@[\d.]+)?\+?$/u, '')));
    return Object.keys(answers).length;
  }

  it('are all in the table', async () => {
    expect((await readdir(shared)).filter(name => name.endsWith('.json')).sort()).to.deep.equal(Object.keys(outcomes).sort());
  });

  for (const [name, outcome] of Object.entries(outcomes)) {
    const file = join(shared, name);
    if (typeof outcome === 'number') {
      it(`${name} runs to a completed response that is valid`, async () => {
        const { output, exitCode } = await checkCommand(file);
        expect(exitCode).to.equal(0);
        expect(output.split('\n').at(-1)).to.equal(`${file}: can be run`);
        expect(await runsToTheEnd(file)).to.equal(outcome);
      });
      continue;
    }
    it(`${name} is refused, with the reason`, async () => {
      const reasons = outcome.map(reason => `${file}: ${reason}`).join('\n');
      expect(await checkCommand(file)).to.deep.equal({ output: reasons, exitCode: 1 });
      expect(await run(file)).to.deep.equal({ output: reasons, exitCode: 1, heard: '' });
    });
  }

  for (const name of Object.keys(outcomes).filter(
    each => each.startsWith('android-') && each !== 'android-component_multi_select_choice.json',
  )) {
    it(`${name} with the status it lacks runs too`, async () => {
      const file = join(folder, name);
      await writeFile(file, JSON.stringify(withStatus(name)));
      expect((await checkCommand(file)).output.split('\n').at(-1)).to.equal(`${file}: can be run`);
      expect(await runsToTheEnd(file)).to.be.greaterThan(0);
    });
  }
});
