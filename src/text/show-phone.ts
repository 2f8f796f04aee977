// A stored telephone number as people say it: British ones as dialled here, others with their country code.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** `+447911123456` -> `07911 123456`; `+48512345678` -> `+48 512 345 678`; anything that is no number as it is. */
export function showPhone(stored: string): string {
  const phone = parsePhoneNumberFromString(stored);
  if (!phone) return stored;
  return phone.countryCallingCode === '44' ? phone.formatNational() : phone.formatInternational();
}
