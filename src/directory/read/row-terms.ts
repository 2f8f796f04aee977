// The taxonomy terms that hang on a service, its organisation and its locations.
import { objectIn, objectsIn, textIn } from './json-fields.js';
import type { TaxonomyTerm } from './map-needs.js';
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
export function termsOf(object: JsonObject): readonly TaxonomyTerm[] {
  return objectsIn(object, 'attributes').flatMap(toTerm);
}

/** The names of the terms of one object, and the values attributes carry, as one text. */
export function termWords(object: JsonObject): string {
  const values = objectsIn(object, 'attributes').map(attribute => textIn(attribute, 'value'));
  return [...termsOf(object).map(({ name }) => name), ...values].filter(Boolean).join('; ');
}

/** The locations of a row, each with what the service says of being there. */
export function locationsOf(row: JsonObject): readonly { readonly at: JsonObject; readonly location: JsonObject }[] {
  return objectsIn(row, 'service_at_locations').flatMap(at => {
    const location = objectIn(at, 'location');
    return location === undefined ? [] : [{ at, location }];
  });
}
