// One line of CSV (RFC 4180) as its fields. The ONS Postcode Directory has 150 million fields and no line break within any; a reader of all CSV
// (csv-parse) takes most of a minute over them and this one a few seconds, and a stray quote spoils its own line instead of all that follow.

const quote = '"';

/** The end of a quoted field that begins at `start`: the place of its closing quote, or the end of a line that lacks one. */
function closingQuote(line: string, start: number): number {
  let at = line.indexOf(quote, start + 1);
  while (at !== -1 && line.charAt(at + 1) === quote) at = line.indexOf(quote, at + 2);
  return at === -1 ? line.length : at;
}

/** The fields without their quotes; a doubled quote within is one. A carriage return at the end belongs to the line break. */
export function splitCsvLine(raw: string): readonly string[] {
  const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (!line.includes(quote)) return line.split(',');
  const fields: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = line.startsWith(quote, at);
    const closed = quoted ? closingQuote(line, at) : at;
    const comma = line.indexOf(',', closed);
    const end = comma === -1 ? line.length : comma;
    const field = quoted ? line.slice(at + 1, closed) : line.slice(at, end);
    fields.push(quoted && field.includes(quote) ? field.replaceAll('""', quote) : field);
    at = end + 1;
  }
  return fields;
}
