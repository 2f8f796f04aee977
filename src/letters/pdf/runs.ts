// A text as runs: stretches of one direction and one script, each drawn by one font. Directions are those of the Unicode Bidirectional Algorithm
// (https://www.unicode.org/reports/tr9/).
import bidiFactory from 'bidi-js';
import type { Bidi } from 'bidi-js';
import { draws, scriptOf } from './fonts.js';
import type { Script } from './fonts.js';
import { rightToLeft } from './shape.js';

// Safe: the package is CommonJS and exports the factory itself; its types say otherwise.
const bidi = (bidiFactory as unknown as () => Bidi)();

/** From `start` to `end` (not included) of the text. `level`: odd runs right to left. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly script: Script;
}

/** Stands for a character that no font here can draw. */
const unknown = '\ufffd';

/** Marks that no font needs. A non-joiner stays: Farsi is written with it. */
const marks = /\u200d|[\u2060-\u2064\ufeff]|\ufe0e|\ufe0f/gu;

/** Marks of direction: they count for the order of the rest, and are not drawn. */
const directions = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** What looks like a telephone number, which is read left to right as a whole. */
const numbers = /(?<![\p{L}\d\u2066])\+?\d[\d ]{5,}\d(?![\p{L}\d])/gu;

/** Control characters and line ends as spaces. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;

/** Text as it can be drawn: composed, on one line, without what no font has. */
export function drawable(text: string): string {
  const plain = text.normalize('NFC').replace(marks, '').replace(controls, ' ').replace(numbers, '\u2066$&\u2069');
  return Array.from(plain, character => (canDraw(character) ? character : unknown))
    .join('')
    .replace(/\ufffd+/gu, unknown);
}

function canDraw(character: string): boolean {
  if (directions.test(character)) return true;
  return draws(scriptOf(character) ?? 'latin', character) || draws('arabic', character) || draws('han', character);
}

/** The script of each place in the text: characters of no script go with what stands before them, if its font has them. */
function scriptsOf(text: string): readonly Script[] {
  const characters = Array.from(text);
  const first = characters.map(scriptOf).find(script => script !== undefined) ?? 'latin';
  let current: Script = first;
  return characters.flatMap(character => {
    const own = scriptOf(character);
    current = own ?? (draws(current, character) ? current : fallback(character));
    return Array.from({ length: character.length }, () => current);
  });
}

function fallback(character: string): Script {
  const order: readonly Script[] = ['latin', 'arabic', 'han'];
  return order.find(script => draws(script, character)) ?? 'latin';
}

/** The runs of a text, in the order it is written. */
export function runsOf(text: string, direction: 'ltr' | 'rtl'): readonly Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction);
  const scripts = scriptsOf(text);
  const runs: Run[] = [];
  scripts.forEach((script, at) => {
    if (directions.test(text.charAt(at))) return;
    const level = levels[at] ?? 0;
    const last = runs.at(-1);
    if (last?.end === at && last.level === level && last.script === script) runs[runs.length - 1] = { ...last, end: at + 1 };
    else runs.push({ start: at, end: at + 1, level, script });
  });
  return runs;
}

/** The parts of runs that lie on one line, in the order they are seen from the left (rule L2). */
export function seenOrder(runs: readonly Run[], start: number, end: number): readonly Run[] {
  const here = runs
    .filter(run => run.start < end && run.end > start)
    .map(run => ({ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }));
  const highest = Math.max(0, ...here.map(({ level }) => level));
  let seen: readonly Run[] = here;
  for (let level = highest; level > 0; level -= 1) seen = reverseFrom(seen, level);
  return seen;
}

/** Every stretch of runs of this level or higher, turned round. */
function reverseFrom(runs: readonly Run[], level: number): readonly Run[] {
  const done: Run[] = [];
  let stretch: Run[] = [];
  for (const run of runs) {
    if (run.level >= level) stretch.push(run);
    else {
      done.push(...stretch.reverse(), run);
      stretch = [];
    }
  }
  return [...done, ...stretch.reverse()];
}

/** A run's characters as its font is given them. Brackets are turned round by the font where it runs right to left. */
export function lettersOf(text: string, { start, end, level }: Run): string {
  const letters = text.slice(start, end);
  return level % 2 === 0 ? letters : rightToLeft + letters;
}
