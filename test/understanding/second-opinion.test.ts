import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { definiteDate, definiteNumber } from '../../src/understanding/definite-resolution.js';
import { createSecondOpinion } from '../../src/understanding/second-opinion.js';

/** A worker written here, to see what happens when one answers, hangs or dies. */
function workerOf(script: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${script}`)}`);
}

const answering = workerOf(
  `parentPort.on('message', m => parentPort.postMessage(m.warm ? { ready: m.warm } : { id: m.id, value: { valueInteger: m.text.length } }));`,
);
const hanging = workerOf(
  `parentPort.on('message', m => { if (m.text === 'hang') for (;;); parentPort.postMessage(m.warm ? { ready: m.warm } : { id: m.id, value: { valueInteger: 1 } }); });`,
);
const dying = workerOf(
  `parentPort.on('message', m => { if (m.warm) parentPort.postMessage({ ready: m.warm }); else throw new Error('dead'); });`,
);
const neverReady = workerOf(`setInterval(() => {}, 1000);`);

describe('createSecondOpinion', () => {
  it('gives each of several questions its own answer', async () => {
    const opinion = createSecondOpinion({ file: answering });
    const answers = await Promise.all(['a', 'bb', 'ccc'].map(text => opinion.ask({ type: 'number', culture: 'en', text })));
    expect(answers).to.deep.equal([{ valueInteger: 1 }, { valueInteger: 2 }, { valueInteger: 3 }]);
    await opinion.close();
  });

  it('replaces a worker that hangs, and answers the next question', async () => {
    const reasons: string[] = [];
    const opinion = createSecondOpinion({ file: hanging, timeoutMs: 200, logger: { warn: ({ reason }) => void reasons.push(reason) } });
    const [stuck, next] = await Promise.all([
      opinion.ask({ type: 'date', culture: 'en', text: 'hang' }),
      opinion.ask({ type: 'date', culture: 'en', text: 'go' }),
    ]);
    expect(stuck).to.equal(undefined);
    expect(next).to.deep.equal({ valueInteger: 1 });
    expect(reasons).to.deep.equal(['timeout']);
    await opinion.close();
  });

  it('has no opinion when the worker dies or cannot start', async () => {
    for (const file of [dying, workerOf('throw new Error("no");'), new URL('file:///nowhere/at-all.js')]) {
      const opinion = createSecondOpinion({ file });
      expect(await opinion.ask({ type: 'date', culture: 'en', text: 'x' })).to.equal(undefined);
      await opinion.close();
    }
  });

  it('waits for a loading worker only so long', async () => {
    const opinion = createSecondOpinion({ file: neverReady, timeoutMs: 20, warmUpMs: 50 });
    expect(await opinion.ask({ type: 'date', culture: 'en', text: 'x' })).to.equal(undefined);
    await opinion.close();
  });

  it('takes no long text, no more than a few questions at once, and none after closing', async () => {
    const opinion = createSecondOpinion({ file: answering });
    expect(await opinion.ask({ type: 'date', culture: 'en', text: 'x'.repeat(61) })).to.equal(undefined);
    const answers = await Promise.all(Array.from({ length: 12 }, () => opinion.ask({ type: 'number', culture: 'en', text: 'x' })));
    expect(answers.filter(answer => answer !== undefined)).to.have.lengthOf(8);
    const waiting = opinion.ask({ type: 'number', culture: 'en', text: 'x' });
    await opinion.close();
    expect(await waiting).to.equal(undefined);
    expect(await opinion.ask({ type: 'number', culture: 'en', text: 'x' })).to.equal(undefined);
  });

  it('reads English dates and number words with the real recognisers', async function () {
    const file = new URL('../../src/understanding/recogniser-worker.js', import.meta.url);
    if (!existsSync(file)) {
      console.log('skipped: the worker runs compiled only');
      this.skip();
    }
    const opinion = createSecondOpinion({ warmUpMs: 15_000, timeoutMs: 3000 });
    expect(await opinion.ask({ type: 'date', culture: 'en', text: 'some time on june the 10th, 1999' })).to.deep.equal({
      valueDate: '1999-06-10',
    });
    expect(await opinion.ask({ type: 'date', culture: 'en', text: 'maybe 03/04/1985' })).to.deep.equal({ valueDate: '1985-04-03' });
    expect(await opinion.ask({ type: 'number', culture: 'en', text: 'two and a half' })).to.deep.equal({ valueDecimal: 2.5 });
    for (const text of ['last tuesday', '31/02/1990', '1980', '10 june', 'june 1980'])
      expect(await opinion.ask({ type: 'date', culture: 'en', text }), text).to.equal(undefined);
    expect(await opinion.ask({ type: 'number', culture: 'en', text: 'three or four' })).to.equal(undefined);
    await opinion.close();
  });
});

describe('what counts as definite', () => {
  const found = (timex: string, value: string, type = 'date', typeName = 'datetimeV2.date'): unknown => [
    { typeName, resolution: { values: [{ timex, type, value }] } },
  ];

  it('is one day whose year was said', () => {
    expect(definiteDate(found('1980-06-10', '1980-06-10'), 'june 10 1980')).to.deep.equal({ valueDate: '1980-06-10' });
    expect(definiteDate(found('2026-11-10', '2026-11-10'), 'last tuesday')).to.equal(undefined);
    expect(definiteDate(found('XXXX-06-10', '2026-06-10'), '10 june 2026')).to.equal(undefined);
    expect(definiteDate(found('1990-02-31', 'not resolved'), '31/02/1990')).to.equal(undefined);
    expect(definiteDate(found('1980', '1980', 'daterange', 'datetimeV2.daterange'), '1980')).to.equal(undefined);
    expect(definiteDate([], '1980')).to.equal(undefined);
  });

  it('is one number', () => {
    expect(definiteNumber([{ typeName: 'number', resolution: { value: '3' } }])).to.deep.equal({ valueInteger: 3 });
    expect(definiteNumber([{ typeName: 'number', resolution: { value: '2.5' } }])).to.deep.equal({ valueDecimal: 2.5 });
    expect(definiteNumber([{ typeName: 'number', resolution: { value: 'many' } }])).to.equal(undefined);
    expect(definiteNumber('nothing')).to.equal(undefined);
  });
});
