// directory/national-charities.json: the beginnings of names of charities that are not small and local, which managers may add to.
import { z } from 'zod';
import { ContentError } from '../../errors.js';
import { foldText } from '../../text/fold-text.js';

const schema = z.array(z.string().trim().min(2, 'is too short to be the beginning of a name'));

/** The beginnings, folded, ready for `isNationalCharity`. Throws a ContentError with every problem. */
export function compileNationalCharities(json: unknown): readonly string[] {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data.map(foldName);
  throw new ContentError(
    parsed.error.issues.map(({ path, message }) => `directory/national-charities.json: ${[...path.map(String), message].join(': ')}`),
  );
}

function foldName(name: string): string {
  return foldText(name)
    .replace(/^the /u, '')
    .replace(/[^\p{L}\p{M}\p{N}+ ]+/gu, '')
    .trim();
}

/** Whether the name is one of a list's, or one of its and what it is for ("Crisis UK"); a branch ("Age UK East London") is local and is not. */
export function isNationalCharity(name: string, beginnings: readonly string[]): boolean {
  const folded = foldName(name);
  return beginnings.some(beginning => {
    if (!folded.startsWith(beginning)) return false;
    const rest = folded.slice(beginning.length).trim();
    return (
      folded === beginning ||
      (/^(?:uk|england|national|ltd|limited|charity|trust|association|society|foundation|helpline|service|services)\b/u.test(rest) &&
        folded[beginning.length] === ' ')
    );
  });
}
