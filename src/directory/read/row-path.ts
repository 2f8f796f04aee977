// Where an object of a row stands, in words only when a fault is told or an id has to be made: a row has hundreds of fields and few faults.

/** A step from one object into another. Without one above it is the row itself, whose key is its id. */
export interface RowPath {
  readonly above?: RowPath;
  readonly key: string;
  /** Its number, where it stands in a list. */
  readonly at?: number;
  /** What is told of it is kept for several rows, and begins here. */
  readonly isShared?: boolean;
}

/** Stands for the path to an object that several rows have. */
export const sharedRoot = '~';

function step({ key, at }: RowPath): string {
  return at === undefined ? key : `${key}[${String(at)}]`;
}

/** As `service_at_locations[0].location`; '' is the row. */
export function sayPath(path: RowPath): string {
  if (path.isShared === true) return sharedRoot;
  return path.above === undefined ? '' : fieldOf(path.above, step(path));
}

/** A field of the object there. */
export function fieldOf(path: RowPath, field: string): string {
  const before = sayPath(path);
  return before === '' ? field : `${before}.${field}`;
}

/** What the id of an object without one is made from: the row's id and the way to it. */
export function nameOf(path: RowPath): string {
  return path.above === undefined ? path.key : `${nameOf(path.above)}/${step(path)}`;
}
