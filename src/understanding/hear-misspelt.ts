// What an answer that is in no list says all the same: with one slip of the finger, or in one's own spelling of Latin letters. Only where
// everything it could be says one thing; only in the language of the conversation; never for what cannot be taken back.
import type { Command, Language } from '../content/content.js';
import { phraseSkeleton } from '../text/romanised.js';
import { answerForms, undoubled } from './answer-forms.js';
import type { AnswerForms, Said, Stance } from './answer-forms.js';
import { barePhrase, longestPhrase, longestTyped, withoutEdges } from './bare-phrase.js';

/** Commands that may be misspelt: none of them sends, erases or begins anew. */
const forgiving = ['skip', 'back', 'help', 'stop', 'pause'] as const satisfies readonly Command[];
export type ForgivingCommand = (typeof forgiving)[number];

/** What a phrase says by a key held too long, by a slip or by its skeleton, where all of these agree. */
function onlyMeaning(phrase: string, { undoubled: held, near, skeletons }: AnswerForms): Said | undefined {
  const meanings = new Set(near(phrase));
  const [plain, skeleton] = [undoubled(phrase), skeletons.size === 0 ? '' : phraseSkeleton(phrase)];
  if (plain !== phrase && held.has(plain)) meanings.add(held.get(plain));
  if (skeletons.has(skeleton)) meanings.add(skeletons.get(skeleton));
  return meanings.size === 1 ? [...meanings][0] : undefined;
}

function hearMisspelt(text: string, lang: string, languages: ReadonlyMap<string, Language>): Said | undefined {
  const listen = languages.get(lang)?.listen;
  const phrase = text.length > longestTyped ? text : barePhrase(text);
  if (!listen || phrase.length > longestPhrase) return undefined;
  const forms = answerForms(listen);
  const phrases = [...new Set([phrase, withoutEdges(phrase, listen.polite)])];
  if (phrases.some(one => forms.said.has(one))) return undefined;
  const meanings = new Set(phrases.map(one => onlyMeaning(one, forms)).filter(said => said !== undefined));
  return meanings.size === 1 ? [...meanings][0] : undefined;
}

/** Yes, no, unsure or none, misspelt; undefined for anything else, and for what is listed (which is no slip). */
export function hearMisspeltStance(
  text: string,
  lang: string,
  languages: ReadonlyMap<string, Language>,
): Exclude<Stance, 'neither'> | undefined {
  const said = hearMisspelt(text, lang, languages);
  return said === 'yes' || said === 'no' || said === 'unsure' || said === 'none' ? said : undefined;
}

/** Skip, back, help, stop or pause, misspelt. For text that was not understood as an answer: names come before slips. */
export function hearMisspeltCommand(text: string, lang: string, languages: ReadonlyMap<string, Language>): ForgivingCommand | undefined {
  const said = hearMisspelt(text, lang, languages);
  return forgiving.find(command => command === said);
}
