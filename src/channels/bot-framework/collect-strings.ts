// Every string in something a client sent, wherever it is nested: red flags are looked for in all of them. Bounded, whatever is sent.

/** Most strings one message may hold; more is no answer to anything that is asked. */
export const mostStrings = 400;

/** Strings inside `value`, in order, however deep; at most `mostStrings`. */
export function collectStrings(value: unknown): readonly string[] {
  const found: string[] = [];
  const left: unknown[] = [value];
  while (left.length > 0 && found.length < mostStrings) {
    const one = left.pop();
    if (typeof one === 'string' && one !== '') found.push(one);
    else if (typeof one === 'object' && one !== null) {
      const members: readonly unknown[] = Object.values(one);
      for (const member of members.toReversed()) left.push(member);
    }
  }
  return found;
}
