// A paragraph as lines that fit a width: broken where Unicode allows it (https://www.unicode.org/reports/tr14/), a word that is wider than the line
// anywhere.
import LineBreaker from 'linebreak';
import { fontOf } from './fonts.js';
import type { Weight } from './fonts.js';
import { drawable, lettersOf, runsOf, seenOrder } from './runs.js';
import type { Run } from './runs.js';

/** A run as it is drawn. `width` in points. */
export interface Piece {
  readonly run: Run;
  /** What the font is given. */
  readonly letters: string;
  /** What was written. */
  readonly written: string;
  readonly width: number;
}

/** Pieces from the left. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** How a paragraph is set. `size` and `width` in points. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  readonly width: number;
  readonly direction: 'ltr' | 'rtl';
}

/** Features every run is shaped with: naming one has the whole run shaped at once, not word by word. */
export const features: PDFKit.Mixins.OpenTypeFeatures[] = ['kern'];

function widthOf(letters: string, { script }: Run, { size, weight }: Setting): number {
  const font = fontOf(script, weight);
  return (font.layout(letters, features).advanceWidth / font.unitsPerEm) * size;
}

function piecesOf(text: string, runs: readonly Run[], start: number, end: number, setting: Setting): readonly Piece[] {
  return seenOrder(runs, start, end).map(run => {
    const letters = lettersOf(text, run);
    return { run, letters, written: text.slice(run.start, run.end), width: widthOf(letters, run, setting) };
  });
}

function lineOf(text: string, runs: readonly Run[], start: number, end: number, setting: Setting): Line {
  const seen = text.slice(start, end).trimEnd().length + start;
  const pieces = piecesOf(text, runs, start, seen, setting);
  return { pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) };
}

/** Places where a line may end. */
function breaksOf(text: string): readonly number[] {
  const breaker = new LineBreaker(text);
  const places: number[] = [];
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) places.push(found.position);
  return places;
}

/** The last place up to which what begins at `start` fits: a place to break if there is one, else a character. */
function endOf(start: number, breaks: readonly number[], length: number, fits: (end: number) => boolean): number {
  const later = breaks.filter(place => place > start);
  const fitting = lastFitting(later, fits);
  if (fitting !== undefined) return fitting;
  const characters = Array.from({ length: (later[0] ?? length) - start }, (_, at) => start + at + 1);
  return lastFitting(characters, fits) ?? start + 1;
}

/** The last of these that fits: the wider, the later. */
function lastFitting(places: readonly number[], fits: (end: number) => boolean): number | undefined {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(places[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return places[low - 1];
}

/** The lines of a paragraph. */
export function linesOf(words: string, setting: Setting): readonly Line[] {
  const text = drawable(words).trim();
  const runs = runsOf(text, setting.direction);
  const breaks = breaksOf(text);
  const fits = (start: number) => (end: number) => lineOf(text, runs, start, end, setting).width <= setting.width;
  const lines: Line[] = [];
  for (let start = 0; start < text.length;) {
    const end = endOf(start, breaks, text.length, fits(start));
    lines.push(lineOf(text, runs, start, end, setting));
    start = end;
  }
  return lines;
}
