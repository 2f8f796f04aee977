import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCommand, enabledCommand, validateCommand } from '../../src/cli/questionnaire-commands.js';

const form = {
  resourceType: 'Questionnaire',
  url: 'https://example.org/f',
  status: 'active',
  item: [
    {
      linkId: 'a',
      type: 'boolean',
      text: 'Is there more?',
      item: [
        {
          linkId: 'a-help',
          type: 'display',
          text: 'Help',
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
              valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'inline' }] },
            },
          ],
        },
      ],
    },
    { linkId: 'b', type: 'string', text: 'What?', required: true, enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] },
  ],
};
const response = (...item: unknown[]) => ({ resourceType: 'QuestionnaireResponse', status: 'completed', item });
const a = (valueBoolean: boolean) => ({ linkId: 'a', answer: [{ valueBoolean }] });

function nested(depth: number): string {
  return `${'{"item":['.repeat(depth)}${']}'.repeat(depth)}`;
}

const files: Readonly<Record<string, string>> = {
  form: JSON.stringify(form),
  marked: `\ufeff${JSON.stringify(form)}`,
  timed: JSON.stringify({ ...form, item: [...form.item, { linkId: 't', type: 'time', text: 'When?', required: true }] }),
  'steered-by-time': JSON.stringify({
    ...form,
    item: [
      ...form.item,
      { linkId: 't', type: 'time', text: 'When?' },
      { linkId: 'u', type: 'string', text: 'Why?', enableWhen: [{ question: 't', operator: 'exists', answerBoolean: true }] },
    ],
  }),
  loop: JSON.stringify({
    ...form,
    item: [{ linkId: 'a', type: 'boolean', text: 'A?', enableWhen: [{ question: 'a', operator: 'exists', answerBoolean: true }] }],
  }),
  patient: '{"resourceType":"Patient"}',
  broken: '{"resourceType":',
  list: '[]',
  deep: nested(5000),
  no: JSON.stringify(response(a(false))),
  yes: JSON.stringify(response(a(true), { linkId: 'b', answer: [{ valueString: 'x' }] })),
  missing: JSON.stringify(response(a(true))),
  shapeless: '{"resourceType":"QuestionnaireResponse","status":"done"}',
  late: JSON.stringify(response(a(false), { linkId: 't', answer: [{ valueTime: '25:00:00' }] })),
  unlisted: JSON.stringify({
    ...form,
    item: [...form.item, { linkId: 'c', type: 'choice', text: 'Which?', answerValueSet: 'https://example.org/nowhere' }],
  }),
  'with-time': JSON.stringify(response(a(false), { linkId: 't', answer: [{ valueTime: '11:00:00' }] })),
};

describe('waymark questionnaire', () => {
  let folder = '';
  const at = (name: string): string => join(folder, name);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-'));
    for (const [name, text] of Object.entries(files)) await writeFile(at(name), text);
  });
  after(() => rm(folder, { recursive: true }));

  const bad: readonly (readonly [string, RegExp])[] = [
    ['nowhere', /nowhere: there is no such file$/],
    ['.', /: is a folder$/],
    ['broken', /broken: is not JSON$/],
    ['deep', /deep: is nested more than 200 levels deep$/],
    ['patient', /patient: resourceType is not 'Questionnaire'$/],
    ['list', /list: is not a JSON object$/],
  ];
  for (const [name, reason] of bad) {
    it(`says in one line why '${name}' is no questionnaire, whatever the command`, async () => {
      const results = await Promise.all([checkCommand(at(name)), enabledCommand(at(name), at('no')), validateCommand(at(name), at('no'))]);
      for (const { output, exitCode } of results) {
        expect(output).to.match(reason);
        expect(output).not.to.include('\n');
        expect(exitCode).to.equal(1);
      }
    });
  }

  it('says of a file name that can be no file that it could not be read', async () => {
    expect(await checkCommand('a\u0000b')).to.deep.equal({ output: 'a\u0000b: could not be read', exitCode: 1 });
  });

  it('check: says when a questionnaire can be run, and every reason when not', async () => {
    expect(await checkCommand(at('form'))).to.deep.equal({ output: `${at('form')}: can be run`, exitCode: 0 });
    expect((await checkCommand(at('marked'))).exitCode).to.equal(0);
    const { output, exitCode } = await checkCommand(at('loop'));
    expect(output).to.include("item 'a'");
    expect(exitCode).to.equal(1);
  });

  it('enabled: gives the enabled linkIds as a JSON array, help with its question', async () => {
    expect(await enabledCommand(at('form'), at('no'))).to.deep.equal({ output: '["a","a-help"]', exitCode: 0 });
    expect(await enabledCommand(at('form'), at('yes'))).to.deep.equal({ output: '["a","a-help","b"]', exitCode: 0 });
  });

  it('enabled: gives a plain reason for a response it cannot read', async () => {
    expect((await enabledCommand(at('form'), at('nowhere'))).output).to.match(/nowhere: there is no such file$/);
    const { output, exitCode } = await enabledCommand(at('form'), at('shapeless'));
    expect(output).to.match(/shapeless: QuestionnaireResponse\.status: /);
    expect(exitCode).to.equal(1);
  });

  it('enabled: follows a condition on an answer of any type', async () => {
    expect((await enabledCommand(at('timed'), at('with-time'))).output).to.equal('["a","a-help","t"]');
    expect((await enabledCommand(at('steered-by-time'), at('no'))).output).to.equal('["a","a-help","t"]');
    expect((await enabledCommand(at('steered-by-time'), at('with-time'))).output).to.equal('["a","a-help","t","u"]');
  });

  it('validate: prints an OperationOutcome and exits with 1 only when something is wrong', async () => {
    const good = await validateCommand(at('form'), at('yes'));
    expect(JSON.parse(good.output)).to.deep.include({ resourceType: 'OperationOutcome' });
    expect(good.exitCode).to.equal(0);
    const missing = await validateCommand(at('form'), at('missing'));
    expect(missing.output).to.include("item 'b': is required and has no answer");
    expect(missing.exitCode).to.equal(1);
    const shapeless = await validateCommand(at('form'), at('shapeless'));
    expect(shapeless.output).to.include('QuestionnaireResponse.status');
    expect(shapeless.exitCode).to.equal(1);
  });

  it('validate: judges an answer of any type', async () => {
    expect((await validateCommand(at('timed'), at('with-time'))).exitCode).to.equal(0);
    const { output, exitCode } = await validateCommand(at('timed'), at('late'));
    expect(output).to.include('"expression": [\n        "QuestionnaireResponse.item[1].answer[0]"');
    expect(exitCode).to.equal(1);
  });

  it('validate: warns of what it cannot hold, and judges the rest', async () => {
    const { output, exitCode } = await validateCommand(at('unlisted'), at('no'));
    expect(output).to.match(/"severity": "warning",\s+"code": "not-supported"/);
    expect(output).to.include("answerValueSet 'https://example.org/nowhere' is not at hand");
    expect(exitCode).to.equal(0);
  });
});
