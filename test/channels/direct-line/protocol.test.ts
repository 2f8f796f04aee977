// Everything the host says has the shape that Direct Line 3.0 gives it.
import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { startApp } from '../../support/browser.js';
import type { RunningApp } from '../../support/browser.js';
import { callLine, message } from '../../support/line-client.js';

const file = new URL('../../../../../shared/data/protocol/directline-3.0.json', import.meta.url);

/** The validator of one definition. Numbers have formats that only say how wide they are. */
function validatorOf(definition: string): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true, double: true, byte: true } });
  addFormats.default(ajv, ['date-time']);
  ajv.addSchema({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), $id: 'directline' });
  const validate = ajv.getSchema(`directline#/definitions/${definition}`);
  if (validate === undefined) throw new Error(`no definition ${definition}`);
  return validate;
}

describe('the shapes of Direct Line 3.0', function () {
  this.timeout(60_000);
  let running: RunningApp;
  before(async function () {
    if (!existsSync(file)) {
      console.log('      skipped: no shared data');
      this.skip();
    }
    running = await startApp();
  });
  after(() => running.stop());

  const expectValid = (definition: string, body: unknown): void => {
    const validate = validatorOf(definition);
    expect(validate(body), `${definition}: ${JSON.stringify(validate.errors)}`).to.equal(true);
  };

  it('are those of tokens, conversations, activities, ids and errors', async () => {
    const generated = await callLine(running.url, 'POST', '/tokens/generate');
    const { token, conversationId } = generated.body;
    const path = `/conversations/${conversationId}`;
    const started = await callLine(running.url, 'POST', '/conversations', { token });
    for (const { body } of [
      generated,
      started,
      await callLine(running.url, 'GET', path, { token }),
      await callLine(running.url, 'POST', '/tokens/refresh', { token }),
    ]) {
      expectValid('Conversation', body);
    }
    for (const text of ['hello', 'I want to kill myself', 'call me', 'help', 'polski', 'review']) {
      expectValid('ResourceResponse', (await callLine(running.url, 'POST', `${path}/activities`, { token, body: message(text) })).body);
    }
    const { body } = await callLine(running.url, 'GET', `${path}/activities`, { token });
    expect(body.activities.length).to.be.greaterThan(12);
    expectValid('ActivitySet', body);
    for (const activity of body.activities) expectValid('Activity', activity);
    for (const refused of [
      await callLine(running.url, 'GET', path),
      await callLine(running.url, 'GET', path, { token: 'x' }),
      await callLine(running.url, 'POST', `${path}/activities`, { token, body: {} }),
      await callLine(running.url, 'PUT', path, { token }),
      await callLine(running.url, 'GET', `${path}/nothing-here`, { token }),
    ]) {
      expect(refused.status).to.be.within(400, 499);
      expectValid('ErrorResponse', refused.body);
      expect(refused.body.error.message).to.be.a('string').and.not.equal('');
    }
  });
});
