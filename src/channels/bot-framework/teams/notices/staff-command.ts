// What staff can ask for in Teams, as exact words. Where many read, whoever is staff is answered as staff. In a personal chat staff are patients too: there
// a command begins with "/" or "staff ", which no question of a conversation asks for, and anything else is the conversation's.

/** One command. */
export type StaffCommand =
  { readonly kind: 'notices' | 'notices-off' | 'new' | 'help' } | { readonly kind: 'reference'; readonly reference: string };

const words: ReadonlyMap<string, Exclude<StaffCommand['kind'], 'reference'>> = new Map([
  ['notices', 'notices'],
  ['notices on', 'notices'],
  ['notices off', 'notices-off'],
  ['new', 'new'],
  ['waiting', 'new'],
  ['help', 'help'],
]);

/** The hyphen may be any that a telephone writes. */
const referenceShape = /^([a-z0-9]{4})[-\u2010-\u2013]([a-z0-9]{4})$/u;

/** Whoever writes more says more than a command. */
const longest = 100;

/** What stands behind "/" or "staff ". */
const marked = /^(?:\/ ?|staff )(.+)$/u;

function commandIn(text: string): StaffCommand | undefined {
  const kind = words.get(text);
  if (kind !== undefined) return { kind };
  const [, first, second] = referenceShape.exec(text) ?? [];
  return first === undefined || second === undefined ? undefined : { kind: 'reference', reference: `${first}-${second}`.toUpperCase() };
}

/** Reads what was written. `shared`: several people read this chat. Undefined: no command; where it is shared, that is `help`. */
export function readCommand(text: unknown, shared: boolean): StaffCommand | undefined {
  const said = typeof text === 'string' && text.length <= longest ? text.trim().toLowerCase().replaceAll(/\s+/gu, ' ') : '';
  const behind = marked.exec(said)?.[1];
  if (!shared) return behind === undefined ? undefined : commandIn(behind);
  return commandIn(behind ?? said) ?? { kind: 'help' };
}
