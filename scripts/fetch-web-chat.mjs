// Microsoft's Web Chat component for the conformance test: one file of one package, taken by npm and checked against its known digest. It is no
// dependency: installed, it brings 444 packages and half a gigabyte. Kept in dist/web-chat; without it the test says that it is skipped.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const { package: wanted, integrity, file } = JSON.parse(readFileSync('test/web-chat/component.json', 'utf8'));
const target = join('dist', 'web-chat', `${wanted.replaceAll(/[^\w.-]/gu, '-')}.js`);

/** @param {string} folder */
function fetchInto(folder) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { encoding: 'utf8', timeout: 180_000, stdio: ['ignore', 'pipe', 'ignore'] };
  const [{ filename }] = JSON.parse(execFileSync(npm, ['pack', wanted, '--json', '--pack-destination', folder], options));
  const archive = join(folder, basename(filename));
  const digest = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (digest !== integrity) throw new Error(`${wanted} is not what it was: ${digest}`);
  execFileSync('tar', ['-xzf', archive, '-C', folder, `package/${file}`], { stdio: 'ignore' });
  mkdirSync(join('dist', 'web-chat'), { recursive: true });
  renameSync(join(folder, 'package', file), target);
}

/** Puts it there, if it is not there yet. */
export function fetchWebChat() {
  if (existsSync(target)) return;
  mkdirSync('dist', { recursive: true });
  const folder = mkdtempSync(join('dist', 'fetch-'));
  try {
    fetchInto(folder);
  } catch (fault) {
    console.error(`Web Chat could not be fetched, so its test will be skipped: ${fault instanceof Error ? fault.message : String(fault)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
