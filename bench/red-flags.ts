// The red-flag evaluation report: recall and false alarms for each language and kind, and every line that was missed or raised a false alarm.
// Usage: node dist/bench/red-flags.js [measure|fitting] [--lines] > docs/safety/red-flag-evaluation.md
import { redFlagKinds } from '../src/content/content.js';
import { realContent } from '../test/support/real-content.js';
import { parts } from '../test/safety/held-back-lines.js';
import { figuresOf, judgeLines } from '../test/safety/measure-red-flags.js';
import type { Judged, Share } from '../test/safety/measure-red-flags.js';

const words = process.argv.slice(2);
const part = parts.find(each => words.includes(each)) ?? 'measure';
const { languages, redFlags } = realContent();
const judged = judgeLines([...languages.keys()], part, redFlags);

function show({ some, of }: Share): string {
  return of === 0 ? '-' : `${String(some)}/${String(of)} ${((100 * some) / of).toFixed(0)}%`;
}

function row(name: string, lines: readonly Judged[]): string {
  const { explicit, indirect, careful, benignAct, benignAsk } = figuresOf(lines);
  return `| ${[name, ...[explicit, indirect, careful, benignAct, benignAsk].map(show)].join(' | ')} |\n`;
}

const head = `| | said | meant | careful, acted upon | harmless, acted upon | harmless, asked |\n|---|---|---|---|---|---|\n`;

function isWrong({ label, tier }: Judged): boolean {
  if (label === 'benign') return tier !== undefined;
  return label === 'careful' ? tier === 'act' : tier === undefined;
}

process.stdout.write(`# Red-flag evaluation

Made by \`node dist/bench/red-flags.js\` (after \`npm run -s test:prepare\`) on the held-back lines of \`test/safety/held-back\`, part \`${part}\`: written for each language by hands that had
seen no rule. *Said*: the danger is said; found by any tier. *Meant*: it is meant and not named. *Careful*: denied, long past or supposed; asking is right, acting is not. *Harmless*: tricky lines without any danger.
${String(redFlags.rules.length)} rules of ${String(languages.size)} languages, and the booster${redFlags.oblique ? '' : ' (missing)'}. No native speaker and no clinician has reviewed rules or lines.

## By language

`);
type Rows = readonly (readonly [name: string, is: (line: Judged) => boolean])[];

function table(rows: Rows): string {
  return head + rows.map(([name, is]) => row(name, judged.filter(is))).join('');
}

const isEnglish = ({ lang }: Judged): boolean => lang === 'en-GB';
const byKind = (among: (line: Judged) => boolean): Rows => redFlagKinds.map(kind => [kind, line => line.kind === kind && among(line)]);
process.stdout.write(
  table([
    ...[...languages.keys()].map((tag): Rows[number] => [tag, ({ lang }) => lang === tag]),
    ['all', () => true],
    ['all but English', line => !isEnglish(line)],
  ]),
);
process.stdout.write(`\n## By kind\n\n${table(byKind(() => true))}`);
process.stdout.write(`\n## English, by kind\n\n${table(byKind(isEnglish))}`);
if (words.includes('--lines')) {
  process.stdout.write('\n## Every line that went wrong\n\n');
  for (const line of judged.filter(isWrong)) {
    process.stdout.write(
      `- ${line.lang} ${line.kind} ${line.label}: ${line.text}${line.rules.length > 0 ? ` (${line.rules.join(', ')})` : ''}\n`,
    );
  }
}
