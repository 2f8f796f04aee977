// Long work in pieces: it stops every so often, and whoever runs it says what happens in between (the server lets others have their turn).

/** Work that stops every so often and gives its result in the end. */
export type Steps<T> = Generator<undefined, T>;

/** So many small things are done between two stops. */
const pieceLength = 4_000;

/** Does all of it at once. */
export function doAll<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** Calls back with 0 up to `length`, in pieces: smaller ones where the work is not so small. */
export function* eachInSteps(length: number, work: (at: number) => void, piece = pieceLength): Steps<void> {
  for (let at = 0; at < length;) {
    for (const end = Math.min(length, at + piece); at < end; at += 1) work(at);
    yield;
  }
}

/** Sorts as `toSorted` does: pieces first, then ever longer stretches merged. */
export function* sortInSteps<T>(values: readonly T[], compare: (a: T, b: T) => number): Steps<readonly T[]> {
  let sorted: T[] = [];
  for (let at = 0; at < values.length; at += pieceLength) {
    for (const value of values.slice(at, at + pieceLength).sort(compare)) sorted.push(value);
    yield;
  }
  for (let width = pieceLength; width < values.length; width *= 2) {
    const merged: T[] = [];
    for (let start = 0; start < sorted.length; start += 2 * width) yield* merge(sorted, start, width, compare, merged);
    sorted = merged;
  }
  return sorted;
}

/** Two neighbouring stretches into one; on equal ones the first comes first. */
function* merge<T>(from: readonly T[], start: number, width: number, compare: (a: T, b: T) => number, into: T[]): Steps<void> {
  const [middle, end] = [Math.min(start + width, from.length), Math.min(start + 2 * width, from.length)];
  let [left, right] = [start, middle];
  for (let moved = 1; left < middle || right < end; moved += 1) {
    // safe: both are asked for only where they are within their stretches
    const takesLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
    into.push((takesLeft ? from[left] : from[right]) as T);
    if (takesLeft) left += 1;
    else right += 1;
    if (moved % pieceLength === 0) yield;
  }
}
