// `places import FILE`: the ONS Postcode Directory into the data folder, so that a postcode is found on this machine and sent nowhere.
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PostcodeReport } from '../directory/places/postcode-rows.js';
import { placesFile } from '../directory/places/table-format.js';
import { importPostcodes } from '../directory-import/import-postcodes.js';
import type { CommandResult } from './questionnaire-commands.js';

const number = (value: number): string => value.toLocaleString('en-GB');

function sayReport({ rows, taken, ended, unlocated, refused }: PostcodeReport): readonly string[] {
  return [
    `${number(rows)} rows read`,
    `${number(taken)} taken, of which ${number(ended)} are no longer in use`,
    `${number(unlocated)} without a position, left out`,
    `${number(Object.values(refused).reduce((sum, { count }) => sum + count, 0))} refused`,
    ...Object.entries(refused).map(
      ([why, { count, lines }]) => `  ${number(count)} ${why}: line ${lines.join(', ')}${count > lines.length ? ' ...' : ''}`,
    ),
  ];
}

/** The file is either the old one or the whole new one, even if the machine stops in between. */
async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const unfinished = `${file}.${String(process.pid)}.new`;
  try {
    const handle = await open(unfinished, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Imports a file, and says what became of its rows. Exit 1, and the table before stays, if nothing in it can be used. `tell`: progress. */
export async function placesCommand(file: string, dataFolder: string, tell: (line: string) => void): Promise<CommandResult> {
  const imported = await importPostcodes(file, (rows, share) => {
    tell(`${number(rows)} rows, ${String(Math.floor(share * 100))}%`);
  });
  const said = imported.report.rows > 0 ? sayReport(imported.report) : [];
  if (imported.kind === 'failed') return { output: [...said, imported.why, 'Nothing was changed.'].join('\n'), exitCode: 1 };
  await mkdir(dataFolder, { recursive: true });
  const target = join(dataFolder, placesFile);
  await replaceFile(target, imported.table);
  return { output: [...said, `${target}: ${(imported.table.length / 1e6).toFixed(1)} MB`].join('\n'), exitCode: 0 };
}
