// Where a file of postcodes has what is needed. The ONS Postcode Directory renames its columns (oslaua, lad23cd, lad25cd ...) and adds some every
// few months, so columns are known by name, whatever the year and order; files without a first line of names by which of the known orders fits.
// The National Records of Scotland's Scottish Postcode Directory, which has the same by other names, is read too.
import { isLatitude, isLongitude, isPostcodeText, noPosition } from './postcode-fields.js';

/** The number of each column, from 0. */
export interface PostcodeColumns {
  readonly postcode: number;
  readonly latitude: number;
  readonly longitude: number;
  /** Date of termination: a postcode that has one is no longer in use. */
  readonly ended?: number;
  /** Positional quality, 1 to 9; 9: no position. */
  readonly quality?: number;
  readonly district?: number;
  readonly lsoa?: number;
  readonly rank?: number;
  /** The year of the index of deprivation, where its column says it. */
  readonly rankYear?: number;
}

export type FoundColumns =
  { readonly kind: 'named'; readonly columns: PostcodeColumns } | { readonly kind: 'unnamed'; readonly columns: PostcodeColumns };

/** Names by what they hold; the first that is there counts, and of one name with several years the newest. */
const names: Readonly<Record<Exclude<keyof PostcodeColumns, 'rankYear'>, readonly RegExp[]>> = {
  postcode: [/^pcds$/u, /^pcd[78]?$/u, /^pcd2$/u, /^postcode$/u],
  latitude: [/^lat(?:itude)?$/u],
  longitude: [/^(?:long|lng|longitude)$/u],
  ended: [/^doterm$/u, /^dateofdeletion$/u],
  quality: [/^(?:os)?gr(?:i)?dind$/u],
  district: [/^oslaua$/u, /^lad(\d\d)cd$/u, /^laua(\d\d)?$/u, /^ladcd$/u, /^councilarea(\d{4})code$/u],
  lsoa: [/^lsoa(\d\d)(?:cd)?$/u, /^datazone(\d{4})code$/u],
  rank: [/^imd(\d\d)?(?:ind)?$/u, /^scottishindexofmultipledeprivation(\d{4})rank$/u],
};

/** The orders of files without names. */
const orders: readonly PostcodeColumns[] = [
  // ONSPD 2020 to 2024; before 2023 it had no areas of 2021
  { postcode: 2, ended: 4, district: 7, quality: 13, latitude: 42, longitude: 43, rank: 47, lsoa: 51 },
  { postcode: 2, ended: 4, district: 7, quality: 13, latitude: 42, longitude: 43, rank: 47, lsoa: 34 },
  // ONSPD since 2024, with one column of built-up areas for two
  { postcode: 2, ended: 4, district: 7, quality: 13, latitude: 41, longitude: 42, rank: 46, lsoa: 50 },
  // Scottish Postcode Directory, small and large users
  { postcode: 0, ended: 4, latitude: 7, longitude: 8, district: 10, lsoa: 22, rank: 32 },
  { postcode: 0, ended: 4, latitude: 8, longitude: 9, district: 11, lsoa: 23, rank: 27 },
];

interface Named {
  readonly at: number;
  readonly year: number;
}

function named(header: readonly string[], patterns: readonly RegExp[]): Named | undefined {
  const found = patterns.map(pattern =>
    header.flatMap((name, at): readonly Named[] => {
      const match = pattern.exec(name);
      return match === null ? [] : [{ at, year: Number(match[1] ?? 0) % 2000 }];
    }),
  );
  return found.find(columns => columns.length > 0)?.sort((a, b) => b.year - a.year)[0];
}

function readNames(first: readonly string[]): PostcodeColumns | undefined {
  const header = first.map(name => name.trim().toLowerCase());
  const at = Object.fromEntries(
    Object.entries(names).flatMap(([what, patterns]) => {
      const column = named(header, patterns);
      return column === undefined ? [] : [[what, column.at]];
    }),
  );
  const { postcode, latitude, longitude, ...rest } = at;
  if (postcode === undefined || latitude === undefined || longitude === undefined) return undefined;
  const year = named(header, names.rank)?.year ?? 0;
  return { postcode, latitude, longitude, ...rest, ...(year > 0 && { rankYear: 2000 + year }) };
}

const areaCode = /^(?:[A-Z]\d{8}|95[A-Z]{2}\d{2}[A-Z]\d|)$/u;

function fits(row: readonly string[], columns: PostcodeColumns): boolean {
  const field = (at: number | undefined): string => row[at ?? -1] ?? '?';
  const placed = noPosition(field(columns.latitude)) || (isLatitude(field(columns.latitude)) && isLongitude(field(columns.longitude)));
  const areas = areaCode.test(field(columns.district)) && areaCode.test(field(columns.lsoa));
  return placed && areas && isPostcodeText(field(columns.postcode)) && /^\d{0,5}$/u.test(field(columns.rank));
}

/** Finds the columns by the first row of a file: its names, or a postcode in one of the known orders. Undefined: neither. */
export function findPostcodeColumns(first: readonly string[]): FoundColumns | undefined {
  const columns = readNames(first);
  if (columns !== undefined) return { kind: 'named', columns };
  const order = orders.find(candidate => fits(first, candidate));
  return order === undefined ? undefined : { kind: 'unnamed', columns: order };
}
