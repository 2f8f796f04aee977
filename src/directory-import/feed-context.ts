// What reading a feed needs of directory/, where practice managers keep it: which words mean which need, and which charities are national.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ContentError } from '../errors.js';
import { compileNeedMap } from '../directory/read/map-needs.js';
import { compileNationalCharities } from '../directory/read/national-charities.js';
import type { FeedContext } from '../directory/read/read-result.js';

/** Reads `folder` (directory/). `today`: ISO date. @throws ContentError with what is wrong in a file. */
export async function loadFeedContext(folder: string, today: string): Promise<FeedContext> {
  const needs = compileNeedMap(await readJson(folder, 'needs.json'));
  const nationalCharities = compileNationalCharities(await readJson(folder, 'national-charities.json'));
  return { needs, nationalCharities, today };
}

async function readJson(folder: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, file), 'utf8'));
  } catch (fault) {
    throw new ContentError([`directory/${file}: ${fault instanceof Error ? fault.message : 'cannot be read'}`]);
  }
}
