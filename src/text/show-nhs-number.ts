// An NHS number as the NHS shows it: three groups of three, three and four digits.
// https://www.datadictionary.nhs.uk/attributes/nhs_number.html

/** `9434765919` -> `943 476 5919`; anything else as it is. */
export function showNhsNumber(stored: string): string {
  return stored.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
}
