// `waymark questionnaire run`: published forms and a small one of ours, held as a chat.
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import type { Context } from 'mocha';
import { runQuestionnaireCommand } from '../../src/cli/run-questionnaire-command.js';
import { realContent } from '../support/real-content.js';

const shared = '../shared/data/questionnaires';

interface Item {
  readonly linkId: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly Item[];
}

interface Ran {
  readonly heard: string;
  readonly output: string;
  readonly exitCode: number;
  /** Answers of the QuestionnaireResponse by linkId. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly status: string;
}

function flat(items: readonly Item[]): readonly Item[] {
  return items.flatMap(item => [item, ...flat(item.item ?? [])]);
}

async function run(
  file: string,
  lines: readonly string[],
  more: { readonly lang?: string; readonly answersFile?: string } = {},
): Promise<Ran> {
  const input = new PassThrough();
  const output = new PassThrough();
  const heard: string[] = [];
  output.on('data', (chunk: Buffer) => heard.push(chunk.toString()));
  input.end(lines.map(line => `${line}\n`).join(''));
  const answers = more.answersFile === undefined ? {} : { answersFile: more.answersFile };
  const clock = (): string => '2026-11-22T09:00:00.000Z';
  const result = await runQuestionnaireCommand({
    file,
    lang: more.lang ?? 'en',
    ...answers,
    content: realContent(),
    clock,
    streams: { input, output },
  });
  // Safe in a test: what is read of it is checked by assertions.
  const response = (result.output.startsWith('{') ? JSON.parse(result.output) : {}) as { status?: string; item?: readonly Item[] };
  const given = flat(response.item ?? []).flatMap((item): [string, unknown][] => (item.answer ? [[item.linkId, item.answer]] : []));
  return { ...result, heard: heard.join(''), answers: Object.fromEntries(given), status: response.status ?? '' };
}

/** The path of a published form; without it the test is skipped, and says so. */
function published(test: Context, name: string): string {
  const file = join(shared, name);
  if (!existsSync(file)) {
    process.stdout.write('skipped: no shared data\n');
    test.skip();
  }
  return file;
}

const form = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'hello', type: 'display', text: 'A few questions about your garden.' },
    { linkId: 'garden', type: 'boolean', text: 'Do you have a garden?', required: true },
    {
      linkId: 'size',
      type: 'integer',
      text: 'How many metres long is it?',
      enableWhen: [{ question: 'garden', operator: '=', answerBoolean: true }],
    },
    { linkId: 'since', type: 'date', text: 'Since when?' },
    { linkId: 'words', type: 'text', text: 'Anything else?' },
  ],
};

describe('a questionnaire run as a chat', () => {
  let folder = '';
  let small = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-form-'));
    small = join(folder, 'garden.json');
    await writeFile(small, JSON.stringify(form));
  });
  after(() => rm(folder, { recursive: true }));

  it('asks what is enabled, skips what is skipped, and prints a completed response', async () => {
    const ran = await run(small, ['yes', 'twelve', 'skip', 'I grow beans']);
    expect(ran.exitCode).to.equal(0);
    expect(ran.heard).to.include('A few questions about your garden.').and.to.include('How many metres');
    expect(ran.status).to.equal('completed');
    expect(Object.keys(ran.answers)).to.deep.equal(['garden', 'size', 'words']);
    expect(ran.answers['size']).to.deep.equal([{ valueInteger: 12 }]);
    expect(JSON.stringify(ran.answers['words'])).to.include('I grow beans');
  });

  it('leaves out a question whose condition is not met', async () => {
    const ran = await run(small, ['no', '27 March 2020', 'skip']);
    expect(ran.heard).not.to.include('How many metres');
    expect(ran.answers).to.deep.equal({ garden: [{ valueBoolean: false }], since: [{ valueDate: '2020-03-27' }] });
  });

  it('says what it expects where nothing can be read, and goes on', async () => {
    const ran = await run(small, ['yes', '', 'a solid seven metres', 'x'.repeat(1200), '7', '31/02/2020', 'skip', 'skip']);
    expect(ran.heard)
      .to.match(/too long/iu)
      .and.to.match(/number/iu);
    expect(ran.answers['size']).to.deep.equal([{ valueInteger: 7 }]);
    expect(ran.status).to.equal('completed');
  });

  it('prints what there is when the input ends early', async () => {
    const ran = await run(small, ['yes']);
    expect(ran.status).to.equal('in-progress');
    expect(ran.answers).to.deep.equal({ garden: [{ valueBoolean: true }] });
  });

  it('speaks the language asked for around the form’s own words', async () => {
    const ran = await run(small, ['tak', 'abc'], { lang: 'pl' });
    expect(ran.heard)
      .to.include('How many metres')
      .and.not.to.match(/I did not understand|not a number/u);
  });

  it('keeps nothing when everything is deleted', async () => {
    const ran = await run(small, ['yes', 'delete my data', 'yes', 'never read']);
    expect(ran.output).to.equal('{}');
    expect(ran.heard).not.to.include('never read');
  });

  it('helps in danger here too', async () => {
    const ran = await run(small, ['I am going to kill myself tonight']);
    expect(ran.heard).to.include('116 123');
  });

  it('takes answers from a file and asks only the rest', async () => {
    const answersFile = join(folder, 'answers.json');
    await writeFile(answersFile, JSON.stringify({ garden: true, size: 9 }));
    const ran = await run(small, ['skip', 'skip'], { answersFile });
    expect(ran.heard).not.to.include('Do you have a garden?');
    expect(ran.answers).to.deep.equal({ garden: [{ valueBoolean: true }], size: [{ valueInteger: 9 }] });
  });

  it('takes keys of repetitions and lists from a file, and tells of what it could not use', async () => {
    const file = join(folder, 'pets.json');
    const pets = { linkId: 'pet', type: 'group', text: 'Pet', repeats: true };
    const colours = ['red', 'green'].map(code => ({ valueCoding: { code, display: code } }));
    const item = [
      { ...pets, item: [{ linkId: 'name', type: 'string', text: 'Name?', required: true }] },
      { linkId: 'toys', type: 'string', text: 'Toys?', repeats: true },
      { linkId: 'colours', type: 'choice', text: 'Colours?', repeats: true, answerOption: colours },
      { linkId: 'size', type: 'integer', text: 'Size?' },
    ];
    await writeFile(file, JSON.stringify({ ...form, item }));
    const answersFile = join(folder, 'pets-answers.json');
    const answers = {
      name: 'Rex',
      'pet+': true,
      'name@1': 'Tom',
      'pet@1+': false,
      toys: ['ball', 'bone'],
      colours: ['red', 'green'],
      size: 'big',
    };
    await writeFile(answersFile, JSON.stringify({ ...answers, 'name@7': 'nobody' }));
    const ran = await run(file, ['3'], { answersFile });
    expect(ran.status).to.equal('completed');
    expect(ran.heard)
      .to.include(`${answersFile}: 'size': `)
      .and.to.include(`${answersFile}: 'name@7': That question is not needed any more`);
    const { item: items } = JSON.parse(ran.output) as { readonly item: readonly Item[] };
    expect(items.map(({ linkId }) => linkId)).to.deep.equal(['pet', 'pet', 'toys', 'colours', 'size']);
    expect(ran.answers['toys']).to.have.length(2);
    expect(ran.answers['colours']).to.have.length(2);
    expect(ran.answers['size']).to.deep.equal([{ valueInteger: 3 }]);
  });

  it('tells its author, once, of a rule that was stopped or could not be followed', async () => {
    const rule = (expression: string) => [
      {
        url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
        valueExpression: { language: 'text/fhirpath', expression },
      },
    ];
    const chosen = "%resource.item.where(linkId='n').answer.value";
    const endless = `iif(${chosen} = 7, 1.repeat(iif($this < 1000000, $this + 1, {})).count(), 0)`;
    const item = [
      { linkId: 'n', type: 'integer', text: 'Number?' },
      { linkId: 'm', type: 'integer', text: 'Another?' },
      { linkId: 'slow', type: 'integer', text: 'Slow', extension: rule(endless) },
      { linkId: 'wrong', type: 'integer', text: 'Wrong', extension: rule(`iif(${chosen} = 7, (1 | 2) + 1, 0)`) },
    ];
    const file = join(folder, 'slow.json');
    await writeFile(file, JSON.stringify({ ...form, item }));
    const { heard, status, exitCode } = await run(file, ['6', 'back', '7', '8']);
    expect(exitCode).to.equal(0);
    expect(status).to.equal('completed');
    const told = heard.split('\n').filter(line => line.startsWith('The rule'));
    expect(told[0]).to.equal("The rule 'calculatedExpression' of 'slow' took too long and was stopped.");
    expect(told[1]).to.match(/^The rule 'calculatedExpression' of 'wrong' could not be evaluated: /u);
    expect(told).to.have.length(2);
  });

  it('says what is wrong with a file it cannot use', async () => {
    const answersFile = join(folder, 'list.json');
    await writeFile(answersFile, '[1]');
    expect(await run(small, [], { answersFile })).to.include({
      exitCode: 1,
      output: `${answersFile}: must be an object of linkId and answer`,
    });
    expect((await run(small, [], { answersFile: join(folder, 'absent.json') })).exitCode).to.equal(1);
    expect((await run(join(folder, 'absent.json'), [])).output).to.include('absent.json');
    const wrong = join(folder, 'wrong.json');
    await writeFile(wrong, JSON.stringify({ ...form, item: [{ linkId: 'a', type: 'photograph', text: 'Send a photo' }] }));
    const refused = await run(wrong, []);
    expect(refused.exitCode).to.equal(1);
    expect(refused.output).to.include('wrong.json');
  });

  it('runs the PHQ-9 as published, to a completed response', async function () {
    const file = published(this, 'Questionnaire-PHQ9.json');
    const ran = await run(
      file,
      Array.from({ length: 14 }, () => '1'),
    );
    expect(ran.exitCode).to.equal(0);
    expect(Object.keys(ran.answers).length).to.be.at.least(9);
    expect(ran.status).to.equal('completed');
  });

  it('runs the skip logic of a published form: an answer opens the questions below it', async function () {
    const file = published(this, 'lforms-q-with-nested-enableWhen.json');
    const ways = await Promise.all(['1', '2'].map(first => run(file, [first, ...Array.from({ length: 6 }, () => '1')])));
    for (const ran of ways) {
      expect(ran.exitCode).to.equal(0);
      expect(ran.status).to.equal('completed');
    }
    const [opened, closed] = ways.map(ran => Object.keys(ran.answers));
    expect(opened).not.to.deep.equal(closed);
  });
});
