// The Gregorian calendar in numbers, so that no clock or time zone ever touches a date of birth.

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** True when that day exists: 29 February only in leap years. */
export function isRealDate(year: number, month: number, day: number): boolean {
  const length = month === 2 && isLeapYear(year) ? 29 : monthLengths[month - 1];
  return length !== undefined && day >= 1 && day <= length;
}

/** Year (four digits), month and day as an ISO 8601 date, `1980-06-10`. */
export function isoDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The ISO date the same day `years` years earlier (29 February becomes 28). */
export function yearsBefore(iso: string, years: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const earlier = year - years;
  return isRealDate(earlier, month, day) ? isoDate(earlier, month, day) : isoDate(earlier, month, day - 1);
}
