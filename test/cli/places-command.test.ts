// `places import FILE`: the table is there afterwards and the report says what was taken; or it is as it was, and the report says why.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { after, before, describe, it } from 'mocha';
import { placesCommand } from '../../src/cli/places-command.js';
import { openPostcodeTable } from '../../src/directory/places/open-postcode-table.js';
import { onspdHeader, postcodeLine } from '../directory/places/a-postcode-file.js';

const nobody = (): void => undefined;

describe('places import', () => {
  let folder: string;
  let data: string;
  let file: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-places-'));
    data = join(folder, 'data');
    file = join(folder, 'onspd.csv');
  });
  after(async () => {
    await rm(folder, { recursive: true });
  });

  const lines = (...rows: readonly string[]): string => `${[onspdHeader.join(','), ...rows].join('\n')}\n`;

  it('writes the table into the data folder, making it if need be, and reports', async () => {
    await writeFile(file, lines(postcodeLine({}), postcodeLine({ pcds: 'E2 6AA', doterm: '201001' }), postcodeLine({ pcds: '?' })));
    const { output, exitCode } = await placesCommand(file, data, nobody);
    expect(output).to.match(
      /^3 rows read\n2 taken, of which 1 are no longer in use\n0 without a position, left out\n1 refused\n {2}1 not a postcode: line 4\n/u,
    );
    expect(exitCode).to.equal(0);
    expect(await readdir(data)).to.deep.equal(['places.bin']);
    expect(openPostcodeTable(await readFile(join(data, 'places.bin')))?.find('E2 6AA')).to.include({ precision: 'postcode' });
  });

  it('leaves the table as it was when a file cannot be used, and says why', async () => {
    const before = await readFile(join(data, 'places.bin'));
    await writeFile(file, lines(postcodeLine({ lat: '99.999999' }), ...Array.from({ length: 6 }, () => 'x')));
    const { output, exitCode } = await placesCommand(file, data, nobody);
    expect(output).to.match(
      /1 without a position, left out\n6 refused\n {2}6 short row: line 3, 4, 5, 6, 7 \.\.\.\n.*no postcode with a position\nNothing was changed\.$/u,
    );
    expect(exitCode).to.equal(1);
    expect(await readFile(join(data, 'places.bin'))).to.deep.equal(before);
    expect((await placesCommand(join(folder, 'missing.csv'), data, nobody)).output).to.match(
      /^.*there is no such file\nNothing was changed\.$/u,
    );
    expect(await readdir(data)).to.deep.equal(['places.bin']);
  });

  it('replaces the table by the next one', async () => {
    await writeFile(file, lines(postcodeLine({ pcds: 'N1 9GU' })));
    await placesCommand(file, data, nobody);
    const table = openPostcodeTable(await readFile(join(data, 'places.bin')));
    expect([table?.size, table?.find('N1 9GU')?.precision, table?.find('E1 6AN')]).to.deep.equal([1, 'postcode', undefined]);
  });

  it('tells of a long import while it runs', async () => {
    await writeFile(file, `pcds,lat,long\n${'E1 6AN,51.5,-0.07\n'.repeat(260_000)}`);
    const told: string[] = [];
    await placesCommand(file, data, line => told.push(line));
    expect(told).to.have.length(1);
    expect(told[0]).to.match(/^250,000 rows, (?:9\d|100)%$/u);
  });
});
