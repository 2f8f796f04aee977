// What is near, as lines of text, buttons and data for clients: need by need, each service with why it is shown and how to get there.
import { ActionTypes } from 'botbuilder';
import type { CardAction } from 'botbuilder';
import type { Content } from '../../content/content.js';
import type { Phrase, ProductKey } from '../../content/languages/phrase.js';
import type { Near, NearGroup } from '../../conversation/near.js';
import type { Offer } from '../../conversation/reply.js';
import type { Match } from '../../directory/match-request.js';
import { wordHours } from '../../directory/word-hours.js';
import { wordReasons } from '../../directory/word-match.js';
import { mapLink } from '../map-link.js';
import { wordHelplines } from './word-helplines.js';

type Word = (phrase: Phrase) => string;

/** How what is near is told: in which language, on which day, from which words. */
export interface NearVoice {
  readonly lang: string;
  /** ISO date: what is over by then is not told. */
  readonly today: string;
  readonly word: Word;
  readonly content: Content;
}

/** What is near, as clients read it. */
export interface WireNear {
  readonly need: string;
  readonly services: readonly {
    readonly id: string;
    readonly name: string;
    readonly miles?: number;
    readonly reasons: readonly string[];
    readonly url?: string;
    readonly phone?: string;
  }[];
}

/** Services with their numbers: one that serves two needs has one number. */
export function numbered({ groups }: Near): ReadonlyMap<string, { readonly number: number; readonly match: Match }> {
  const all = new Map<string, { readonly number: number; readonly match: Match }>();
  for (const match of groups.flatMap(({ matches }) => matches))
    if (!all.has(match.service.id)) all.set(match.service.id, { number: all.size + 1, match });
  return all;
}

function address({ place, service }: Match): string {
  if (place === undefined || service.hidden) return '';
  return [place.name, ...place.address, place.postcode].filter(line => line !== undefined && line !== '').join(', ');
}

/** Addresses of the web stay bare: clients make links of them, and would take a mark beside one into it. */
function labelled(product: ProductKey, text: string | undefined, word: Word): readonly string[] {
  if (text === undefined || text === '') return [];
  return [`${word({ product })}: ${word(text.startsWith('http') ? { verbatim: text } : { isolated: text })}`];
}

/** How to get there, or to ask. `beside-links`: links to a website and a map stand beside it. */
export function reaching(match: Match, word: Word, how: 'alone' | 'beside-links' = 'alone'): readonly string[] {
  const { phones, url } = match.service;
  const said = [...labelled('near.where', address(match), word), ...labelled('near.call', phones[0], word)];
  if (how === 'beside-links') return said;
  return [...said, ...(phones.length === 0 ? labelled('near.website', url, word) : []), ...labelled('near.map', mapLink(match), word)];
}

function shortly(match: Match, number: number, word: Word): readonly string[] {
  const reasons = wordReasons(match.reasons).map(word).join(' · ');
  return [`${String(number)}. ${match.service.name}`, reasons, ...reaching(match, word)];
}

/** Nothing was found for a need: said, unless it has been, with national lines. */
export function nothing({ lines }: NearGroup, said: Phrase | undefined, { content, lang, word }: NearVoice): readonly string[] {
  const named = lines.length === 0 ? [] : [word({ product: 'near.lines' }), ...wordHelplines(lines, undefined, content, lang)];
  return [...(said === undefined ? [] : [word(said)]), ...named];
}

const exactness: Readonly<Record<Near['where'], ProductKey | undefined>> = {
  postcode: undefined,
  outward: 'near.rough',
  unknown: 'near.no-place',
};

/** Was nothing found at all? */
export function isEmpty({ groups }: Pick<Near, 'groups'>): boolean {
  return groups.every(({ matches }) => matches.length === 0);
}

/** What must be known of the list as a whole. */
export function cautions({ sample, where, groups }: Near): readonly Phrase[] {
  if (isEmpty({ groups })) return [];
  const products = [sample ? ('near.sample' as const) : undefined, exactness[where]];
  return products.flatMap(product => (product === undefined ? [] : [{ product }]));
}

/** What is said where nothing was found for a need; undefined where it is said above already. */
export function saidOfNothing(near: Near, only: boolean): Phrase | undefined {
  if (!only) return { product: 'near.nothing' };
  return isEmpty(near) ? undefined : { product: 'near.nothing-only' };
}

/** The lines that tell what is near. `only`: nobody is asked beside it, and that nothing at all was found is said above it. */
export function nearLines(near: Near, voice: NearVoice, only = false): readonly string[] {
  const said = saidOfNothing(near, only);
  const { word } = voice;
  const numbers = numbered(near);
  const groups = near.groups.flatMap(group => [
    word({ file: 'needs', id: group.need, field: 'text' }),
    ...group.matches.flatMap(match => shortly(match, numbers.get(match.service.id)?.number ?? 0, word)),
    ...(group.matches.length === 0 ? nothing(group, said, voice) : []),
  ]);
  return [...cautions(near).map(word), ...groups];
}

/** Opening hours there, else of the service itself; what the feed says of them in words comes last. */
export function hoursOf({ service, place }: Match, { word, today }: NearVoice): readonly string[] {
  const schedules = place !== undefined && place.schedules.length > 0 ? place.schedules : service.schedules;
  const lines = wordHours(schedules, today).map(pieces => pieces.map(word).join(' · '));
  return [...lines, ...new Set(schedules.flatMap(({ note }) => note ?? []))];
}

/** Everything of one service. */
export function matchLines(match: Match, voice: NearVoice): readonly string[] {
  const { service, reasons } = match;
  const { word, lang } = voice;
  return [
    service.name,
    wordReasons(reasons).map(word).join(' · '),
    ...(lang.startsWith('en') ? [] : [word({ product: 'near.own-words' })]),
    service.about,
    ...(service.hidden ? [word({ product: 'near.address-kept-why' })] : []),
    ...hoursOf(match, voice),
    ...labelled('near.cost', service.costNote, word),
    ...labelled('near.who-runs', service.provider.name, word),
    ...reaching(match, word),
    ...labelled('near.email', service.email, word),
    ...(service.phones.length > 0 ? labelled('near.website', service.url, word) : []),
  ];
}

function commandButton(title: string, value: { readonly command: string; readonly key?: string }): CardAction {
  return { type: ActionTypes.MessageBack, title, text: title, displayText: title, value };
}

/** "Tell me more" of each service. */
export function moreButtons(near: Near, word: Word): readonly CardAction[] {
  return [...numbered(near).values()].map(({ match: { service } }) =>
    commandButton(word({ product: 'near.more-about', params: { name: service.name } }), { command: 'more', key: service.id }),
  );
}

const offered: Readonly<Record<Offer, ProductKey>> = { near: 'near.only.button', refer: 'near.refer.button' };

/** Other ways to go on. */
export function offerButtons(offers: readonly Offer[], word: Word): readonly CardAction[] {
  return offers.map(command => commandButton(word({ product: offered[command] }), { command }));
}

/** Without the sentence about printing or saving this page: there is none. */
export function withoutPaper(phrases: readonly Phrase[]): readonly Phrase[] {
  return phrases.filter(phrase => !('product' in phrase && phrase.product === 'near.done'));
}

/** What is near, for channelData.waymark. */
export function wireNear({ groups }: Near): readonly WireNear[] {
  return groups.map(({ need, matches }) => ({
    need,
    services: matches.map(({ service: { id, name, url, phones }, miles, reasons }) => ({
      id,
      name,
      ...(miles !== undefined && { miles }),
      reasons: reasons.map(({ code }) => code),
      ...(url !== undefined && { url }),
      ...(phones[0] !== undefined && { phone: phones[0] }),
    })),
  }));
}
