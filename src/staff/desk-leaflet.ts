// Where the public page of the desk's leaflet is, and in which language: everything stands in its address, and nothing in it tells whose it is.
import { leafletAddress } from '../channels/pages/leaflet-address.js';
import { offeredLanguages, sourceLanguage } from '../channels/pages/words.js';
import type { Content } from '../content/content.js';
import type { DeskLeaflet, DeskQuery } from '../directory/desk/desk-query.js';

/** The language the leaflet is in: as chosen, else what the patient speaks if there are words in it. */
export function leafletLanguage(
  content: Content,
  { leaflet: { lang }, filters: { speaks } }: Pick<DeskQuery, 'leaflet' | 'filters'>,
): string {
  const tags = offeredLanguages(content).map(({ tag }) => tag);
  return tags.find(tag => tag === lang) ?? tags.find(tag => tag === speaks) ?? sourceLanguage;
}

/** Path and query of the leaflet. */
export function deskLeafletAddress({ picks, size, layout }: DeskLeaflet, lang: string): string {
  return leafletAddress({ services: picks, setting: layout === 'easy' ? 'easy' : size }, lang);
}
