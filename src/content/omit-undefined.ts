// FHIR elements are mostly optional: this leaves out what is not there, so that absent means absent and never `undefined`.

/** T with its possibly undefined properties optional. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** A copy without the properties that are undefined. */
export function omitUndefined<T extends object>(value: T): Present<T> {
  // Exactly the properties that may be undefined are the ones that may be missing from the copy.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Present<T>;
}
