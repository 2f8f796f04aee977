// Numbers to press beside help for danger. The text of the message says all of them too: where a client opens no telephone, nothing is missing.
import type { WireHelpline } from '../word-helplines.js';
import { openUrl, stack } from './adaptive-card.js';
import type { Card } from './adaptive-card.js';
import { isRightToLeft } from './card-voice.js';
import type { CardVoice } from './card-voice.js';

/** A card of links, the most urgent first. */
export function helpCard(lines: readonly WireHelpline[], text: string, voice: CardVoice): Card {
  const links = lines.map(({ name, number, href }) => openUrl(number === undefined ? name : `${name}: ${number}`, href));
  const speak = lines.map(({ name }) => name).join(', ');
  return { lang: voice.lang, rtl: isRightToLeft(voice), speak, fallbackText: text, body: stack(links) };
}
