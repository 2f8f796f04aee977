// Helplines as lines of text: name, number, hours; numbers stay left to right in every language.
import { ActionTypes, CardFactory } from 'botbuilder';
import type { Activity, CardAction } from 'botbuilder';
import type { Content } from '../../content/content.js';
import type { Phrase } from '../../content/languages/phrase.js';
import type { Helpline } from '../../content/journey/service-schema.js';

/** A helpline as clients read it (`channelData.waymark.helplines`). */
export interface WireHelpline {
  readonly id: string;
  readonly name: string;
  readonly number?: string;
  /** `tel:`, `sms:` or `https:`. */
  readonly href: string;
  /** Open at the time of the message. */
  readonly open: boolean;
}

function hours(line: Helpline): Phrase {
  return line.hours === '24/7' ? { product: 'helpline.always' } : { file: 'helplines', id: line.id, field: 'hours' };
}

/** How a telephone opens this line: `tel:`, `sms:`, or the address of a page. */
export function hrefOf(line: Helpline): string {
  if (line.contact === 'web' || line.number === undefined) return line.url ?? '';
  return `${line.contact === 'text' ? 'sms' : 'tel'}:${line.number.replace(/\s/gu, '')}`;
}

function phraseOf(line: Helpline): Phrase {
  const name: Phrase = { file: 'helplines', id: line.id, field: 'name' };
  if (line.contact === 'web') return { product: 'helpline.web', params: { name, url: { isolate: line.url ?? '' } } };
  const params = { name, number: { isolate: line.number ?? '' }, hours: hours(line) };
  return { product: line.contact === 'text' ? 'helpline.text' : 'helpline.call', params };
}

/** Is it open now? Said of lines that close. */
function openness(line: Helpline, isClosed: boolean): Phrase | undefined {
  if (line.hours === '24/7') return undefined;
  return { product: isClosed ? 'helpline.closed-now' : 'helpline.open-now' };
}

/** One line of text for each helpline id, in `lang`; lines that are not open all day say whether they are open now, where `closed` is known. */
export function wordHelplines(
  ids: readonly string[],
  closed: readonly string[] | undefined,
  content: Content,
  lang: string,
): readonly string[] {
  return ids.flatMap(id => {
    const line = content.helplines.get(id);
    if (line === undefined) return [];
    const phrases = [phraseOf(line), closed && openness(line, closed.includes(id))].filter(phrase => phrase !== undefined);
    return [phrases.map(phrase => content.translator.word(phrase, lang)).join(' · ')];
  });
}

/** What a client can dial, text or open: beside the words, for buttons and links. */
export function wireHelplines(ids: readonly string[], closed: readonly string[], content: Content, lang: string): readonly WireHelpline[] {
  return ids.flatMap(id => {
    const line = content.helplines.get(id);
    if (line === undefined) return [];
    const name = content.translator.word({ file: 'helplines', id, field: 'name' }, lang);
    return [{ id, name, href: hrefOf(line), open: !closed.includes(id), ...(line.number === undefined ? {} : { number: line.number }) }];
  });
}

/** A card of numbers to tap. Text beside it says the same, for channels that show no cards. */
export function numbersCard(lines: readonly WireHelpline[]): Partial<Activity> {
  const buttons = lines.map(({ name, number, href }): CardAction => {
    return { type: ActionTypes.OpenUrl, title: number === undefined ? name : `${name}: ${number}`, value: href };
  });
  return buttons.length > 0 ? { attachments: [CardFactory.heroCard('', [], buttons)] } : {};
}
