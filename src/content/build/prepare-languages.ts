// Prepares the languages of locales/ after a build (languages/prepared-languages.ts), so that a start need not check them again. Content with
// faults is left alone: whoever starts the server, or runs `waymark check`, is told what is wrong with it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ContentError } from '../../errors.js';
import { loadContent } from '../load-content.js';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const here = dirname(fileURLToPath(import.meta.url));
const root = findRoot(here);
const folder = join(root, 'dist', 'languages');
const stampFile = join(folder, 'code');

/** The built code that prepares: when it changes, nothing prepared before may be used. */
function stampOfCode(): string {
  const hash = createHash('sha256');
  for (const room of ['content', 'text']) {
    const built = join(here, '..', '..', room);
    for (const name of readdirSync(built, { recursive: true, encoding: 'utf8' }).sort()) {
      if (name.endsWith('.js')) hash.update(name).update(readFileSync(join(built, name)));
    }
  }
  return hash.digest('hex');
}

const stamp = stampOfCode();
const isCurrent = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
if (!isCurrent) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
try {
  loadContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales'), production: false, prepared: folder, prepare: true });
  writeFileSync(stampFile, stamp);
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
}
