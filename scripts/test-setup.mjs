// What the tests need beside npm packages: a redis-server, a Chromium, pdftotext and one file of Web Chat. On Debian, as root, they are installed; elsewhere one line says what to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fetchWebChat } from './fetch-web-chat.mjs';

/** Program, and the Debian packages that bring it. */
const needed = [
  ['redis-server', ['redis-server']],
  ['chromium', ['chromium', 'fonts-dejavu-core', 'fonts-lohit-beng-bengali']],
  ['pdftotext', ['poppler-utils']],
];

/** @param {string} program */
function isThere(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)));
}

function mayInstall() {
  return process.getuid?.() === 0 && isThere('apt-get');
}

const packages = needed.flatMap(([program, debian]) => (isThere(program) ? [] : debian));

if (packages.length > 0 && !mayInstall()) {
  console.error(
    `The tests need these programs, which are not here: install ${packages.join(', ')} (on Debian: sudo apt-get install ${packages.join(' ')}).`,
  );
  process.exit(1);
}
if (packages.length > 0) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) =>
    execFileSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(`Installing for the tests: ${packages.join(', ')}`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
fetchWebChat();
