// A 32-bit hash of a piece of text (FNV-1a over UTF-16 units): the same on every machine, in one pass, without making a string.

const offset = 0x811c9dc5;
const prime = 0x01000193;

/** What a hash begins with; another salt gives another family of hashes. */
export function startHash(salt: number): number {
  return Math.imul(offset ^ salt, prime);
}

/** The hash with one more UTF-16 unit. */
export function addToHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, prime);
}

/** The hash with every unit of the text. */
export function hashText(text: string, hash: number): number {
  let grown = hash;
  for (let at = 0; at < text.length; at += 1) grown = addToHash(grown, text.charCodeAt(at));
  return grown;
}

/** A hash stirred once more, so that its low bits depend on all of it: 0 to 2^32 - 1. */
export function finishHash(hash: number): number {
  let stirred = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  stirred = Math.imul(stirred ^ (stirred >>> 13), 0xc2b2ae35);
  return (stirred ^ (stirred >>> 16)) >>> 0;
}
