// Writes the crisis pages after a build: one file a language, for /urgent and for every page that cannot be served. They are kept as they are
// when content has faults, so that the last good ones still serve.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadContent } from '../../../content/load-content.js';
import { ContentError } from '../../../errors.js';
import { loadAssets } from '../assets.js';
import { renderUrgentWhileDown } from '../urgent-page.js';
import { wordsIn } from '../words.js';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

const root = findRoot(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'dist', 'crisis');

try {
  const prepared = join(root, 'dist', 'languages');
  const { content } = loadContent({ dialogs: join(root, 'dialogs'), locales: join(root, 'locales'), production: false, prepared });
  const frame = { content, assets: loadAssets(join(root, 'dist', 'assets')) };
  mkdirSync(folder, { recursive: true });
  for (const lang of content.languages.keys()) {
    writeFileSync(join(folder, `${lang}.html`), renderUrgentWhileDown(frame, wordsIn(content, lang)).toString());
  }
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
}
