// Where keys come from: WAYMARK_KEY, or a file made once on a developer's machine; and what the store's key names look like.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { expect } from 'chai';
import { ensureDevelopmentKey } from '../../src/storage/development-key.js';
import { conversationKey, historyKey, outboxKey, PARTITIONS, partitionOf } from '../../src/storage/keys.js';
import { parseKeys, toKeyRingEntry } from '../../src/storage/parse-keys.js';
import { ringOf } from '../support/key-ring.js';

describe('WAYMARK_KEY', () => {
  const [one, two] = [randomBytes(32), Buffer.alloc(32, 7)];

  it('is 32 bytes in base64 or hex', () => {
    expect(parseKeys(one.toString('base64'))).to.deep.equal([toKeyRingEntry(one)]);
    expect(parseKeys(one.toString('base64url'))).to.deep.equal([toKeyRingEntry(one)]);
    expect(parseKeys(one.toString('hex'))).to.deep.equal([toKeyRingEntry(one)]);
  });

  it('holds several keys, newest first, each with its number if wanted', () => {
    const text = `2:${two.toString('base64')}, 1:${one.toString('base64')}`;
    expect(parseKeys(text)).to.deep.equal([
      { id: 2, key: two },
      { id: 1, key: one },
    ]);
  });

  it('gives a key without a number the same number wherever it stands', () => {
    const [, old] = parseKeys(`9:${two.toString('hex')},${one.toString('hex')}`);
    expect(old).to.deep.equal(parseKeys(one.toString('hex'))[0]);
  });

  it('refuses anything else without showing it', () => {
    for (const text of [
      '',
      'secret-word',
      one.subarray(1).toString('base64'),
      `300:${one.toString('hex')}`,
      `1:${one.toString('hex')},1:${two.toString('hex')}`,
    ]) {
      expect(() => parseKeys(text))
        .to.throw()
        .with.property('code', 'key-format');
      expect(() => parseKeys(text)).to.throw(/^(?!.*secret-word)/u);
    }
  });
});

describe('the development key', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-key-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone, also when several start at the same instant', async () => {
    const data = join(folder, 'fresh');
    const keys = await Promise.all(Array.from({ length: 8 }, () => ensureDevelopmentKey(data)));
    expect(new Set(keys.map(key => key.toString('hex'))).size).to.equal(1);
    expect(keys[0]).to.have.length(32);
    expect((await stat(join(data, 'waymark.key'))).mode & 0o777).to.equal(0o600);
    expect(await readdir(data)).to.deep.equal(['waymark.key']);
    expect((await readFile(join(data, 'waymark.key'), 'utf8')).trim()).to.equal(keys[0]?.toString('base64'));
  });

  it('is refused when others can read it, saying what to do', async () => {
    await ensureDevelopmentKey(folder);
    await chmod(join(folder, 'waymark.key'), 0o640);
    const fault: unknown = await ensureDevelopmentKey(folder).catch((thrown: unknown) => thrown);
    expect(fault).to.include({ code: 'key-mode' }).and.have.property('message').that.includes('chmod 600');
  });

  it('is refused when the file holds something else', async () => {
    const data = await mkdtemp(join(folder, 'bad-'));
    await writeFile(join(data, 'waymark.key'), 'not a key\n', { mode: 0o600 });
    expect(await ensureDevelopmentKey(data).catch((thrown: unknown) => thrown)).to.include({ code: 'key-format' });
  });
});

describe('key names', () => {
  it('keep all that belongs to one conversation in one of 64 partitions', () => {
    const names = Array.from({ length: 3000 }, (_, n) => ringOf().nameOf('conversation', `c${String(n)}`));
    for (const name of names.slice(0, 50)) {
      const tags = [conversationKey(name), historyKey(name), outboxKey(partitionOf(name))].map(key => /\{w\d+\}/u.exec(key)?.[0]);
      expect(new Set(tags).size).to.equal(1);
    }
    expect(new Set(names.map(partitionOf)).size).to.equal(PARTITIONS);
    expect(Math.max(...names.map(partitionOf))).to.equal(PARTITIONS - 1);
  });
});
