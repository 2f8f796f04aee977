// Lists of strings that many services share (areas, languages), kept once each and known by number.

/** Each different list once; number 0 is the empty list. */
export class InternedLists {
  private readonly numbers = new Map<string, number>([['[]', 0]]);
  private readonly all: (readonly string[])[] = [[]];

  /** The number of a list; order and repetition do not matter. */
  number(list: readonly string[]): number {
    const sorted = [...new Set(list)].sort();
    const key = JSON.stringify(sorted);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    this.all.push(sorted);
    return this.all.length - 1;
  }

  /** Every list, by number. */
  get lists(): readonly (readonly string[])[] {
    return this.all;
  }
}
