// Fetches the clients that other people wrote and that the product is tried against: each a package of its own under test/, kept out of the
// product's install. Without a network their tests say that they are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['test/playground'];

/** @param {string} folder */
function isInstalled(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}

for (const folder of folders.filter(one => !isInstalled(one))) {
  console.log(`Fetching for the tests: ${folder}`);
  const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--ignore-scripts', '--silent'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) console.error(`${folder} could not be fetched: its tests are skipped`);
}
