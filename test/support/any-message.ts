// Messages nobody foresaw: pieces of every language's fixtures cut, joined, repeated and mutated, and what no language has. Seeded.
import { seededNumbers } from '../../src/content/models/train-linear.js';
import { readdirSync } from 'node:fs';
import { readShippedRules } from './red-flags.js';

const texts = readdirSync('locales', { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readShippedRules(name).rules.flatMap(rule => [...rule.match, ...rule.not]));
const odd = [
  '\u0000',
  '\u200f',
  '\ud83d\ude00',
  '\ufdfa',
  'e\u0301',
  '\uffff',
  '\ud800',
  '((((',
  '****',
  '.'.repeat(50),
  'a'.repeat(80),
  'k i l l ',
  '1/1/1',
  '\n\t',
  '<b>',
  '${x}',
  '999',
];

function mutated(text: string, next: () => number): string {
  const characters = Array.from(text);
  for (let edits = Math.floor(next() * 4); edits >= 0; edits -= 1) {
    const at = Math.floor(next() * characters.length);
    const roll = next();
    if (roll < 0.25) characters.splice(at, 1);
    else if (roll < 0.5) characters.splice(at, 0, String.fromCodePoint(32 + Math.floor(next() * 0x3000)));
    else if (roll < 0.75) characters.splice(at, 0, odd[Math.floor(next() * odd.length)] ?? '');
    else characters.splice(at, 1, characters[at + 1] ?? '', characters[at] ?? '');
  }
  return characters.join('');
}

/** A stream of messages of at most 1,000 characters; the same seed gives the same ones. */
export function anyMessages(seed: number): () => string {
  const next = seededNumbers(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  return () => message(next, pick);
}

function message(next: () => number, pick: <T>(list: readonly T[]) => T | undefined): string {
  const roll = next();
  if (roll < 0.6) return mutated(pick(texts) ?? '', next);
  if (roll < 0.8) return [pick(texts), pick(odd), pick(texts)].join(' ').slice(0, 1000);
  return (pick([...odd, pick(texts) ?? '']) ?? '').repeat(1 + Math.floor(next() * 200)).slice(0, 1000);
}
