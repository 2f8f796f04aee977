// A folder of JSON files as a source: every file that holds services, in order of their names.
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { FeedRequest, FeedRow, FeedSource } from './feed-source.js';
import { asFileFault, readFile } from './read-file.js';

/** What feeds keep beside their services: read with the services, where those name it. */
const beside = /^(?:taxonom|organi[sz]ation|service_at_location|location|api_details)/iu;

/** The source in one folder. */
export function createFolderSource(folder: string): FeedSource {
  return { name: basename(resolve(folder)), gives: 'whole', rows: request => readFolder(folder, request) };
}

async function* readFolder(folder: string, { notice }: FeedRequest): AsyncGenerator<FeedRow> {
  const files = (await namesIn(folder)).filter(name => /\.(?:json|jsonl|ndjson)$/iu.test(name));
  for (const file of files) {
    if (beside.test(file)) notice({ code: 'file-left-out', detail: file });
    else yield* readFile(join(folder, file));
  }
}

/** Names of the files of a folder, in order. @throws AppError `feed-file` */
export async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (fault) {
    throw asFileFault(fault, folder);
  }
}
