// `directory import|versions|rollback` as an operator uses it, on a store of its own.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { directoryCommand, type DirectoryCommandParts } from '../../src/cli/directory-command.js';
import type { CommandResult } from '../../src/cli/questionnaire-commands.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { feedServices, startFeed } from '../support/feed-server.js';
import { ringOf } from '../support/key-ring.js';

describe('the directory command', () => {
  let folder: string;
  let seconds = 0;
  let told: string[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-directory-'));
    told = [];
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const run = async (words: readonly string[], over: Partial<DirectoryCommandParts> = {}): Promise<CommandResult> => {
    const [verb, argument] = words;
    const result = await directoryCommand(verb, argument, {
      openStore: () => openEmbeddedStore({ folder: join(folder, 'data'), keys: ringOf(), clock: () => new Date() }),
      folder: 'directory',
      ...{ changedOnly: false, acceptSmaller: false, reportFile: undefined },
      clock: () => new Date(Date.UTC(2026, 11, 1, 9, 0, (seconds += 1))).toISOString(),
      tell: line => told.push(line),
      ...over,
    });
    return result ?? { output: 'usage', exitCode: 1 };
  };

  it('imports the sample and marks it as such', async () => {
    const { output, exitCode } = await run(['import', resolve('directory/sample')]);
    expect(exitCode).to.equal(0);
    expect(output)
      .to.match(/^\d+ rows read from sample\n\d+ accepted\n/u)
      .and.to.match(/Version \d{14}-[0-9a-f]{6} with \d+ services is in force/u);
    expect((await run(['versions'])).output).to.match(/^\* \S+ {2}2026-12-01 09:00 {2}\d+ services {2}sample \(sample\)\n\* is in force$/u);
  });

  it('tells of every row that was refused, in the terminal and in a file', async () => {
    const [file, reportFile] = [join(folder, 'feed.json'), join(folder, 'report.json')];
    await writeFile(file, JSON.stringify([...feedServices(1_100), { id: 'x', status: 'active' }, 7]));
    const { output } = await run(['import', file], { reportFile });
    expect(output).to.include('refused 1 no-name: row 1101 (x)').and.to.include('2 refused');
    expect(told).to.deep.equal(['1,000 rows: 1,000 accepted, 0 refused']);
    // safe: written by the command just now
    const report = JSON.parse(await readFile(reportFile, 'utf8')) as Readonly<Record<string, unknown>>;
    expect(report).to.include({ outcome: 'published', rows: 1_102, accepted: 1_100, refused: 2 });
  });

  it('says plainly that the old directory stays, and why, with exit code 1', async () => {
    const feed = await startFeed(feedServices(20));
    await run(['import', feed.url]);
    feed.services = feedServices(2);
    const smaller = await run(['import', feed.url], { reportFile: join(folder, 'report.json') });
    expect(smaller.exitCode).to.equal(1);
    expect(smaller.output)
      .to.include('fewer than half')
      .and.to.include('--accept-smaller')
      .and.to.include('The directory of before stays in force');
    expect(await readFile(join(folder, 'report.json'), 'utf8')).to.include('"why": "smaller"');
    feed.services = [];
    expect(await run(['import', feed.url])).to.include({ exitCode: 1 });
    const unchanged = await run(['import', feed.url], { changedOnly: true });
    expect(unchanged).to.include({ exitCode: 0 });
    expect(unchanged.output).to.include('Nothing has changed since.');
    await feed.stop();
    const file = join(folder, 'cut.json');
    await writeFile(file, '[{"id":"s1"');
    const cut = await run(['import', file], { reportFile: join(folder, 'report.json') });
    expect(cut.output).to.include('The import did not come to its end: cut.json is not whole JSON.');
    expect(await readFile(join(folder, 'report.json'), 'utf8')).to.include('feed-json');
    const other = await startFeed(feedServices(20));
    expect((await run(['import', other.url], { changedOnly: true })).output).to.include('import this feed whole, without --changed');
    await other.stop();
  });

  it('takes out what ended, though the feed has ids of its own', async () => {
    const file = join(folder, 'feed.json');
    await writeFile(file, JSON.stringify([...feedServices(5), ...feedServices(1)]));
    expect((await run(['import', file])).output).to.include('1 with the id of another row');
    await writeFile(file, JSON.stringify(feedServices(1, { status: 'inactive' })));
    const { output } = await run(['import', file], { changedOnly: true });
    expect(output).to.include('1 no longer active, taken out').and.to.include('with 4 services');
  });

  it('goes back, to the version before or to one that is named', async () => {
    expect(await run(['versions'])).to.deep.equal({ output: 'No directory was imported yet.', exitCode: 0 });
    expect(await run(['rollback'])).to.include({ exitCode: 1 });
    const file = join(folder, 'feed.json');
    for (const count of [5, 6]) {
      await writeFile(file, JSON.stringify(feedServices(count)));
      await run(['import', file]);
    }
    const idOf = async (line: number): Promise<string> => (await run(['versions'])).output.split('\n')[line]?.slice(2, 23) ?? '';
    expect((await run(['rollback'])).output).to.include(`Version ${await idOf(1)} is in force`);
    expect((await run(['versions'])).output.split('\n')[1]).to.match(/^\* .*5 services/u);
    expect((await run(['rollback', await idOf(0)])).exitCode).to.equal(0);
    expect((await run(['rollback', 'none'])).output).to.include('There is no version none');
  });

  it('opens no store for a word it does not know', async () => {
    const openStore = (): never => {
      throw new Error('opened');
    };
    for (const words of [[], ['import'], ['burn']]) expect(await run(words, { openStore })).to.include({ output: 'usage' });
  });

  it('says which file of directory/ is wrong', async () => {
    const fault: unknown = await run(['import', 'directory/sample'], { folder }).catch((thrown: unknown) => thrown);
    expect(fault).to.have.property('message').that.includes('directory/needs.json');
  });
});
