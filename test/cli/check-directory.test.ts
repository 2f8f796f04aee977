// `waymark check` of directory/: the shipped one is whole, and what a manager breaks is named by file.
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { checkDirectory } from '../../src/cli/check-directory.js';

describe('checking the directory', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-check-'));
    await cp('directory', folder, { recursive: true });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('finds the shipped one whole', async () => {
    expect(await checkDirectory('directory', '2026-11-22')).to.deep.equal({ problems: [], services: 170 });
  });

  it('names every file that is wrong, and every sample service that would be refused', async () => {
    await writeFile(join(folder, 'sample', 'services-9.json'), JSON.stringify([{ id: 'x9', status: 'active' }, 7]));
    expect((await checkDirectory(folder, '2026-11-22')).problems.join('\n')).to.match(/sample: service 'x9' is refused: .*no-name/u);
    await writeFile(join(folder, 'sample', 'services-9.json'), '{');
    expect((await checkDirectory(folder, '2026-11-22')).problems).to.have.length(1);
    await rm(join(folder, 'sample'), { recursive: true });
    expect((await checkDirectory(folder, '2026-11-22')).problems.join()).to.match(/directory\/sample: /u);
    await writeFile(join(folder, 'needs.json'), '[');
    await writeFile(join(folder, 'outward-codes.json'), '{}');
    const { problems, services } = await checkDirectory(folder, '2026-11-22');
    expect([problems.length, services]).to.deep.equal([2, 0]);
    expect(problems.join()).to.include('directory/needs.json').and.to.include('directory/outward-codes.json');
  });
});
