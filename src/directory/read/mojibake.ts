// UTF-8 once read as Windows-1252 ("donâ€™t", "Â£5") turned back: feeds pass through spreadsheets.

/** What Windows-1252 shows for the bytes 80 to 9F; a gap where it shows nothing. */
const upper = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const byteOf = new Map(Array.from(upper, (character, at) => [character, 0x80 + at] as const).filter(([character]) => character !== ' '));

const tail = `[\u0080-\u00BF${upper.replaceAll(' ', '')}]`;
/** First bytes of UTF-8 that are met in British feeds (Latin letters, punctuation, emoji), each with as many bytes as it asks for. */
const garbled = new RegExp(`[\u00C2-\u00C5]${tail}|[\u00E2\u00EF]${tail}{2}|\u00F0${tail}{3}`, 'gu');
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(run: string): string {
  const bytes = Uint8Array.from(run, character => byteOf.get(character) ?? character.charCodeAt(0));
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return run;
    throw error;
  }
}

/** The text with what can be turned back turned back; replacement characters become an apostrophe within a word and go elsewhere. */
export function mendMojibake(text: string): string {
  const mended = text.replace(garbled, decode);
  return mended.includes('\uFFFD') ? mended.replace(/(?<=\p{L})\uFFFD(?=\p{L})/gu, '’').replaceAll('\uFFFD', '') : mended;
}
