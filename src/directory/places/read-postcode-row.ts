// One row of the ONS Postcode Directory, read: where the postcode is and the areas it lies in, or why there is nothing to take.
import type { Point } from '../service.js';
import { deprivationDecile } from './deprivation-decile.js';
import type { PostcodeColumns } from './postcode-columns.js';
import { isLatitude, isLongitude, isPostcodeText, noPosition } from './postcode-fields.js';
import type { SmallArea } from './table-format.js';

/** A postcode with its place. */
export interface LocatedPostcode {
  readonly outward: string;
  readonly inward: string;
  readonly point: Point;
  readonly area: SmallArea;
  /** No longer in use: people go on giving it, and it still says where they are. */
  readonly ended: boolean;
  /** A postcode in two areas has two rows in Scotland: 1 for the first part, 2 for the second; 0 for an undivided one. */
  readonly part: number;
}

/** What becomes of a row. `why` is for the report: `short row`, `not a postcode: "X1"`. */
export type PostcodeRow =
  | { readonly kind: 'located'; readonly postcode: LocatedPostcode }
  | { readonly kind: 'unlocated' }
  | { readonly kind: 'refused'; readonly why: 'short row' | 'not a postcode' | 'not a position' };

const unlocated: PostcodeRow = { kind: 'unlocated' };

/** E99999999 and the like stand for: in no such area. */
function areaCode(text: string): string | undefined {
  return text === '' || text.length > 9 || text.endsWith('99999999') ? undefined : text;
}

function readArea(row: readonly string[], columns: PostcodeColumns): SmallArea {
  const field = (at: number | undefined): string => (at === undefined ? '' : (row[at] ?? ''));
  const district = areaCode(field(columns.district));
  const lsoa = areaCode(field(columns.lsoa));
  const decile = deprivationDecile(Number(field(columns.rank)), lsoa ?? district ?? '', columns.rankYear);
  return { ...(district !== undefined && { district }), ...(lsoa !== undefined && { lsoa }), ...(decile !== undefined && { decile }) };
}

function readPoint(row: readonly string[], columns: PostcodeColumns): Point | 'nowhere' | undefined {
  const latitude = row[columns.latitude] ?? '';
  const longitude = row[columns.longitude] ?? '';
  if (noPosition(latitude) || (columns.quality !== undefined && row[columns.quality] === '9')) return 'nowhere';
  return isLatitude(latitude) && isLongitude(longitude) ? { latitude: Number(latitude), longitude: Number(longitude) } : undefined;
}

/** Reads a row. A row without a position is neither taken nor refused. */
export function readPostcodeRow(row: readonly string[], columns: PostcodeColumns): PostcodeRow {
  if (row.length <= Math.max(columns.postcode, columns.latitude, columns.longitude)) return { kind: 'refused', why: 'short row' };
  const text = row[columns.postcode] ?? '';
  if (!isPostcodeText(text)) return { kind: 'refused', why: 'not a postcode' };
  const point = readPoint(row, columns);
  if (point === 'nowhere') return unlocated;
  if (point === undefined) return { kind: 'refused', why: 'not a position' };
  const compact = text.replaceAll(' ', '');
  const part = /[A-Z]{3}$/u.test(compact) ? compact.charCodeAt(compact.length - 1) - 64 : 0;
  const whole = part > 0 ? compact.slice(0, -1) : compact;
  return {
    kind: 'located',
    postcode: {
      outward: whole.slice(0, -3),
      inward: whole.slice(-3),
      point,
      area: readArea(row, columns),
      ended: columns.ended !== undefined && (row[columns.ended] ?? '') !== '',
      part,
    },
  };
}
