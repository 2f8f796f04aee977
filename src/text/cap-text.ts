// The first thing done to anything typed: nothing longer than this is read, so no later step meets unbounded text.

/** Most characters (Unicode code points) of one message that are read. */
export const maxTextLength = 1000;

/** The first `max` code points of the text, and whether anything was cut off. Never splits a surrogate pair. */
export function capText(text: string, max: number = maxTextLength): { readonly text: string; readonly cut: boolean } {
  if (text.length <= max) return { text, cut: false };
  let units = 0;
  let points = 0;
  while (units < text.length && points < max) {
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    points += 1;
  }
  return { text: text.slice(0, units), cut: units < text.length };
}
