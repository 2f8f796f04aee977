// `check`, for directory/: the lists that managers edit can be read, and the sample is accepted without a refused row.
import type { FeedRow } from '../directory-import/feed-source.js';
import { loadFeedContext } from '../directory-import/feed-context.js';
import { sampleFolder } from '../directory-import/import-feed.js';
import { readShippedCodes } from '../directory-import/keep-directory.js';
import { createFolderSource } from '../directory-import/read-folder.js';
import { readService } from '../directory/read/read-service.js';
import type { FeedContext } from '../directory/read/read-result.js';
import { AppError, ContentError } from '../errors.js';

/** What is wrong, by file and place; how many sample services there are. */
export interface CheckedDirectory {
  readonly problems: readonly string[];
  readonly services: number;
}

/** Checks `folder` (directory/). `today`: ISO date. */
export async function checkDirectory(folder: string, today: string): Promise<CheckedDirectory> {
  const problems: string[] = [];
  const telling = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      return await work;
    } catch (fault) {
      if (fault instanceof ContentError) problems.push(...fault.problems);
      else if (fault instanceof AppError) problems.push(`directory/sample: ${fault.message}`);
      else throw fault;
      return undefined;
    }
  };
  const context = await telling(loadFeedContext(folder, today));
  await telling(readShippedCodes(folder));
  const services = context && (await telling(readSample(folder, context, problems)));
  if (services === 0 && problems.length === 0) problems.push('directory/sample: holds no service');
  return { problems, services: services ?? 0 };
}

async function readSample(folder: string, context: FeedContext, problems: string[]): Promise<number> {
  let services = 0;
  const rows: AsyncIterable<FeedRow> = createFolderSource(sampleFolder(folder)).rows({ notice: () => undefined });
  for await (const { row, issues = [] } of rows) {
    const result = readService(row, context);
    const refused = [...issues, ...result.issues].filter(({ severity }) => severity === 'refused');
    if (result.kind === 'accepted') services += 1;
    else problems.push(`directory/sample: service '${result.id ?? '?'}' is refused: ${refused.map(({ code }) => code).join(', ')}`);
  }
  return services;
}
