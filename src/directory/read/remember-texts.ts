// Feeds say the same short things again and again ("Adults 18+", "Free", "Just turn up"): what was read in such a text is known when it comes again.

const longest = 240;
const most = 2_000;

/** The same reading, done once for a short text that comes again soon. What is read must follow from the text alone and not be changed. */
export function rememberTexts<T>(read: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { readonly value: T }>();
  return text => {
    if (text.length > longest) return read(text);
    const known = kept.get(text);
    if (known !== undefined) return known.value;
    if (kept.size >= most) kept.clear();
    const value = read(text);
    kept.set(text, { value });
    return value;
  };
}
