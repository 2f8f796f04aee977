// What a form of all questions carries for each of them, hidden: which question it is, how it was drawn, what stood there. So the answer of an
// untouched field is never sent, and one given somewhere else meanwhile is never overwritten unseen.
import { controls } from './control-of.js';
import type { Control } from './control-of.js';

/** How a question stood on the page. */
export interface WholeFormMark {
  readonly key: string;
  /** `private`: at a desk, in place of a question nobody should read aloud. */
  readonly kind: Control | 'private';
  /** Which section it stands in, counted from 0. */
  readonly section: number;
  readonly required: boolean;
  readonly settled: boolean;
  readonly skipped: boolean;
  /** It is passed over only on purpose. */
  readonly gate: boolean;
  /** What was understood waits for a yes. */
  readonly confirm: boolean;
  /** Digest of what stood in its fields (filled-in.ts). */
  readonly shown: string;
  /** Stamp of the answer that was there, '' while there was none. */
  readonly was: string;
}

const letters = { required: 'r', settled: 's', skipped: 'k', gate: 'g', confirm: 'c' } as const;
const flags = ['required', 'settled', 'skipped', 'gate', 'confirm'] as const;

/** As one line of text; the key comes last, as it may hold anything. */
export function writeMark(mark: WholeFormMark): string {
  const set = flags.map(flag => (mark[flag] ? letters[flag] : '')).join('');
  return [mark.kind, String(mark.section), `-${set}`, mark.shown, `-${mark.was}`, mark.key].join(' ');
}

/** Reads it back; undefined where it is none of ours. */
export function readMark(text: string): WholeFormMark | undefined {
  const [, kind, section, set = '', shown = '', was = '', key = ''] = /^(\S+) (\d+) -(\S*) (\S+) -(\S*) ([\s\S]+)$/u.exec(text) ?? [];
  const control = kind === 'private' ? kind : controls.find(one => one === kind);
  if (control === undefined) return undefined;
  const has = (flag: (typeof flags)[number]): boolean => set.includes(letters[flag]);
  const how = { required: has('required'), settled: has('settled'), skipped: has('skipped'), gate: has('gate'), confirm: has('confirm') };
  return { key, kind: control, section: Number(section), ...how, shown, was };
}
