// Small local charities are not buried by large ones: of any three results in a row one large provider has no more than one, while others fit
// as well.

/** One service that may be shown; lists of them stand best first. */
export interface Candidate {
  readonly spot: number;
  /** Points against it: see judgement.ts. */
  readonly points: number;
}

/** Whose it is. */
export interface Owner {
  readonly provider: number;
  readonly small: boolean;
}

/** What fits as well as another: one fact the feed did not give may lie between them. */
export const asWell = 1;

const inARow = 3;

/** The first `limit` of the candidates, each large provider kept apart from itself. */
export function pickFairly(candidates: readonly Candidate[], limit: number, ownerOf: (spot: number) => Owner): readonly Candidate[] {
  const left = [...candidates];
  const picked: Candidate[] = [];
  const crowds = ({ spot }: Candidate): boolean => {
    const { provider, small } = ownerOf(spot);
    return !small && picked.slice(1 - inARow).some(({ spot: other }) => ownerOf(other).provider === provider);
  };
  while (picked.length < limit) {
    const [best] = left;
    if (best === undefined) break;
    const other = left.findIndex(candidate => candidate.points > best.points + asWell || !crowds(candidate));
    const next = other > 0 && (left[other]?.points ?? 0) <= best.points + asWell ? other : 0;
    picked.push(...left.splice(next, 1));
  }
  return picked;
}
