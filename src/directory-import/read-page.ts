// One page of a feed's list: HSDS-UK v3 has its rows in `contents`, v1 in `content`, and some give the bare list.

/** What a page holds and says of the whole. */
export interface FeedPage {
  readonly rows: readonly unknown[];
  readonly totalPages?: number;
  readonly totalItems?: number;
}

/** Reads a page, or undefined where this is none. */
export function readPage(value: unknown): FeedPage | undefined {
  if (Array.isArray(value)) return { rows: value };
  if (typeof value !== 'object' || value === null) return undefined;
  // safe: an object that is no array
  const page = value as Readonly<Record<string, unknown>>;
  const rows = page['contents'] ?? page['content'];
  if (!Array.isArray(rows)) return undefined;
  const totalPages = countOf(page['total_pages'] ?? page['totalPages']);
  const totalItems = countOf(page['total_items'] ?? page['totalElements']);
  return { rows, ...(totalPages !== undefined && { totalPages }), ...(totalItems !== undefined && { totalItems }) };
}

function countOf(value: unknown): number | undefined {
  const count = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
}

/** What only a full service has, in v3 or v1: without any of it, `/services/{id}` is asked. */
const partsOfFull = [
  'service_at_locations',
  'schedules',
  'attributes',
  'service_areas',
  'cost_options',
  'service_taxonomys',
  'regular_schedules',
  'eligibilitys',
];

/** Is this row of a list the service with all its parts? */
export function isFull(row: unknown): boolean {
  return typeof row === 'object' && row !== null && partsOfFull.some(part => part in row);
}

/** The row's id, as text. */
export function idOf(row: unknown): string | undefined {
  if (typeof row !== 'object' || row === null || !('id' in row)) return undefined;
  const { id } = row;
  if (typeof id === 'string' && id !== '') return id;
  return typeof id === 'number' ? String(id) : undefined;
}
