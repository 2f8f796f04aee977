// How to reach a service: its own telephone numbers first, then those of its contacts and places, and its organisation's where it has none.
import { objectIn, objectsIn, textIn } from './json-fields.js';
import { readPhones } from './read-address.js';
import type { JsonObject } from './read-result.js';
import { locationsOf } from './row-terms.js';

const mostPhones = 6;

function phonesOf(object: JsonObject): readonly string[] {
  return objectsIn(object, 'phones').flatMap(phone => {
    const extension = textIn(phone, 'extension');
    return readPhones(textIn(phone, 'number')).map(number => (extension === '' ? number : `${number} ext ${extension}`));
  });
}

function withContacts(object: JsonObject): readonly JsonObject[] {
  return [object, ...objectsIn(object, 'contacts')];
}

/** Numbers and mail address of a service. */
export interface ReadContacts {
  readonly phones: readonly string[];
  readonly email?: string;
}

/** The contacts of a cleaned row. */
export function readContacts(row: JsonObject): ReadContacts {
  const organization = objectIn(row, 'organization') ?? {};
  const sources = [row, ...locationsOf(row).flatMap(({ at, location }) => [at, location])].flatMap(withContacts);
  const own = sources.flatMap(phonesOf);
  const phones = own.length > 0 ? own : phonesOf(organization);
  const digits = phones.map(phone => phone.replace(/\D/gu, '').replace(/^44/u, '0'));
  const email = [...sources, organization].map(each => textIn(each, 'email')).find(Boolean);
  return {
    phones: phones.filter((_, at) => digits.indexOf(digits[at] ?? '') === at).slice(0, mostPhones),
    ...(email === undefined ? {} : { email }),
  };
}
