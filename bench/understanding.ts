// Microseconds per reading, ordinary and hostile, and whether doubling hostile text much more than doubles the time. Usage: node dist/bench/understanding.js
import { foldText } from '../src/text/fold-text.js';
import { readAnswer } from '../src/understanding/read-answer.js';
import { readCommand } from '../src/understanding/read-command.js';
import type { FormItem } from '../src/content/forms/form.js';
import { detectLanguage } from '../src/understanding/language/detect-language.js';
import { findNeeds } from '../src/understanding/needs/find-needs.js';
import { realContent } from '../test/support/real-content.js';
import { aChoice, anItem } from '../test/understanding/our-languages.js';

const { languages, models } = realContent();

const choice = aChoice(
  Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => [`need-${String(index)}`, [`Need called ${'abcdefghijklmnopqrstuvwx'.charAt(index)}`]]),
  ),
);
const items: Readonly<Record<string, Partial<FormItem>>> = {
  boolean: { type: 'boolean' },
  choice: { type: 'choice', options: choice.options, repeats: true },
  integer: { type: 'integer' },
  date: { type: 'date' },
  name: { format: 'name' },
  phone: { format: 'phone' },
  email: { format: 'email' },
  postcode: { format: 'postcode' },
  'nhs-number': { format: 'nhs-number' },
  text: { type: 'text' },
};

const ordinary = ['yes', 'I have no money and the boiler is broken', '10 czerwca 1980', '07911 123456', 'نعم من فضلك', '٢٥'];
const hostile = ['1 ', 'a', ' ', '1-', ',', 'and ', 'please ', '@', '+', '0', 'e\u0301\u0323', '٣', 'my name is ', 'ﷺ', '1/1/', 'no '];

function microseconds(run: () => void): number {
  run();
  const rounds = 20;
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) run();
  return ((performance.now() - start) * 1000) / rounds;
}

function read(item: Partial<FormItem>, text: string): void {
  readAnswer({ item: anItem(item), text, lang: 'en-GB', languages, optionLabels: choice.labelsOf, today: '2026-11-22' });
}

const jobs: Readonly<Record<string, (text: string) => void>> = {
  fold: text => void foldText(text),
  command: text => void readCommand(text, 'pl', languages),
  language: text => void detectLanguage(text, models?.languages),
  needs: text => void findNeeds(text, languages, models?.needs),
  ...Object.fromEntries(
    Object.entries(items).map(([name, item]) => [
      name,
      (text: string) => {
        read(item, text);
      },
    ]),
  ),
};

for (const [name, job] of Object.entries(jobs)) {
  const usual = ordinary.map(text =>
    microseconds(() => {
      job(text);
    }),
  );
  const worst = hostile.map(unit => {
    const [half, whole] = [500, 1000].map(length =>
      microseconds(() => {
        job(unit.repeat(length).slice(0, length));
      }),
    );
    return { unit, whole: whole ?? 0, ratio: (whole ?? 0) / (half ?? 1) };
  });
  const slowest = worst.toSorted((a, b) => b.whole - a.whole)[0];
  const line = {
    reader: name,
    ordinary: Math.round(Math.max(...usual)),
    hostile: Math.round(slowest?.whole ?? 0),
    unit: slowest?.unit,
    ratio: slowest?.ratio.toFixed(1),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
