// The rule of a red flag whose direct question could not be asked, at a desk where others may hear: what nobody could ask counts as danger.
const mark = 'unasked:';

/** The rule of a flag raised because this question was left out. */
export function unaskedRule(linkId: string): string {
  return `${mark}${linkId}`;
}

/** Was this flag raised because its question could not be asked, and not by anything that was told? */
export function isUnaskedRule(rule: string): boolean {
  return rule.startsWith(mark);
}
