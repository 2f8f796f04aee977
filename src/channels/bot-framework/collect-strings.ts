// Every string in something a client sent, wherever it is nested: red flags are looked for in all of them. Bounded, whatever is sent.

/** Most strings one message may hold; more is no answer to anything that is asked. */
export const mostStrings = 400;

/** Members that name a question or a command: what the product itself wrote, where it has no space in it. */
const names: ReadonlySet<string> = new Set(['key', 'linkId', 'command', 'was']);

function isName(member: string, value: unknown): boolean {
  return names.has(member) && typeof value === 'string' && /^[\w.:+#-]*$/u.test(value);
}

/** Strings inside `value`, in order, however deep; at most `mostStrings`. Names of questions ("safety-check.self-harm") are nobody's words. */
export function collectStrings(value: unknown): readonly string[] {
  const found: string[] = [];
  const left: unknown[] = [value];
  while (left.length > 0 && found.length < mostStrings) {
    const one = left.pop();
    if (typeof one === 'string' && one !== '') found.push(one);
    else if (typeof one === 'object' && one !== null) {
      const members = Object.entries(one).filter(([member, inside]) => !isName(member, inside));
      for (const [, inside] of members.toReversed()) left.push(inside);
    }
  }
  return found;
}
