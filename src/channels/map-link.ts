// A link to a place on a map: followed only by whoever presses it, nothing is fetched from there.
import type { Match } from '../directory/match-request.js';

/** The place on OpenStreetMap, by its point, else its postcode; undefined where there is none to show, or its address is kept. */
export function mapLink({ place, service }: Pick<Match, 'place' | 'service'>): string | undefined {
  if (service.hidden || place === undefined) return undefined;
  if (place.point === undefined) {
    return place.postcode === undefined ? undefined : `https://www.openstreetmap.org/search?query=${encodeURIComponent(place.postcode)}`;
  }
  const [latitude, longitude] = [place.point.latitude, place.point.longitude].map(degrees => degrees.toFixed(5));
  return `https://www.openstreetmap.org/?mlat=${latitude ?? ''}&mlon=${longitude ?? ''}#map=17/${latitude ?? ''}/${longitude ?? ''}`;
}
