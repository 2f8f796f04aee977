// What the address of a leaflet says: which services, how it is set, for which need. Nothing in it is about a person.
import { needKeys } from '../../content/journey/needs-schema.js';
import type { NeedKey } from '../../content/journey/needs-schema.js';
import type { PageRequest } from './page.js';

/** More do not fit on two pages, and nobody goes to more. */
export const mostServices = 6;

/** Standard, in larger letters (RNIB clear print), or one sentence a line beside a picture. */
export type LeafletSetting = 'standard' | 'large' | 'easy';

/** A leaflet as its address names it. */
export interface LeafletWish {
  /** Ids of services in the order they are shown, at most six. */
  readonly services: readonly string[];
  readonly setting: LeafletSetting;
  /** What it is for, where that is known. */
  readonly need?: NeedKey;
}

/** Reads the query of the address; what is not understood is left out. */
export function readLeafletWish({ query }: Pick<PageRequest, 'query'>): LeafletWish {
  const ids = (query['s'] ?? '').split(',').map(id => id.trim());
  const need = needKeys.find(key => key === query['need']);
  return {
    services: [...new Set(ids.filter(id => id !== ''))].slice(0, mostServices),
    setting: query['layout'] === 'easy' ? 'easy' : query['size'] === 'large' ? 'large' : 'standard',
    ...(need !== undefined && { need }),
  };
}

const settings = { standard: '', large: '&size=large', easy: '&layout=easy' } as const;

/** What follows the language in the address. */
export function leafletQuery({ services, setting, need }: LeafletWish): string {
  const wanted = need === undefined ? '' : `&need=${need}`;
  return `&s=${services.map(encodeURIComponent).join(',')}${settings[setting]}${wanted}`;
}

/** The address of a leaflet in a language, for a link, a print-out or a QR code: `/leaflet?lang=bn&s=ID,ID&size=large`. */
export function leafletAddress(wish: LeafletWish, lang: string): string {
  return `/leaflet?lang=${lang}${leafletQuery(wish)}`;
}
