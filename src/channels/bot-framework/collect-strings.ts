// Every string in something a client sent, wherever it is nested: red flags are looked for in all of them. Bounded, whatever is sent.

const deepest = 8;
const most = 400;

/** Strings inside `value`, in order; at most 400, at most eight levels down. */
export function collectStrings(value: unknown): readonly string[] {
  const found: string[] = [];
  const visit = (one: unknown, depth: number): void => {
    if (found.length >= most || depth > deepest) return;
    if (typeof one === 'string') {
      if (one !== '') found.push(one);
    } else if (Array.isArray(one)) {
      for (const member of one) visit(member, depth + 1);
    } else if (typeof one === 'object' && one !== null) {
      for (const member of Object.values(one)) visit(member, depth + 1);
    }
  };
  visit(value, 0);
  return found;
}
