// The layout of places.bin, shared by what writes it and what reads it. All numbers are little-endian.
//
//   header    32 bytes: 'WMPC', version (u16), 0 (u16), numbers of areas, outward codes and postcodes (u32 each), length of the file (u32), CRC-32 of
//             all that follows the header (u32), 4 bytes of 0
//   areas     19 bytes each: small area (9 characters), district (9 characters), decile (u8; 0: none)
//   outward   36 bytes each: code (4 characters), first postcode and number of postcodes (u32), south and west edge (i32), size of a step north and
//             east (u16), middle north and east (i32), an area in the district that most of its postcodes share, plus 1 (u32; 0: they do not)
//   postcodes 9 bytes each, sorted by inward code within their outward code: inward code (u16), steps north and east of the edge (u16), area (u24)
//
// Degrees are in units of 1/100,000, about a metre. A step is one unit unless an outward code is wider than 65,535 units (40 miles).
import { crc32 } from 'node:zlib';

/** The small area a postcode lies in. */
export interface SmallArea {
  readonly district?: string;
  readonly lsoa?: string;
  readonly decile?: number;
}

/** Its name in the data folder. */
export const placesFile = 'places.bin';

export const magic = 'WMPC';
export const version = 1;
export const headerBytes = 32;
export const areaBytes = 19;
export const outwardBytes = 36;
export const postcodeBytes = 9;
/** Units to a degree. */
export const unitsInDegree = 100_000;
export const most16 = 65_535;

const letterA = 65;

/** `6AN` as a number: 10 digits by 26 by 26 letters fit in 16 bits. */
export function inwardNumber(inward: string): number {
  return (Number(inward.charAt(0)) * 26 + inward.charCodeAt(1) - letterA) * 26 + inward.charCodeAt(2) - letterA;
}

/** What the header says of the rest. */
export function checksumOf(file: Buffer): number {
  return crc32(file.subarray(headerBytes));
}
