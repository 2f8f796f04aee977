// Looks up postcodes in places.bin: one Buffer, of which nothing is unpacked but the list of outward codes.
import type { FoundPlace, Places } from './places.js';
import { readPostcode } from './read-postcode.js';
import {
  areaBytes,
  checksumOf,
  headerBytes,
  inwardNumber,
  magic,
  outwardBytes,
  postcodeBytes,
  unitsInDegree,
  version,
} from './table-format.js';
import type { SmallArea } from './table-format.js';

/** A table that was opened. */
export interface PostcodeTable extends Places {
  /** How many postcodes it knows. */
  readonly size: number;
}

/** Why a file is no table that can be used. */
export type TableFault = 'not a table' | 'written by another version' | 'cut off' | 'damaged';

interface Sections {
  readonly file: Buffer;
  readonly areas: number;
  readonly outwards: number;
  readonly postcodes: number;
}

const text = (file: Buffer, at: number, length: number): string => file.toString('latin1', at, at + length).replace(/\0+$/u, '');

/** Whether the file is whole and of this version; the fault if it is not. */
export function faultOf(file: Buffer): TableFault | undefined {
  if (file.toString('latin1', 0, 4) !== magic) return 'not a table';
  if (file.length < headerBytes) return 'cut off';
  if (file.readUInt16LE(4) !== version) return 'written by another version';
  if (file.readUInt32LE(20) !== file.length) return 'cut off';
  return file.readUInt32LE(24) === checksumOf(file) ? undefined : 'damaged';
}

function sectionsOf(file: Buffer): Sections {
  const outwards = headerBytes + file.readUInt32LE(8) * areaBytes;
  return { file, areas: headerBytes, outwards, postcodes: outwards + file.readUInt32LE(12) * outwardBytes };
}

function readArea({ file, areas }: Sections, number: number): SmallArea {
  const at = areas + number * areaBytes;
  const lsoa = text(file, at, 9);
  const district = text(file, at + 9, 9);
  const decile = file.readUInt8(at + 18);
  return { ...(district !== '' && { district }), ...(lsoa !== '' && { lsoa }), ...(decile > 0 && { decile }) };
}

/** Where the postcode stands in the file, by halving. */
function search(file: Buffer, start: number, count: number, inward: number): number | undefined {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = start + middle * postcodeBytes;
    const found = file.readUInt16LE(at);
    if (found === inward) return at;
    if (found < inward) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

function findPostcode(sections: Sections, line: number, inward: string): Omit<FoundPlace, 'outward'> | undefined {
  const { file, postcodes } = sections;
  const at = search(file, postcodes + file.readUInt32LE(line + 4) * postcodeBytes, file.readUInt32LE(line + 8), inwardNumber(inward));
  if (at === undefined) return undefined;
  const latitude = (file.readInt32LE(line + 12) + file.readUInt16LE(at + 2) * file.readUInt16LE(line + 20)) / unitsInDegree;
  const longitude = (file.readInt32LE(line + 16) + file.readUInt16LE(at + 4) * file.readUInt16LE(line + 22)) / unitsInDegree;
  return { point: { latitude, longitude }, precision: 'postcode', ...readArea(sections, file.readUIntLE(at + 6, 3)) };
}

/** The middle of all its postcodes, and their district if nearly all share one. */
function findOutward(sections: Sections, line: number): Omit<FoundPlace, 'outward'> {
  const { file } = sections;
  const point = { latitude: file.readInt32LE(line + 24) / unitsInDegree, longitude: file.readInt32LE(line + 28) / unitsInDegree };
  const shared = file.readUInt32LE(line + 32);
  const district = shared === 0 ? undefined : readArea(sections, shared - 1).district;
  return { point, precision: 'outward', ...(district !== undefined && { district }) };
}

/** Opens a file that has no fault; with one it is undefined: `faultOf` says which. A postcode the table lacks is found by its first half. */
export function openPostcodeTable(file: Buffer): PostcodeTable | undefined {
  if (faultOf(file) !== undefined) return undefined;
  const sections = sectionsOf(file);
  const count = file.readUInt32LE(12);
  const lines = new Map(
    Array.from({ length: count }, (_, place) => sections.outwards + place * outwardBytes).map(line => [text(file, line, 4), line]),
  );
  return {
    size: file.readUInt32LE(16),
    find: postcode => {
      const read = readPostcode(postcode);
      const line = lines.get(read?.outward ?? '');
      if (read === undefined || line === undefined) return undefined;
      const exact = read.inward === undefined ? undefined : findPostcode(sections, line, read.inward);
      return { outward: read.outward, ...(exact ?? findOutward(sections, line)) };
    },
  };
}
