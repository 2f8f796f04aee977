// Prints how many branches of each room the tests take, beside the floor it must keep; fails when one is below.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Rooms where a branch not taken may mean a patient not heard. */
const strict = new Map([
  ['conversation', 99.5],
  ['questionnaire', 99.5],
  ['safety', 97],
]);
const usual = 90;

/** A file of types alone has nothing to run; the report counts it as one branch, never taken. */
function isTypesAlone(file) {
  const compiled = readFileSync(join('dist', file.replace(/\.ts$/u, '.js')), 'utf8');
  return /^(?:\/\/.*\n)*export \{\};\s/u.test(compiled);
}

const summary = JSON.parse(readFileSync('coverage/coverage-summary.json', 'utf8'));
const rooms = new Map();
for (const [file, { branches }] of Object.entries(summary)) {
  const [top, room, ...rest] = relative(process.cwd(), file).split(/[\\/]/u);
  if (top !== 'src' || room === undefined || isTypesAlone(relative(process.cwd(), file))) continue;
  const name = rest.length === 0 ? '(top)' : room;
  const sum = rooms.get(name) ?? { covered: 0, total: 0 };
  rooms.set(name, { covered: sum.covered + branches.covered, total: sum.total + branches.total });
}

const below = [];
for (const [room, { covered, total }] of [...rooms].sort()) {
  const floor = strict.get(room) ?? usual;
  const percent = total === 0 ? 100 : (100 * covered) / total;
  console.log(`${room.padEnd(16)} ${percent.toFixed(1).padStart(5)}% of branches (floor ${floor}%)`);
  if (percent < floor) below.push(room);
}
if (below.length > 0) {
  console.error(`Below their floor: ${below.join(', ')}`);
  process.exit(1);
}
