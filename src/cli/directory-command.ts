// `directory import|versions|rollback|unmet`: the service directory in the store, whichever store it is, with or without a server running.
import { writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { ImportOutcome } from '../directory-import/import-directory.js';
import { importFeed } from '../directory-import/import-feed.js';
import { openSource } from '../directory-import/open-source.js';
import type { DirectoryStore, Store } from '../storage/ports.js';
import { sayOutcome, sayVersion } from './say-import.js';
import { unmetCommand } from './say-unmet.js';
import type { TypedMonths } from './say-unmet.js';
import type { CommandResult } from './questionnaire-commands.js';

/** What the command is given. */
export interface DirectoryCommandParts {
  readonly openStore: () => Promise<Store>;
  /** directory/, with needs.json. */
  readonly folder: string;
  readonly changedOnly: boolean;
  readonly acceptSmaller: boolean;
  /** Where the whole report is written as JSON. */
  readonly reportFile: string | undefined;
  /** Of `unmet`. */
  readonly months?: TypedMonths;
  /** ISO time now. */
  readonly clock: () => string;
  /** Progress, line by line. */
  readonly tell: (line: string) => void;
}

/** Runs one of its verbs; undefined where there is none of this name. */
export async function directoryCommand(
  verb: string | undefined,
  argument: string | undefined,
  parts: DirectoryCommandParts,
): Promise<CommandResult | undefined> {
  const act = actionOf(verb, argument, parts);
  if (act === undefined) return undefined;
  const store = await parts.openStore();
  try {
    return await act(store);
  } finally {
    await store.close();
  }
}

type Action = (store: Store) => Promise<CommandResult>;

function actionOf(verb: string | undefined, argument: string | undefined, parts: DirectoryCommandParts): Action | undefined {
  if (verb === 'import' && argument !== undefined) return ({ directory }) => importFrom(argument, directory, parts);
  if (verb === 'versions') return ({ directory }) => listVersions(directory);
  if (verb === 'unmet') return ({ unmet }) => unmetCommand(unmet, parts.months ?? {}, parts.clock());
  return verb === 'rollback' ? ({ directory }) => rollBack(directory, argument) : undefined;
}

async function importFrom(place: string, store: DirectoryStore, parts: DirectoryCommandParts): Promise<CommandResult> {
  const { folder, changedOnly, acceptSmaller, reportFile, clock, tell } = parts;
  const source = await openSource(place, { wait: setTimeout });
  const outcome = await importFeed({
    ...{ place, folder, source, store, changedOnly, acceptSmaller, at: clock() },
    progress: ({ rows, accepted, refused }) => {
      tell(
        `${rows.toLocaleString('en-GB')} rows: ${accepted.toLocaleString('en-GB')} accepted, ${refused.toLocaleString('en-GB')} refused`,
      );
    },
  });
  if (reportFile !== undefined) await writeFile(reportFile, `${JSON.stringify(asReport(outcome), null, 2)}\n`);
  const isFine = outcome.kind === 'published' || outcome.why === 'unchanged';
  return { output: sayOutcome(outcome, source.name), exitCode: isFine ? 0 : 1 };
}

function asReport(outcome: ImportOutcome): unknown {
  if (outcome.kind === 'published') return { outcome: 'published', version: outcome.version, ...outcome.report };
  const { why, fault, before, report } = outcome;
  return { outcome: 'kept', why, ...(fault && { fault: { code: fault.code, message: fault.message } }), inForce: before, ...report };
}

async function listVersions(store: DirectoryStore): Promise<CommandResult> {
  const [current, versions] = [await store.current(), await store.versions()];
  if (versions.length === 0) return { output: 'No directory was imported yet.', exitCode: 0 };
  const lines = versions.map(version => `${version.id === current?.id ? '*' : ' '} ${sayVersion(version)}`);
  return { output: [...lines, '* is in force'].join('\n'), exitCode: 0 };
}

async function rollBack(store: DirectoryStore, wanted: string | undefined): Promise<CommandResult> {
  const [current, versions] = [await store.current(), await store.versions()];
  const before = versions[versions.findIndex(({ id }) => id === current?.id) + 1];
  const id = wanted ?? before?.id;
  if (id === undefined) return { output: 'There is no version before the one in force. Nothing was changed.', exitCode: 1 };
  if (!(await store.use(id)))
    return { output: `There is no version ${id}. Nothing was changed; \`directory versions\` lists them.`, exitCode: 1 };
  return { output: `Version ${id} is in force. A server that is running takes it up within half a minute.`, exitCode: 0 };
}
