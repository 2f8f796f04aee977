// What is kept of a person's own words: exactly what they wrote, without what cannot be seen or would disturb whoever reads it.

/** Zero-width joiners stay: Persian and several Indic languages spell with them. */
const invisible = /(?![\u200C\u200D])\p{Cf}/gu;
const controls = /[\p{Cc}\p{Cs}]/gu;

/** One line: control characters and line breaks become spaces, bidi and other invisible controls go, white space single and trimmed (NFC). */
export function plainLine(text: string): string {
  return text.normalize('NFC').replace(controls, ' ').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Several lines: as plainLine within each line; line breaks stay, at most one empty line between two. */
export function plainText(text: string): string {
  const lines = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(plainLine);
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
}
