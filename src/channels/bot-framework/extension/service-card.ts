// A service as a card in a chat among staff: what it is, for whom, what it costs, where and when, how to reach it, how fresh that is. English, as
// the desk is; the leaflet behind it is in the patient's language. Nothing on it tells who it was looked up for: no need, no distance.
import type { Content } from '../../../content/content.js';
import { freshnessInEnglish, warningInEnglish } from '../../../directory/desk/say-service.js';
import { explainService } from '../../../directory/explain-service.js';
import type { ExplainedService } from '../../../directory/explain-services.js';
import type { Reason } from '../../../directory/match-reason.js';
import { wordReasons } from '../../../directory/word-match.js';
import { leafletAddress } from '../../pages/leaflet-address.js';
import { offeredLanguages, sourceLanguage } from '../../pages/words.js';
import { asTyped, openUrl, paragraphs, small } from '../cards/adaptive-card.js';
import type { Card, CardPart } from '../cards/adaptive-card.js';
import { linksOf } from '../cards/near-card.js';
import { hoursOf, reaching } from '../say-near.js';
import type { NearVoice } from '../say-near.js';

/** How it is drawn. */
export interface ServiceView {
  readonly content: Content;
  /** ISO date. */
  readonly today: string;
  /** The services are made up. */
  readonly sample: boolean;
  /** Where the pages are, without a slash at the end, if that is known. */
  readonly publicUrl: string | undefined;
  /** Language of the leaflet. */
  readonly lang: string;
}

/** A card in a chat is read at a glance; the leaflet has the whole of it. */
const longestAbout = 500;

/** Told elsewhere on the card. */
const elsewhere: ReadonlySet<Reason['code']> = new Set(['small-local', 'days', 'starts', 'address-kept', 'stale']);

function voiceOf({ content, today }: ServiceView): NearVoice {
  return { content, today, lang: sourceLanguage, word: phrase => content.translator.word(phrase, sourceLanguage) };
}

/** Cut between words. */
function shortened(text: string): string {
  return text.length <= longestAbout ? text : `${text.slice(0, longestAbout).replace(/\s+\S*$/u, '')} …`;
}

function toKnow({ service, place, misses }: ExplainedService, { today, word }: NearVoice): readonly string[] {
  const reasons = explainService(service, place, today).filter(({ code }) => !elsewhere.has(code));
  const shut = misses.filter(({ code }) => code === 'closed').map(warningInEnglish);
  return [wordReasons(reasons).map(word).join(' · '), ...shut, ...(service.hidden ? [word({ product: 'near.address-kept-why' })] : [])];
}

function leafletIn(lang: string, id: string, publicUrl: string): string {
  return `${publicUrl}${leafletAddress({ services: [id], setting: 'standard' }, lang)}`;
}

/** Links as Markdown: their words are ours, and an address holds no bracket. */
function inAllLanguages(id: string, { content, publicUrl = '' }: ServiceView): CardPart {
  const address = (tag: string): string => leafletIn(tag, id, publicUrl).replaceAll('(', '%28').replaceAll(')', '%29');
  const text = offeredLanguages(content)
    .map(({ tag, name }) => `[${name}](${address(tag)})`)
    .join(' · ');
  const body = [{ type: 'TextBlock', text, wrap: true }];
  return { type: 'Action.ShowCard', title: 'Leaflet in another language', card: { type: 'AdaptiveCard', body } };
}

function leaflets(id: string, view: ServiceView): readonly CardPart[] {
  const { content, publicUrl, lang } = view;
  if (publicUrl === undefined) return [];
  const name = content.languages.get(lang)?.name;
  const title = lang === sourceLanguage || name === undefined ? 'Leaflet' : `Leaflet: ${name}`;
  return [openUrl(title, leafletIn(lang, id, publicUrl)), inAllLanguages(id, view)];
}

/** The card. */
export function serviceCard(found: ExplainedService, view: ServiceView): Card {
  const voice = voiceOf(view);
  const { word } = voice;
  const { service } = found;
  const { name, provider, about, alert, costNote, email } = service;
  const kind = word({ product: `near.provider.${provider.kind}` });
  const typed = [
    shortened(about),
    ...(alert === undefined ? [] : [alert]),
    ...reaching(found, word, 'beside-links'),
    ...hoursOf(found, voice),
    ...(costNote === undefined ? [] : [`${word({ product: 'near.cost' })}: ${costNote}`]),
    ...(email === undefined ? [] : [`${word({ product: 'near.email' })}: ${email}`]),
  ].filter(line => line.trim() !== '');
  const body = [
    asTyped(name, 'Bolder'),
    asTyped(provider.name === name ? kind : `${provider.name} · ${kind}`),
    ...toKnow(found, voice).flatMap(paragraphs),
    ...typed.map(line => asTyped(line)),
    small(freshnessInEnglish(found).text),
    ...(view.sample ? paragraphs(word({ product: 'near.sample' })) : []),
  ];
  const actions = [...linksOf(found, voice), ...leaflets(service.id, view)];
  return { lang: sourceLanguage, rtl: false, speak: name, fallbackText: [name, ...typed].join('\n'), body, actions };
}
