// What single fields of the ONS Postcode Directory look like, written out once for finding its columns and for reading its rows.

const unitPostcode = /^[A-Z]{1,2}[0-9][A-Z0-9]? *[0-9][A-Z]{2}[A-Z]?$/u;
const decimal = /^-?\d{1,3}\.\d+$/u;

/** A unit postcode, as `E1 6AN`, `E1  6AN` or `E16AN`; Scotland adds a letter to one that lies in two areas. */
export function isPostcodeText(text: string): boolean {
  return unitPostcode.test(text);
}

/** Degrees that can be in the United Kingdom or the Crown dependencies. */
export function isLatitude(text: string): boolean {
  return decimal.test(text) && Number(text) > 49 && Number(text) < 61.5;
}

/** Degrees that can be in the United Kingdom or the Crown dependencies. */
export function isLongitude(text: string): boolean {
  return decimal.test(text) && Number(text) > -9 && Number(text) < 2.5;
}

/** 99.999999 is how the directory says that it has no position. */
export function noPosition(latitude: string): boolean {
  return latitude === '' || latitude.startsWith('99.9');
}
