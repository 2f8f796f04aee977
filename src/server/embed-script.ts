// What is served as /embed.js: the built script, with the words of its button in every language offered and the sites that may show the panel.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Content, Language } from '../content/content.js';
import { offeredLanguages, wordsOf } from '../channels/pages/words.js';
import type { Asset } from './read-assets.js';

/** The file that build-assets.ts writes. */
const builtFile = 'embed.js.part';

function wordsFor(content: Content, language: Language): readonly (string | number)[] {
  const { t, dir } = wordsOf(content, language);
  return [t('page.start.title'), t('page.panel.close'), ...(dir === 'rtl' ? [1] : [])];
}

/** Put between a script's own names and values, text must not look like the end of anything. */
function asScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** Makes it, compressed as far as can be: it is made once and loaded by every page of a practice. @throws when the build was not run. */
export function createEmbedScript(folder: string, content: Content, origins: readonly string[]): Asset {
  const words = Object.fromEntries(offeredLanguages(content).map(language => [language.tag, wordsFor(content, language)]));
  const built = readFileSync(join(folder, builtFile), 'utf8').trim();
  const plain = Buffer.from(`((words,sites)=>{${built}})(${asScript(words)},${asScript(origins)});\n`);
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return {
    contentType: 'text/javascript; charset=utf-8',
    plain,
    brotli: brotliCompressSync(plain, { params }),
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: false,
  };
}
