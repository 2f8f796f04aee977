// How well every language is understood, on the held-back sentences: one line a language, then every failing line.
// Usage: node dist/bench/quality.js [dev]
import { realContent } from '../test/support/real-content.js';
import { isMeasured } from '../test/understanding/held-back-file.js';
import { measure, type Share, together } from '../test/understanding/measure.js';

const content = realContent();
const part = process.argv[2] === 'dev' ? 'dev' : 'needs';
const measured = [...content.languages.keys()].filter(isMeasured).map(tag => measure(tag, content, part));

function show({ right, of }: Share): string {
  return of === 0 ? '-' : `${String(right)}/${String(of)} ${((100 * right) / of).toFixed(0)}%`;
}

const columns = ['language', 'romanised', 'needs', 'several', 'irrelevant', 'closed'] as const;
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

process.stdout.write(row(['', ...columns, 'wrong']));
process.stdout.write(row(Array.from({ length: columns.length + 2 }, () => '---')));
for (const one of measured) process.stdout.write(row([one.tag, ...columns.map(column => show(one[column])), String(one.wrong)]));
const sums = columns.map(column => show(together(measured.map(one => one[column]))));
process.stdout.write(row(['all', ...sums, String(measured.reduce((sum, { wrong }) => sum + wrong, 0))]));
process.stdout.write(`\ntaken for another language: ${measured.flatMap(({ confused }) => confused).join(' ') || 'none'}\n\n`);
for (const { failing } of measured) for (const line of failing) process.stdout.write(`${line}\n`);
