// The addresses of the built stylesheets, script and icon: their names hold a hash of their content, which the build wrote down.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.js';

/** Where built files are found by their plain names. */
export interface Assets {
  /** The address of a built file, for example of `pages.css`. */
  readonly url: (name: string) => string;
}

const manifestSchema = z.record(z.string(), z.string().regex(/^[\w.-]+$/u));

function readManifest(folder: string): Readonly<Record<string, string>> {
  try {
    return manifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  } catch (cause) {
    throw new AppError(
      'assets',
      `The styles and the script of the pages are not built: no readable manifest.json in ${folder}`,
      { folder },
      cause,
    );
  }
}

/**
 * Reads `manifest.json` of the folder the build wrote (dist/assets).
 * @throws AppError `assets` when it is not there, and later when a name is asked for that was not built.
 */
export function loadAssets(folder: string): Assets {
  const manifest = readManifest(folder);
  return {
    url: name => {
      const file = manifest[name];
      if (file === undefined) throw new AppError('assets', `No such built file: ${name}`, { name });
      return `/assets/${file}`;
    },
  };
}
