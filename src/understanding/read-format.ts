// Text items by their format: a name is read as a name, a telephone number as one, and anything without a format is the person's own words.
import type { Listen } from '../content/content.js';
import type { FormItem } from '../content/forms/form.js';
import { readEmail } from './read-email.js';
import { readName } from './read-name.js';
import { readNhsNumber } from './read-nhs-number.js';
import { readPhone } from './read-phone.js';
import { readPostcode } from './read-postcode.js';
import { toReading } from './reading.js';
import type { Read, SettledReading } from './reading.js';
import { readString, readText } from './read-own-words.js';

function readWords(item: FormItem, text: string, listens: readonly Listen[]): Read<string> {
  switch (item.format) {
    case 'name':
      return readName(text, listens);
    case 'phone':
      return readPhone(text, listens);
    case 'email':
      return readEmail(text, listens);
    case 'postcode':
      return readPostcode(text);
    case 'nhs-number':
      return readNhsNumber(text);
    default:
      return item.type === 'text' ? readText(text) : readString(text);
  }
}

/** The text of a string or text item as its format stores it: E.164, `E1 6AN`, ten digits, or the words themselves. */
export function readFormat(item: FormItem, text: string, listens: readonly Listen[]): SettledReading {
  return toReading(readWords(item, text, listens), valueString => ({ valueString }));
}
