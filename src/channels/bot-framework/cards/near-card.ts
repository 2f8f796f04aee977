// What is near as a card: need by need, each service with why it is shown, how to get there, and the whole of it.
import type { Near } from '../../../conversation/near.js';
import type { Offer } from '../../../conversation/reply.js';
import type { Match } from '../../../directory/match-request.js';
import { wordReasons } from '../../../directory/word-match.js';
import { mapLink } from '../../map-link.js';
import { cautions, nothing, numbered, offerButtons, reaching, saidOfNothing } from '../say-near.js';
import { asTyped, heading, openUrl, paragraphs, row, stack, together } from './adaptive-card.js';
import type { Card, CardPart } from './adaptive-card.js';
import { isRightToLeft, says } from './card-voice.js';
import type { CardVoice } from './card-voice.js';

/** Ways to go on with something else, each a button of its own. */
export function offersBeside(offers: readonly Offer[], voice: CardVoice): readonly CardPart[] {
  // Safe: the values of offer buttons are commands.
  const actions = offerButtons(offers, voice.word).map(({ title, value }) =>
    says(title, value as Readonly<Record<string, unknown>>, voice),
  );
  return stack(actions);
}

/** A number to ring: digits alone. */
export function telOf(phone: string): string | undefined {
  const digits = phone.replace(/[^\d+]/gu, '');
  return digits.length < 3 ? undefined : `tel:${digits}`;
}

function isWeb(url: string | undefined): url is string {
  return url !== undefined && URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
}

/** Ways to reach it: telephone, website, map. */
export function linksOf(match: Match, { word }: Pick<CardVoice, 'word'>): readonly CardPart[] {
  const { phones, url } = match.service;
  const tel = phones[0] === undefined ? undefined : telOf(phones[0]);
  const map = mapLink(match);
  return [
    ...(tel === undefined ? [] : [openUrl(word({ product: 'near.call' }), tel)]),
    ...(isWeb(url) ? [openUrl(word({ product: 'near.website' }), url)] : []),
    ...(map === undefined ? [] : [openUrl(word({ product: 'near.map' }), map)]),
  ];
}

/** One service. Its name and words are the feed's, and no Markdown. */
function service(match: Match, number: number, voice: CardVoice): CardPart {
  const { word } = voice;
  const { id, name } = match.service;
  const more = says(word({ product: 'near.more' }), { command: 'more', key: id }, voice);
  const reasons = wordReasons(match.reasons).map(word).join(' · ');
  const where = reaching(match, word, 'beside-links').map(line => asTyped(line));
  return together([
    asTyped(`${String(number)}. ${name}`, 'Bolder'),
    ...paragraphs(reasons),
    ...where,
    row([{ ...more, tooltip: word({ product: 'near.more-about', params: { name } }) }, ...linksOf(match, voice)]),
  ]);
}

/** What is near under some sentences, with the ways to go on. `only`: nobody is asked beside it. `text`: the same as text alone. */
export function nearCard(
  sentences: readonly string[],
  near: Near,
  offers: readonly Offer[],
  text: string,
  voice: CardVoice,
  only = false,
): Card {
  const { word, lang } = voice;
  const numbers = numbered(near);
  const groups = near.groups.flatMap(group => [
    heading(word({ file: 'needs', id: group.need, field: 'text' })),
    ...group.matches.map(match => service(match, numbers.get(match.service.id)?.number ?? 0, voice)),
    ...(group.matches.length === 0 ? nothing(group, saidOfNothing(near, only), voice).flatMap(paragraphs) : []),
  ]);
  const [first = word({ product: 'near.title' }), ...rest] = sentences;
  const said = sentences.length === 0 ? [] : [heading(first), ...rest.flatMap(paragraphs)];
  const body = [...said, ...cautions(near).map(word).flatMap(paragraphs), ...groups, ...offersBeside(offers, voice)];
  return { lang, rtl: isRightToLeft(voice), speak: first, fallbackText: text, body };
}
