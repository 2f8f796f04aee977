// A postcode within what was typed at the desk: taken out of the text, and looked up. The first half alone will do ("walking group e8").
import type { FoundPlace, Places } from '../places/places.js';
import { readPostcode } from '../places/read-postcode.js';

/** A postcode that was typed. */
export interface DeskPlace {
  /** As it is written: `E1 6AN`, or `E8`. */
  readonly postcode: string;
  /** Absent: it has the form of a postcode and nobody here knows where it is. */
  readonly found?: FoundPlace;
}

/** What was typed, apart. */
export interface PlacedText {
  /** Without the postcode. */
  readonly rest: string;
  readonly place?: DeskPlace;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Two words before one; the last in the text first, since places are said last. */
function spansOf(count: number): readonly Span[] {
  const ends = Array.from({ length: count }, (_, at) => count - at);
  return [...ends.map(to => ({ from: to - 2, to })), ...ends.map(to => ({ from: to - 1, to }))].filter(({ from }) => from >= 0);
}

/** Two words are one postcode where the first of them ends its first half: "group e8" is none, "E1 6" is one begun. */
function readSpan(words: readonly string[], { from, to }: Span, places: Places): DeskPlace | undefined {
  const typed = words.slice(from, to).join(' ');
  const read = readPostcode(typed);
  if (read === undefined) return undefined;
  const { outward, inward } = read;
  const found = places.find(typed);
  // Half a postcode that nobody knows is more likely a word of its own, as a level or a bus
  if (found === undefined && inward === undefined) return undefined;
  return { postcode: inward === undefined ? outward : `${outward} ${inward}`, ...(found !== undefined && { found }) };
}

/** Takes the postcode out. Undefined `place`: none was typed. */
export function placeInText(text: string, places: Places): PlacedText {
  const words = text.split(/\s+/u).filter(word => word !== '');
  for (const span of spansOf(words.length)) {
    const place = readSpan(words, span, places);
    if (place !== undefined) return { rest: words.filter((_, at) => at < span.from || at >= span.to).join(' '), place };
  }
  return { rest: words.join(' ') };
}
