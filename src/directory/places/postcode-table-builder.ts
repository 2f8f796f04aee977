// Builds places.bin from postcodes that come one by one in any order: some 17 bytes a postcode while it is built, 9 in the file.
import { OutwardBucket } from './outward-bucket.js';
import type { BucketEntry } from './outward-bucket.js';
import type { LocatedPostcode } from './read-postcode-row.js';
import {
  areaBytes,
  checksumOf,
  headerBytes,
  inwardNumber,
  magic,
  most16,
  outwardBytes,
  postcodeBytes,
  unitsInDegree,
  version,
} from './table-format.js';
import type { SmallArea } from './table-format.js';

/** Of its postcodes so many must share a district for the outward code to be counted in it. */
const clearShare = 0.8;
const endedStanding = 128;

interface Group {
  readonly outward: string;
  readonly entries: readonly BucketEntry[];
  /** The number of its first postcode. */
  readonly first: number;
}

/** Takes postcodes in; gives the table. */
export class PostcodeTableBuilder {
  private readonly buckets = new Map<string, OutwardBucket>();
  private readonly areas: SmallArea[] = [];
  private readonly areaNumbers = new Map<string, number>();

  /** Of two rows of one postcode the one still in use counts, then the first part of a divided one, then the earlier. */
  add({ outward, inward, point, area, ended, part }: LocatedPostcode): void {
    let bucket = this.buckets.get(outward);
    if (bucket === undefined) this.buckets.set(outward, (bucket = new OutwardBucket()));
    const entry = {
      inward: inwardNumber(inward),
      north: Math.round(point.latitude * unitsInDegree),
      east: Math.round(point.longitude * unitsInDegree),
      area: this.numberOf(area),
    };
    bucket.add(entry, part + (ended ? endedStanding : 0));
  }

  /** The whole file. Each outward code's postcodes are let go of as they are written. */
  finish(): Buffer {
    const outwards = [...this.buckets.keys()].sort();
    const rows = [...this.buckets.values()].reduce((sum, { size }) => sum + size, 0);
    const index = headerBytes + this.areas.length * areaBytes;
    const postcodes = index + outwards.length * outwardBytes;
    const file = Buffer.alloc(postcodes + rows * postcodeBytes);
    this.writeAreas(file.subarray(headerBytes));
    let first = 0;
    outwards.forEach((outward, at) => {
      const entries = this.buckets.get(outward)?.sorted() ?? [];
      this.buckets.delete(outward);
      this.writeGroup(file.subarray(index + at * outwardBytes), file.subarray(postcodes + first * postcodeBytes), {
        outward,
        entries,
        first,
      });
      first += entries.length;
    });
    // Postcodes that came twice leave room at the end
    const whole = file.subarray(0, postcodes + first * postcodeBytes);
    writeHeader(whole, [this.areas.length, outwards.length, first, whole.length]);
    return whole;
  }

  private numberOf(area: SmallArea): number {
    const key = `${area.lsoa ?? ''}${area.district ?? ''}${String(area.decile ?? 0)}`;
    const known = this.areaNumbers.get(key);
    if (known !== undefined) return known;
    this.areaNumbers.set(key, this.areas.length);
    return this.areas.push(area) - 1;
  }

  private writeAreas(bytes: Buffer): void {
    this.areas.forEach(({ lsoa = '', district = '', decile = 0 }, number) => {
      const at = number * areaBytes;
      bytes.write(lsoa, at, 9, 'latin1');
      bytes.write(district, at + 9, 9, 'latin1');
      bytes.writeUInt8(decile, at + 18);
    });
  }

  /** Writes the outward code's line of the index, and its postcodes. */
  private writeGroup(line: Buffer, bytes: Buffer, { outward, entries, first }: Group): void {
    const north = measure(entries.map(entry => entry.north));
    const east = measure(entries.map(entry => entry.east));
    line.write(outward, 0, 4, 'latin1');
    [first, entries.length].forEach((value, place) => line.writeUInt32LE(value, 4 + place * 4));
    [north.least, east.least].forEach((value, place) => line.writeInt32LE(value, 12 + place * 4));
    [north.step, east.step].forEach((value, place) => line.writeUInt16LE(value, 20 + place * 2));
    [north.mean, east.mean].forEach((value, place) => line.writeInt32LE(value, 24 + place * 4));
    line.writeUInt32LE(this.sharedArea(entries) + 1, 32);
    entries.forEach((entry, place) => {
      const at = place * postcodeBytes;
      bytes.writeUInt16LE(entry.inward, at);
      bytes.writeUInt16LE(Math.round((entry.north - north.least) / north.step), at + 2);
      bytes.writeUInt16LE(Math.round((entry.east - east.least) / east.step), at + 4);
      bytes.writeUIntLE(entry.area, at + 6, 3);
    });
  }

  /** An area in the district that nearly all of them share; -1 where they share none. */
  private sharedArea(entries: readonly BucketEntry[]): number {
    const counts = new Map<string, { area: number; count: number }>();
    for (const { area } of entries) {
      const district = this.areas[area]?.district ?? '';
      const counted = counts.get(district);
      if (counted === undefined) counts.set(district, { area, count: 1 });
      else counted.count += 1;
    }
    return [...counts.values()].find(({ count }) => count >= entries.length * clearShare)?.area ?? -1;
  }
}

/** The least and the mean of some values, and how big a step must be for 65,535 of them to span all. */
function measure(values: readonly number[]): { readonly least: number; readonly step: number; readonly mean: number } {
  const least = values.reduce((a, b) => Math.min(a, b));
  const most = values.reduce((a, b) => Math.max(a, b));
  const mean = Math.round(values.reduce((a, b) => a + b) / values.length);
  return { least, step: Math.max(1, Math.ceil((most - least) / most16)), mean };
}

function writeHeader(file: Buffer, counts: readonly number[]): void {
  file.write(magic, 0, 'latin1');
  file.writeUInt16LE(version, 4);
  counts.forEach((count, place) => file.writeUInt32LE(count, 8 + place * 4));
  file.writeUInt32LE(checksumOf(file), 24);
}
