// Files made to break readers, and files that only make sense beside others: `questionnaire check` says in plain lines why not, and ends.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { checkCommand, enabledCommand, validateCommand } from '../../src/cli/questionnaire-commands.js';
import { runQuestionnaireCommand } from '../../src/cli/run-questionnaire-command.js';
import { core, sdc, type Json } from '../content/a-questionnaire.js';
import { realContent } from '../support/real-content.js';

const form = (item: readonly Json[], more: Json = {}): Json => ({
  resourceType: 'Questionnaire',
  url: 'https://example.org/f',
  status: 'active',
  item,
  ...more,
});
const calculated = (expression: string): Json => ({
  url: `${sdc}-calculatedExpression`,
  valueExpression: { language: 'text/fhirpath', expression },
});

/** Groups in groups, with one question at the bottom. */
function deep(levels: number): Json {
  let item: Json = { linkId: 'bottom', type: 'string', text: 'What?' };
  for (let level = 0; level < levels; level += 1) item = { linkId: `g${String(level)}`, type: 'group', text: 'G', item: [item] };
  return form([item]);
}

const question = (linkId: string, more: Json = {}): Json => ({ linkId, type: 'integer', text: 'How many?', ...more });
const many = (count: number): Json => form(Array.from({ length: count }, (_, place) => question(`q${String(place)}`)));

const hostile: Readonly<Record<string, { readonly file: string | Buffer; readonly says: RegExp }>> = {
  'an expression without an end': {
    file: JSON.stringify(form([question('a', { extension: [calculated('1.repeat(iif($this < 100000000, $this + 1, {})).count()')] })])),
    says: /item 'a': calculatedExpression: .*(?:too long|stopped)/u,
  },
  'an expression that is none': {
    file: JSON.stringify(form([question('a', { extension: [calculated('((1')] })])),
    says: /item 'a': calculatedExpression: it is not FHIRPath/u,
  },
  'expressions that go round in a circle': {
    file: JSON.stringify(
      form([
        question('a', { extension: [calculated("%resource.item.where(linkId='b').answer.value")] }),
        question('b', { extension: [calculated("%resource.item.where(linkId='a').answer.value")] }),
      ]),
    ),
    says: /item 'a'.*(?:circle|round)/u,
  },
  'a pattern that could take for ever': {
    file: JSON.stringify(
      form([{ linkId: 'a', type: 'string', text: 'What?', extension: [{ url: `${core}/regex`, valueString: '(a+)+\\1(?=b)' }] }]),
    ),
    says: /item 'a': .*(?:regex|pattern)/u,
  },
  'items sixty levels deep': { file: JSON.stringify(deep(60)), says: /levels|deep/u },
  'six thousand items': { file: JSON.stringify(many(6000)), says: /items|questions/u },
  'arrays a hundred thousand levels deep': { file: '['.repeat(100_000) + ']'.repeat(100_000), says: /nested|not a JSON object|not JSON/u },
  'half a file': { file: '{"resourceType":"Questionnaire","item":[', says: /is not JSON/u },
  'bytes that are no text': { file: Buffer.from([0, 255, 254, 1, 2, 200, 10, 13]), says: /is not JSON/u },
  'an empty file': { file: '', says: /is not JSON/u },
  'only spaces': { file: ' \n ', says: /is not JSON/u },
  null: { file: 'null', says: /is not a JSON object/u },
  'a number': { file: '7', says: /is not a JSON object/u },
  'another resource': { file: '{"resourceType":"Patient"}', says: /resourceType is not 'Questionnaire'/u },
  'no items': { file: '{"resourceType":"Questionnaire","status":"active"}', says: /item/u },
  'items that are none': { file: JSON.stringify(form([null, 7, 'x', []] as unknown as Json[])), says: /item/u },
  'a linkId that is no text': { file: JSON.stringify(form([{ linkId: 7, type: 'string', text: 'What?' }])), says: /linkId/u },
  'names of the language itself': {
    file: '{"resourceType":"Questionnaire","status":"active","__proto__":{"item":[]},"item":[{"linkId":"constructor","type":"toString"}]}',
    says: /type/u,
  },
  'a part that names one which is not there': {
    file: JSON.stringify(
      form([
        {
          linkId: 'a',
          type: 'display',
          text: 'Part',
          extension: [{ url: `${sdc}-subQuestionnaire`, valueCanonical: 'https://example.org/nowhere' }],
        },
      ]),
    ),
    says: /nowhere/u,
  },
};

describe('a file made to break readers', () => {
  let folder = '';
  const at = (name: string): string => join(folder, `${name.replace(/\W/gu, '-')}.json`);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-hostile-'));
    for (const [name, { file }] of Object.entries(hostile)) await writeFile(at(name), file);
    await writeFile(join(folder, 'response.json'), '{"resourceType":"QuestionnaireResponse","status":"completed"}');
  });
  after(() => rm(folder, { recursive: true }));

  async function run(file: string) {
    const input = new PassThrough();
    input.end();
    const output = new PassThrough();
    const clock = (): string => '2026-11-22T09:00:00.000Z';
    const result = await runQuestionnaireCommand({ file, lang: 'en', content: realContent(), clock, streams: { input, output } });
    return { ...result, heard: String(output.read() ?? '') };
  }

  for (const [name, { says }] of Object.entries(hostile)) {
    it(`${name}: is refused in plain lines, by check and by run`, async () => {
      const checked = await checkCommand(at(name));
      expect(checked.exitCode).to.equal(1);
      expect(checked.output).to.match(says);
      for (const line of checked.output.split('\n')) {
        expect(line).to.match(/^(?:note: )?\/.*\.json: \S/u);
        expect(line.length).to.be.lessThan(600);
        expect(line).not.to.match(/\bat .*\.[jt]s:\d|Error:|undefined|\[object/u);
      }
      const ran = await run(at(name));
      expect(ran.exitCode).to.equal(1);
      expect(ran.heard).to.equal('');
      expect(ran.output).to.match(says);
    });
  }

  it('whatever it holds, the other commands end in plain words too', async () => {
    for (const name of Object.keys(hostile)) {
      for (const command of [enabledCommand, validateCommand]) {
        const { output } = await command(at(name), join(folder, 'response.json'));
        expect(output, name).not.to.match(/\bat .*\.[jt]s:\d|TypeError|RangeError/u);
      }
    }
  });

  it('is no file at all: a folder, or nothing', async () => {
    expect(await checkCommand(folder)).to.deep.equal({ output: `${folder}: is a folder`, exitCode: 1 });
    const nowhere = join(folder, 'nowhere.json');
    expect(await checkCommand(nowhere)).to.deep.equal({ output: `${nowhere}: there is no such file`, exitCode: 1 });
  });

  it('is read with its parts where they lie beside it', async () => {
    const own = join(folder, 'modular');
    await mkdir(own);
    const part = form(
      [
        question('rooms'),
        { linkId: 'why', type: 'string', text: 'Why?', enableWhen: [{ question: 'rooms', operator: '>', answerInteger: 3 }] },
      ],
      {
        url: 'https://example.org/part',
      },
    );
    const whole = form([
      question('first'),
      {
        linkId: 'home',
        type: 'group',
        text: 'Home',
        item: [
          {
            linkId: 'part',
            type: 'display',
            text: 'Part',
            extension: [{ url: `${sdc}-subQuestionnaire`, valueCanonical: 'https://example.org/part' }],
          },
        ],
      },
    ]);
    await writeFile(join(own, 'part.json'), JSON.stringify(part));
    await writeFile(join(own, 'whole.json'), JSON.stringify(whole));
    await writeFile(join(own, 'broken.json'), '{');
    const file = join(own, 'whole.json');
    expect((await checkCommand(file)).output.split('\n').at(-1)).to.equal(`${file}: can be run`);
    expect((await checkCommand(join(own, 'part.json'))).exitCode).to.equal(0);
  });

  it('is a part that hangs on another, and cannot stand alone', async () => {
    const file = join(folder, 'alone.json');
    const item = [question('a', { enableWhen: [{ question: 'elsewhere', operator: '>', answerInteger: 3 }] })];
    await writeFile(file, JSON.stringify(form(item)));
    expect(await checkCommand(file)).to.deep.equal({
      output: `${file}: item 'a': enableWhen names 'elsewhere', which does not exist`,
      exitCode: 1,
    });
  });

  it('of twenty levels or a thousand items is held', async () => {
    const file = join(folder, 'large.json');
    await writeFile(file, JSON.stringify(many(1000)));
    expect((await checkCommand(file)).exitCode).to.equal(0);
    await writeFile(file, JSON.stringify(deep(20)));
    expect((await checkCommand(file)).exitCode).to.equal(0);
  });
});
