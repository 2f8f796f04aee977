// Which kind of source a person means: an address, a file, or a folder of JSON or of tables.
import { stat } from 'node:fs/promises';
import { AppError } from '../errors.js';
import type { FeedSource } from './feed-source.js';
import type { FetchParts } from './fetch-json.js';
import { createApiSource } from './read-api.js';
import { createTablesSource, isTable } from './read-csv-tables.js';
import { asFileFault, createFileSource } from './read-file.js';
import { createFolderSource, namesIn } from './read-folder.js';

/** Opens what `place` names. @throws AppError `feed-address`, `feed-file` */
export async function openSource(place: string, parts: FetchParts): Promise<FeedSource> {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(place)) return createApiSource(place, parts);
  if (!(await isFolder(place))) return isTable(place) ? createTablesSource(place) : createFileSource(place);
  const names = await namesIn(place);
  if (names.some(isTable)) return createTablesSource(place);
  if (names.some(name => /\.(?:json|jsonl|ndjson)$/iu.test(name))) return createFolderSource(place);
  throw new AppError('feed-file', `${place} holds no .json, .jsonl, .ndjson or .csv file`);
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch (fault) {
    throw asFileFault(fault, place);
  }
}
