// What is told at an end, sent or not, as a card: the first sentence as its heading, and the ways to go on.
import type { Offer } from '../../../conversation/reply.js';
import { heading, paragraphs } from './adaptive-card.js';
import type { Card } from './adaptive-card.js';
import { isRightToLeft } from './card-voice.js';
import type { CardVoice } from './card-voice.js';
import { offersBeside } from './near-card.js';

/** Sentences on a card. */
export function toldCard(sentences: readonly string[], offers: readonly Offer[], voice: CardVoice): Card {
  const [first = '', ...rest] = sentences;
  const body = [heading(first), ...rest.flatMap(paragraphs), ...offersBeside(offers, voice)];
  return { lang: voice.lang, rtl: isRightToLeft(voice), speak: first, fallbackText: sentences.join('\n'), body };
}
