// The postcodes of one outward code while a table is built: four whole numbers each in one growing array, sorted once at the end.

const perPostcode = 4;
/** Bits of the first number that hold the inward code; those above hold the standing. */
const inwardBits = 16;

/** One postcode, in units of 1/100,000 degree. */
export interface BucketEntry {
  readonly inward: number;
  readonly north: number;
  readonly east: number;
  /** The number of its area. */
  readonly area: number;
}

export class OutwardBucket {
  private numbers = new Int32Array(64 * perPostcode);
  private count = 0;

  /** Rows added, of which some may be of one postcode. */
  get size(): number {
    return this.count;
  }

  /** `standing`: of two rows of one postcode the lower counts, and of equals the earlier. From 0 to 255. */
  add({ inward, north, east, area }: BucketEntry, standing: number): void {
    const at = this.count * perPostcode;
    if (at === this.numbers.length) this.grow();
    this.numbers[at] = (standing << inwardBits) | inward;
    this.numbers[at + 1] = north;
    this.numbers[at + 2] = east;
    this.numbers[at + 3] = area;
    this.count += 1;
  }

  /** All postcodes by inward code, each once. */
  sorted(): readonly BucketEntry[] {
    const keys = Float64Array.from({ length: this.count }, (_, row) => this.sortKey(row)).sort();
    const rows = Array.from(keys, key => this.entry(key % 2 ** 24));
    return rows.filter((entry, at) => entry.inward !== rows[at - 1]?.inward);
  }

  /** By inward code, then standing, then row: the row in the lowest 24 bits. */
  private sortKey(row: number): number {
    const first = this.numbers[row * perPostcode] ?? 0;
    return ((first & 0xffff) * 256 + (first >>> inwardBits)) * 2 ** 24 + row;
  }

  private entry(row: number): BucketEntry {
    const [first = 0, north = 0, east = 0, area = 0] = this.numbers.subarray(row * perPostcode, (row + 1) * perPostcode);
    return { inward: first & 0xffff, north, east, area };
  }

  private grow(): void {
    const wider = new Int32Array(this.numbers.length * 2);
    wider.set(this.numbers);
    this.numbers = wider;
  }
}
