// The best of thousands of spots, kept while they are judged: what cannot be among them any more is not kept.
import type { Asker } from './asker.js';
import type { DirectoryIndex } from './index-services.js';
import type { Candidate } from './pick-fairly.js';
import { mostPoints, pointsOfRank, rankOf, spotOfRank } from './rank-spots.js';

/** Keeps the spots of the best `count` services, and of all that have at most `more` points more than the last of them. */
export class Shortlist {
  private readonly ranks: number[] = [];
  private readonly seen = new Set<number>();
  private readonly tally = new Uint32Array(mostPoints);
  private cutoff = mostPoints - 1;
  /** Services with at most `cutoff` points. */
  private under = 0;

  constructor(
    private readonly index: DirectoryIndex,
    private readonly asker: Asker,
    private readonly count: number,
    private readonly more: number,
  ) {}

  /** Whether a spot with so many points could be among them. */
  takes(points: number): boolean {
    return points <= this.cutoff + this.more;
  }

  /** One more spot, with the points against it and the miles to it. */
  offer(spot: number, points: number, miles: number | undefined): void {
    if (!this.takes(points)) return;
    this.ranks.push(rankOf(this.index, spot, this.asker, points, miles));
    if (points <= this.cutoff) this.tighten(this.index.spots.service[spot] ?? 0, points);
  }

  /** Counts a service once; the cutoff falls to where there still are enough. */
  private tighten(service: number, points: number): void {
    if (this.seen.has(service)) return;
    this.seen.add(service);
    this.tally[points] = (this.tally[points] ?? 0) + 1;
    this.under += 1;
    while (this.cutoff > 0 && this.under - (this.tally[this.cutoff] ?? 0) >= this.count) {
      this.under -= this.tally[this.cutoff] ?? 0;
      this.cutoff -= 1;
    }
  }

  /** What was kept, best first, each service once with its best spot. */
  best(): readonly Candidate[] {
    const most = this.cutoff + this.more;
    const listed = new Set<number>();
    const best: Candidate[] = [];
    for (const rank of Float64Array.from(this.ranks.filter(each => pointsOfRank(each) <= most)).sort()) {
      const spot = spotOfRank(rank);
      const service = this.index.spots.service[spot] ?? 0;
      if (!listed.has(service)) best.push({ spot, points: pointsOfRank(rank) });
      listed.add(service);
    }
    return best;
  }
}
