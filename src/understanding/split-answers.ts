// Several answers in one message: "food, housing and money", "1 3", one a line. Kept with what stood between, because a label may hold a comma.
import type { Listen } from '../content/content.js';
import { foldText } from '../text/fold-text.js';

/** Pieces and what stood between them, in turn: piece, separator, piece, … */
export type Pieces = readonly string[];

const mostPieces = 79;

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

interface Separator {
  readonly listens: readonly Listen[];
  readonly pattern: RegExp;
}

const known = new WeakMap<Listen, Separator>();

/** What stands between answers in these languages; made once. */
function separatorOf(listens: readonly Listen[]): RegExp {
  const [own] = listens;
  const kept = own && known.get(own);
  if (kept?.listens.length === listens.length && kept.listens.every((listen, at) => listen === listens[at])) return kept.pattern;
  const pattern = separator(listens);
  if (own) known.set(own, { listens, pattern });
  return pattern;
}

/** Commas, semicolons, slashes, lines; "and" words between spaces; the Arabic و that is written onto the next word. */
function separator(listens: readonly Listen[]): RegExp {
  const words = listens.flatMap(listen => listen.and ?? []);
  const glued = words.includes('و') ? String.raw`| و(?=\p{L}{3})` : '';
  // Chinese is written without spaces; a label that holds such a word is put together again by who reads the pieces.
  const han = words.filter(word => /^\p{Script=Han}+$/u.test(word));
  const unspaced = han.length === 0 ? '' : `|(?:${han.join('|')})`;
  const and = `(?:${words.map(escaped).join('|')})`;
  const [after, between] = words.length === 0 ? ['', ''] : [`(?:${and} )?`, `| ${and} `];
  return new RegExp(String.raw`( ?[,;/|•]+ ?${after}${between}${glued}${unspaced})`, 'u');
}

/** The pieces of a text with the separators between them; undefined when there are more than anyone would mean. */
export function splitAnswers(text: string, listens: readonly Listen[]): Pieces | undefined {
  const folded = foldText(text.replace(/[\r\n]+/g, ';')).replace(/^[;,\s]+|[;,.\s]+$/g, '');
  const pieces = /^\d{1,2}( \d{1,2})+$/.test(folded) ? folded.split(/( )/) : folded.split(separatorOf(listens));
  return pieces.length > mostPieces ? undefined : pieces;
}

/** Pieces `from` to `to` (indexes of pieces, the last included) as they stood in the text. */
export function rejoin(pieces: Pieces, from: number, to: number): string {
  return pieces.slice(from * 2, to * 2 + 1).join('');
}
