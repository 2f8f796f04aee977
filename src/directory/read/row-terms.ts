// The taxonomy terms that hang on a service, its organisation and its locations.
import { objectIn, objectsIn, textIn } from './json-fields.js';
import type { TaxonomyTerm } from './map-needs.js';
import { readOnce } from './read-once.js';
import type { JsonObject } from './read-result.js';

function toTerm(attribute: JsonObject): readonly TaxonomyTerm[] {
  const term = objectIn(attribute, 'taxonomy_term');
  if (term === undefined) return [];
  const [uri, code] = [textIn(term, 'term_uri'), textIn(term, 'code')];
  const taxonomy = textIn(term, 'taxonomy') || textIn(attribute, 'link_type');
  return [
    {
      id: textIn(term, 'id'),
      name: textIn(term, 'name'),
      ...(uri === '' ? {} : { uri }),
      ...(code === '' ? {} : { code }),
      ...(taxonomy === '' ? {} : { taxonomy }),
    },
  ];
}

/** The terms of one object of a row. */
export const termsOf = readOnce((object): readonly TaxonomyTerm[] => objectsIn(object, 'attributes').flatMap(toTerm));

/** The names of the terms of one object, and the values attributes carry, as one text. */
export const termWords = readOnce((object): string => {
  const values = objectsIn(object, 'attributes').map(attribute => textIn(attribute, 'value'));
  return [...termsOf(object).map(({ name }) => name), ...values].filter(Boolean).join('; ');
});

/** A location of a row, and what the service says of being there. */
interface LocatedAt {
  readonly at: JsonObject;
  readonly location: JsonObject;
}

/** The locations of a row. */
export const locationsOf = readOnce((row): readonly LocatedAt[] =>
  objectsIn(row, 'service_at_locations').flatMap(at => {
    const location = objectIn(at, 'location');
    return location === undefined ? [] : [{ at, location }];
  }),
);
