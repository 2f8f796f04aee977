// The parameters of the UK profile's /services and /service_at_locations, read. What is not known is ignored; what cannot be read is named.
import type { Places } from '../directory/places/places.js';
import { weekdays } from '../directory/service.js';
import type { FactsAsked } from './open-referral-facts.js';

type Read<T> = { readonly value: T } | undefined;
type Reader = (text: string, places: Places | undefined) => Read<FactsAsked>;

const MOST_AGE = 150;
const MOST_METRES = 1_000_000;

const numberUpTo =
  (most: number, put: (value: number) => FactsAsked): Reader =>
  text => {
    const value = /^\d{1,9}(?:\.\d{1,3})?$/u.test(text) ? Number(text) : undefined;
    return value === undefined || value > most ? undefined : { value: put(value) };
  };

const time =
  (put: (value: string) => FactsAsked): Reader =>
  text => {
    const found = /^(?<time>(?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(?:Z|[+-]\d{2}:?\d{2})?$/u.exec(text)?.groups?.['time'];
    return found === undefined ? undefined : { value: put(found) };
  };

const readers: Readonly<Record<string, Reader>> = {
  minimum_age: numberUpTo(MOST_AGE, minimumAge => ({ minimumAge })),
  maximum_age: numberUpTo(MOST_AGE, maximumAge => ({ maximumAge })),
  age: numberUpTo(MOST_AGE, age => ({ age })),
  start_time: time(startTime => ({ startTime })),
  end_time: time(endTime => ({ endTime })),
  day: text => {
    const day = weekdays.find(each => each === text.slice(0, 2).toUpperCase());
    return day === undefined || !/^[a-z]{2,9}$/iu.test(text) ? undefined : { value: { day } };
  },
  postcode: (text, places) => {
    const home = places?.find(text);
    return home && { value: { home } };
  },
  proximity: numberUpTo(MOST_METRES, proximity => ({ proximity })),
};

/** Reads them, or names the first that is wrong. A postcode is wrong where nobody here knows it; metres need a postcode to count from. */
export function readFactsAsked(parameters: URLSearchParams, places: Places | undefined): FactsAsked | { readonly wrong: string } {
  let asked: FactsAsked = {};
  for (const [name, read] of Object.entries(readers)) {
    const text = parameters.get(name)?.trim() ?? '';
    if (text === '') continue;
    const found = read(text, places);
    if (found === undefined) return { wrong: name };
    asked = { ...asked, ...found.value };
  }
  return asked.proximity !== undefined && asked.home === undefined ? { wrong: 'postcode' } : asked;
}
