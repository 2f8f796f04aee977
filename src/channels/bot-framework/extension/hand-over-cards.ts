// The cards of the dialog by which staff begin a referral for a patient. English, as the desk is; what the patient is shown is in their language.
import type { Content } from '../../../content/content.js';
import { handOverMinutes } from '../../../conversation/hand-over.js';
import { codeAddress, handOverLink } from '../../pages/private-card.js';
import { offeredLanguages, sourceLanguage, wordsIn } from '../../pages/words.js';
import { asTyped, choice, heading, openUrl, paragraphs, small } from '../cards/adaptive-card.js';
import type { Card, CardPart } from '../cards/adaptive-card.js';
import { qrPicture } from './qr-picture.js';
import type { WayOver } from './read-invoke.js';

/** A card of sentences under a heading. */
export function plainCard(
  title: string,
  sentences: readonly string[],
  more: readonly CardPart[] = [],
  actions: readonly CardPart[] = [],
): Card {
  const body = [heading(title), ...sentences.flatMap(paragraphs), ...more];
  return { lang: sourceLanguage, rtl: false, speak: title, fallbackText: [title, ...sentences].join('\n'), body, actions };
}

function submit(title: string, data: Readonly<Record<string, unknown>>): CardPart {
  return { type: 'Action.Submit', title, data };
}

function languageChoice(content: Content): CardPart {
  const choices = offeredLanguages(content).map(({ tag, name, englishName }) =>
    choice(englishName === name ? name : `${englishName} – ${name}`, tag),
  );
  return {
    type: 'Input.ChoiceSet',
    id: 'lang',
    label: 'The patient’s language',
    style: 'compact',
    wrap: true,
    value: sourceLanguage,
    choices,
  };
}

function needChoice({ needs }: Content): CardPart {
  const choices = needs.map(({ key, label }) => choice(label, key));
  const label = 'What they need, if you know it. They are asked, and can change it.';
  return { type: 'Input.ChoiceSet', id: 'needs', label, style: 'expanded', isMultiSelect: true, wrap: true, choices };
}

/** What is chosen first. */
export function askCard(content: Content): Card {
  const sentences = ['Their answers are never asked for in this chat.'];
  return plainCard(
    'Start a referral',
    sentences,
    [languageChoice(content), needChoice(content), small('Nothing that tells who the patient is.')],
    [submit('Hand over to their phone', { do: 'hand-over' }), submit('Start here, with the patient', { do: 'start' })],
  );
}

/** QR, address and code, as they are held out to the patient: in their language, then once more as text. */
function heldOut(over: WayOver, origin: string, content: Content): readonly CardPart[] {
  const words = wordsIn(content, over.lang);
  const shown = { origin, handOver: over };
  const link = handOverLink(shown, words.lang);
  const scan = words.t('handover.private.scan', { url: { isolate: codeAddress(origin) }, code: { isolate: over.code } });
  return [
    ...paragraphs(scan).map(part => (words.dir === 'rtl' ? { ...part, horizontalAlignment: 'Right' } : part)),
    { type: 'Image', url: qrPicture(link), altText: 'QR code of the link' },
    asTyped(`${codeAddress(origin)}   ${over.code}`, 'Bolder'),
    asTyped(link),
  ];
}

/** What staff hold out. `beside`: it can be put into the chat the dialog was opened from. */
export function givenCard(over: WayOver, origin: string, content: Content, beside: boolean): Card {
  const { path, code, lang, until } = over;
  const put = submit('Put into this chat', { do: 'put', path, code, lang, until });
  const sentences = [`It works once, for ${String(handOverMinutes)} minutes. It is shown only now.`];
  return plainCard('Hand over to the patient’s phone', sentences, heldOut(over, origin, content), beside ? [put] : []);
}

/** Asked before it is put where several people read. */
export function sureCard({ path, code, lang, until }: WayOver): Card {
  const sentences = [
    'Whoever opens the link first has the conversation, and then the patient cannot. They also see which needs you chose.',
    'Put it here only if somebody in this chat is with the patient now.',
  ];
  return plainCard(
    'Several people read this chat',
    sentences,
    [],
    [submit('Put it here', { do: 'put', path, code, lang, until, sure: true })],
  );
}

function clockTime(iso: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(new Date(iso));
}

/** The way over in a chat. It has no button: nobody should open it who only wants to see what it is. */
export function chatCard(over: WayOver, origin: string, content: Content): Card {
  const sentences = [`For the patient’s own phone. It works once, until ${clockTime(over.until)}. Do not open it yourself.`];
  return plainCard('A referral for a patient to carry on with', sentences, heldOut(over, origin, content));
}

/** Where one starts with the patient present. */
export function startCard(address: string): Card {
  const sentences = [
    'The questions are asked on the desk’s page: your organisation keeps what is written in Teams, and others may read it.',
    'Sign in there if you are asked to, and open this link again. The language and the needs you chose are set.',
  ];
  return plainCard('Start with the patient', sentences, [], [openUrl('Open the desk', address)]);
}

/** Nothing can be given from here. */
export const noAddressCard = plainCard('Use the desk', [
  'This server does not know its own address, so no link can be made here. Whoever runs it sets WAYMARK_PUBLIC_URL.',
]);

/** Nothing was given. */
export const tryAgainCard = plainCard('It did not work', [
  'Our system is not answering right now. Nothing was handed over. Try again in a few minutes.',
]);
