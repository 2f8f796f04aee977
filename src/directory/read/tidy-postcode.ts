// Postcodes as feeds write them ("e1  6an", "SW1A1AA.", "London E1 6AN", "E1 6AN (rear entrance)"): upper case, one space, or none at all.
// Form: https://www.gov.uk/government/publications/bulk-data-transfer-for-sponsors-xml-schema (BS 7666).
import { isOutwardCode } from '../places/postcode-areas.js';

const plain = /^[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}$/u;
const form = /(?<![A-Z0-9])(?<outward>[A-Z]{1,2}\d[A-Z\d]?)[\s.-]{0,3}(?<inward>[\dOI][ABD-HJLNP-UW-Z0][ABD-HJLNP-UW-Z0])(?![A-Z0-9])/gu;

function mendInward(inward: string): string {
  const digit = inward.slice(0, 1).replace('O', '0').replace('I', '1');
  return digit + inward.slice(1).replaceAll('0', 'O');
}

/** The last postcode in the text, as `E1 6AN`; undefined where none can be one. */
export function tidyPostcode(raw: string): string | undefined {
  if (plain.test(raw) && isOutwardCode(raw.slice(0, -4))) return raw;
  const text = raw.slice(0, 200).toUpperCase();
  for (const candidate of [text, text.replace(/[^A-Z0-9]/gu, '')]) {
    const found = [...candidate.matchAll(form)].filter(({ groups }) => isOutwardCode(groups?.['outward'] ?? '')).at(-1)?.groups;
    // Letter O for nought is common in the last part; only outward parts of letters that exist are taken
    const { outward = '', inward = '' } = found ?? {};
    if (found !== undefined && /\D/u.test(mendInward(inward).slice(1))) return `${outward} ${mendInward(inward)}`;
  }
  return undefined;
}
