// `directory unmet`: a table of needs for which nothing was near, by area and need. Few of one kind could point at a person, so they are not told apart.
import type { UnmetCount, UnmetNeedStore } from '../storage/ports.js';
import type { CommandResult } from './questionnaire-commands.js';

/** Months as they were typed; what is left out is the year up to now. */
export interface TypedMonths {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Fewer than this are not told apart. */
const FEW = 5;

const isMonth = (typed: string): boolean => /^20\d{2}-(?:0[1-9]|1[0-2])$/u.test(typed);

function yearBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year - 1, number, 1)).toISOString().slice(0, 7);
}

/** Reads and shows them. `today`: ISO date. */
export async function unmetCommand(store: UnmetNeedStore, months: TypedMonths, today: string): Promise<CommandResult> {
  const to = months.to ?? today.slice(0, 7);
  const from = months.from ?? yearBefore(to);
  if (!isMonth(from) || !isMonth(to) || from > to)
    return { output: '--from and --to are months such as 2026-01, in this order', exitCode: 1 };
  const counts = addUp(await store.list({ from, to }));
  const span = `from ${from} to ${to}`;
  if (counts.length === 0) return { output: `No unmet needs were counted ${span}.`, exitCode: 0 };
  const rows = counts.map(({ area, need, count }) => [
    area === '' ? 'area not known' : area,
    need,
    count < FEW ? 'fewer than 5' : String(count),
  ]);
  return {
    output: [`Needs for which nothing was near, ${span}`, ...toTable([['area', 'need', 'times'], ...rows])].join('\n'),
    exitCode: 0,
  };
}

/** All months together, by area and need. */
function addUp(counts: readonly UnmetCount[]): readonly Omit<UnmetCount, 'month'>[] {
  const sums = new Map<string, Omit<UnmetCount, 'month'>>();
  for (const { area, need, count } of counts) {
    const key = JSON.stringify([area, need]);
    sums.set(key, { area, need, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}

function toTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
}
