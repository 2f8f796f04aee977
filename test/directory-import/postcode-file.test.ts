// The imported postcode table as a running server finds it: there, not there, changed, broken.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { placesCommand } from '../../src/cli/places-command.js';
import { createPostcodeFile } from '../../src/directory-import/postcode-file.js';
import { placesFile } from '../../src/directory/places/table-format.js';
import { silentLogger } from '../../src/storage/silent-logger.js';
import { onspdHeader, postcodeLine } from '../directory/places/a-postcode-file.js';

describe('the file of postcodes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-places-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is taken up when it comes, and kept when what comes after it is broken', async () => {
    const told: string[] = [];
    const logger = { ...silentLogger, error: (_: object, message: string) => void told.push(message) };
    const places = createPostcodeFile(join(folder, placesFile), logger);
    await places.refresh();
    expect(places.find('E1 6AN')).to.equal(undefined);
    const csv = join(folder, 'onspd.csv');
    await writeFile(csv, `"${onspdHeader.join('","')}"\n${postcodeLine({ pcd: 'E1 6AN', pcds: 'E1 6AN', lat: '51.52', long: '-0.07' })}\n`);
    expect((await placesCommand(csv, folder, () => undefined)).exitCode).to.equal(0);
    await places.refresh();
    await places.refresh();
    expect(places.find('e16an')).to.include({ precision: 'postcode' });
    await writeFile(join(folder, placesFile), 'nonsense');
    await places.refresh();
    await places.refresh();
    expect(places.find('e16an')).to.include({ precision: 'postcode' });
    expect(told).to.have.length(1);
  });
});
