// The encryption key of a machine where nobody set one: made once, kept beside the data, readable by its owner alone. Never for production.
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.js';
import { parseKeys } from './parse-keys.js';

/**
 * Reads `<folder>/waymark.key`, making folder and key when they are not there. The 32 bytes stand in it as base64.
 * @throws AppError `key-mode` when others can read the file; `key-format` when it does not hold one key.
 */
export async function ensureDevelopmentKey(folder: string): Promise<Buffer> {
  const file = join(folder, 'waymark.key');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await makeOnce(folder, file);
  const { mode } = await stat(file);
  if (platform() !== 'win32' && (mode & 0o077) !== 0) {
    throw new AppError('key-mode', `${file} can be read by others; run: chmod 600 ${file}`, { file });
  }
  const [entry] = parseKeys((await readFile(file, 'utf8')).trim());
  if (entry === undefined) throw new AppError('key-format', `${file} holds no key`, { file });
  return entry.key;
}

// Written aside and linked into place, so that of two processes starting together both read the same whole key.
async function makeOnce(folder: string, file: string): Promise<void> {
  if (await isThere(file)) return;
  const draft = join(folder, `.waymark.key.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await chmod(draft, 0o600);
  try {
    await link(draft, file);
  } catch (fault) {
    if (!(await isThere(file))) throw fault;
  } finally {
    await rm(draft);
  }
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
