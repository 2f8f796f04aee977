// What operators and load balancers read: health, metrics, and a clean stop.
import { connect } from 'node:net';
import { Agent, get } from 'node:http';
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { stopServer } from '../../src/server/draining.js';
import { createMetrics } from '../../src/server/metrics.js';
import { registerHealth } from '../../src/server/register-health.js';
import { registerMetrics } from '../../src/server/register-metrics.js';
import { mountGet } from '../../src/server/register-pages.js';
import { startTestServer, type TestServer } from './start-test-server.js';

async function withServer(register: (server: TestServer['server']) => void, act: (running: TestServer) => Promise<void>): Promise<void> {
  const running = await startTestServer({ register });
  try {
    await act(running);
  } finally {
    await running.stop();
  }
}

describe('health', () => {
  it('is live, and ready while every check passes', async () => {
    await withServer(
      server => {
        registerHealth(server, [{ name: 'store', check: () => Promise.resolve() }]);
      },
      async running => {
        expect(await (await fetch(`${running.url}/health/live`)).json()).to.deep.equal({ status: 'live' });
        const ready = await fetch(`${running.url}/health/ready`);
        expect(ready.status).to.equal(200);
        expect(await ready.json()).to.deep.equal({ status: 'ready', checks: { store: 'ok' } });
      },
    );
  });

  it('is live but not ready while the store is silent, and says no more than that', async () => {
    const checks = [
      { name: 'store', check: () => Promise.reject(new Error('ECONNREFUSED 10.0.0.4')) },
      { name: 'slow', check: () => new Promise(() => undefined) },
    ];
    await withServer(
      server => {
        registerHealth(server, checks, () => ({ directory: { state: 'none' } }));
      },
      async running => {
        const ready = await fetch(`${running.url}/health/ready`);
        expect(ready.status).to.equal(503);
        expect(await ready.json()).to.deep.equal({
          ...{ status: 'not-ready', checks: { store: 'failing', slow: 'failing' } },
          directory: { state: 'none' },
        });
        expect((await fetch(`${running.url}/health/live`)).status).to.equal(200);
      },
    );
  });
});

describe('metrics', () => {
  it('tells how many services are in force, how old they are, and how the last import ended', async () => {
    const metrics = createMetrics();
    expect(await metrics.text()).to.match(/^waymark_directory_age_seconds [Nn]a[Nn]$/mu);
    const version = {
      id: 'v1',
      at: new Date(Date.now() - 3_600_000).toISOString(),
      source: 'sample',
      services: 170,
      chunks: { services: 1, rows: 1 },
    };
    metrics.directory.directory({ ...version, sample: true });
    metrics.directory.directory({ ...version, services: 20 });
    for (const end of ['published', 'failed', 'failed'] as const) metrics.directory.directoryImport(end);
    const lines = (await metrics.text()).split('\n').filter(line => line.startsWith('waymark_directory'));
    expect(lines.filter(line => !line.includes('age'))).to.deep.equal([
      'waymark_directory_services{sample="false"} 20',
      'waymark_directory_imports_total{outcome="published"} 1',
      'waymark_directory_imports_total{outcome="failed"} 2',
      'waymark_directory_last_import{outcome="failed"} 1',
    ]);
    expect(Number(lines.find(line => line.includes('age'))?.split(' ')[1])).to.be.within(3_600, 3_700);
  });

  it('tells how many red flags nobody has acted on, and how whoever is on duty was told', async () => {
    const metrics = createMetrics();
    metrics.setOpenFlags({ act: 2, ask: 1 });
    metrics.setOpenFlags({ act: 1, ask: 1 });
    metrics.countNotice('e-mail');
    const text = await metrics.text();
    expect(text).to.include('waymark_open_flags{tier="act"} 1').and.to.include('waymark_open_flags{tier="ask"} 1');
    expect(text).to.include('waymark_duty_notices_total{way="e-mail"} 1');
  });

  it('counts turns, referrals and red flags, and never a label somebody made up', async () => {
    const metrics = createMetrics();
    metrics.countTurn('pages', 'done', 0.002);
    metrics.countTurn('my-channel{}', 'done', 0.002);
    metrics.countReferral();
    metrics.countRedFlag('self-harm', 'act');
    const text = await metrics.text();
    expect(text).to.include('waymark_turns_total{channel="pages",outcome="done"} 1');
    expect(text).to.include('waymark_turns_total{channel="other",outcome="done"} 1').and.not.include('my-channel');
    expect(text).to.include('waymark_turn_seconds_count 2').and.include('waymark_referrals_total 1');
    expect(text).to.include('waymark_red_flags_total{kind="self-harm",tier="act"} 1').and.include('process_cpu_seconds_total');
  });

  it('are shown to this machine only, unless a token is set', async () => {
    const metrics = createMetrics();
    await withServer(
      server => {
        registerMetrics(server, metrics, undefined);
      },
      async running => {
        expect((await fetch(`${running.url}/metrics`)).status).to.equal(200);
        expect((await fetch(`${running.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).to.equal(403);
      },
    );
    await withServer(
      server => {
        registerMetrics(server, metrics, 'a-long-enough-token');
      },
      async running => {
        const ask = async (authorization?: string): Promise<number> =>
          (await fetch(`${running.url}/metrics`, authorization === undefined ? {} : { headers: { authorization } })).status;
        expect([await ask(), await ask('Bearer wrong'), await ask('Bearer'), await ask('Bearer a-long-enough-token')]).to.deep.equal([
          403, 403, 403, 200,
        ]);
      },
    );
  });
});

describe('a clean stop', () => {
  it('closes connections with nothing in hand at once, used or never used', async () => {
    const running = await startTestServer({
      register: server => {
        registerHealth(server, []);
      },
    });
    const unused = connect(running.port, '127.0.0.1');
    await new Promise(resolve => unused.once('connect', resolve));
    const agent = new Agent({ keepAlive: true });
    await new Promise(resolve => get(`${running.url}/health/live`, { agent }, response => response.resume().once('end', resolve)));
    const began = Date.now();
    expect(await stopServer(running.server, { graceMs: 10_000 })).to.equal('finished');
    expect(Date.now() - began).to.be.lessThan(500);
    agent.destroy();
    unused.destroy();
  });

  it('finishes the request in hand, and says it is draining meanwhile', async () => {
    let finish: () => void = () => undefined;
    const running = await startTestServer({
      register: server => {
        registerHealth(server, []);
        mountGet(server, '/slow', async (_request, response) => {
          await new Promise<void>(resolve => {
            finish = resolve;
          });
          response.send(200, 'done');
        });
      },
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async (path: string): Promise<{ readonly status: number | undefined; readonly connection: string | undefined }> =>
      new Promise((resolve, reject) => {
        get(running.url + path, { agent }, response => {
          response.resume().once('end', () => {
            resolve({ status: response.statusCode, connection: response.headers.connection });
          });
        }).on('error', reject);
      });
    const slow = ask('/slow');
    await new Promise(resolve => setTimeout(resolve, 50));
    const stopping = stopServer(running.server, { graceMs: 5_000 });
    await new Promise(resolve => setTimeout(resolve, 50));
    finish();
    expect((await slow).status).to.equal(200);
    expect(await stopping).to.equal('finished');
    agent.destroy();
  });

  it('is not held up for ever by a request that never ends', async () => {
    const running = await startTestServer({
      register: server => {
        mountGet(server, '/never', async () => new Promise(() => undefined));
      },
    });
    const lost = fetch(`${running.url}/never`).then(
      () => 'answered',
      () => 'cut off',
    );
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(await stopServer(running.server, { graceMs: 100 })).to.equal('cut-off');
    expect(await lost).to.equal('cut off');
  });

  it('tells load balancers before it stops listening', async () => {
    const running = await startTestServer({
      register: server => {
        registerHealth(server, []);
      },
    });
    const stopping = stopServer(running.server, { announceMs: 200, graceMs: 1_000 });
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).to.equal(503);
    expect(await ready.json()).to.deep.equal({ status: 'draining', checks: {} });
    expect(await stopping).to.equal('finished');
    expect(
      await fetch(`${running.url}/health/ready`).then(
        () => 'served',
        () => 'refused',
      ),
    ).to.equal('refused');
  });
});
