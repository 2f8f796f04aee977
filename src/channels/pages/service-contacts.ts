// How a service is reached: telephone, e-mail, website, and a map of where it is; links that work on a telephone and tell others nothing.
import { showPhone } from '../../text/show-phone.js';
import type { Match } from '../../directory/match-request.js';
import type { Service } from '../../directory/service.js';
import { mapLink } from '../map-link.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** A number to press; written left to right in every language. */
export function phoneLink(phone: string): Html {
  const shown = showPhone(phone);
  return html`<a class="wm-phone" href="tel:${phone.replace(/[^\d+]/gu, '')}"><bdi dir="ltr">${shown}</bdi></a>`;
}

/** A web address as people write it, without what browsers add; undefined where it is none. */
export function shortAddress(url: string): { readonly href: string; readonly shown: string } | undefined {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read === undefined || !/^https?:$/u.test(read.protocol)) return undefined;
  return { href: read.href, shown: read.href.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '') };
}

/** Its website, in a tab of its own. */
export function websiteLink({ url = '' }: Service, words: Words): Html | undefined {
  const address = shortAddress(url);
  if (address === undefined) return undefined;
  const site = { isolate: new URL(address.href).hostname };
  return html`<a href="${address.href}" target="_blank" rel="noopener noreferrer">${words.t('page.read-more', { site })}</a>`;
}

/** Its e-mail address, to write to. */
export function emailLink(email: string): Html {
  return html`<a class="wm-long" href="mailto:${email}"><span dir="ltr">${email}</span></a>`;
}

/** Where it is on a map of OpenStreetMap, which is told nothing until it is pressed; never of a service whose address is kept. */
export function showOnMap(match: Match, words: Words): Html | undefined {
  const address = mapLink(match);
  return address === undefined
    ? undefined
    : html`<a href="${address}" target="_blank" rel="noopener noreferrer">${words.t('near.map')}</a>`;
}
