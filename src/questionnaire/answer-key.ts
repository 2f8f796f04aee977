// The key of an answer: which item, in which repetition. In the first repetition it is the linkId itself, so that a form without
// repetitions is keyed by its linkIds; `linkId@1.0` is the second repetition of the outer and the first of the inner one, and a `+`
// after it is the question whether there is another. Opaque to clients.

/** What a key names: the item, the place in each repetition it stands in (outermost first), and whether it asks for another one. */
export interface NamedByKey {
  readonly linkId: string;
  readonly path: readonly number[];
  readonly more: boolean;
}

/** linkIds that read like a key with a suffix always get one, so that no two keys are ever the same. */
const ambiguous = /(?:@\d+(?:\.\d+)*|\+)$/u;

/** The innermost place of a path: which repetition, counted from 0, of the last thing that repeats round it; 0 where nothing does. */
export function lastPlace(path: readonly number[]): number {
  return path.at(-1) ?? 0;
}

/** The key of an item at a path of repetitions. */
export function keyOf(linkId: string, path: readonly number[]): string {
  if (path.every(place => place === 0) && !ambiguous.test(linkId)) return linkId;
  return `${linkId}@${path.length === 0 ? '0' : path.join('.')}`;
}

/** The key of "another one?", asked after the repetition this key names. */
export function moreKeyOf(key: string): string {
  return `${key}+`;
}

/** Reads a key back. A path of zeros may come back shorter than it was. */
export function readKey(key: string): NamedByKey {
  const last = key.endsWith('+') ? key.slice(0, -1) : key;
  const at = /@(\d+(?:\.\d+)*)$/u.exec(last);
  const linkId = at === null ? last : last.slice(0, at.index);
  return { linkId, path: at?.[1]?.split('.').map(Number) ?? [], more: last !== key };
}
