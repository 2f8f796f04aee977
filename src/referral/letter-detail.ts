// The second part of the letter: each need with its answers, measures, permissions, and how the answers came to be what they are.
import { describeNearby } from './describe-nearby.js';
import { languageInWords, timeInWords } from '../text/staff-words.js';
import { needsInOrder } from './describe-person.js';
import type { LetterBlock, LetterText } from './letter.js';
import type { Referral, ReferralAnswer, ReferralConsent, ReferralMeasure } from './referral.js';

const english = (text: string): LetterText => ({ text, lang: 'en-GB' });
const heading = (text: string): LetterBlock => ({ kind: 'heading', level: 2, text });

function rowOf(answer: ReferralAnswer): { readonly label: string; readonly values: readonly LetterText[] } {
  const by = answer.by === undefined ? [] : [english('(given to staff)')];
  return { label: answer.question, values: [{ text: answer.answer, lang: answer.wordsIn ?? 'en-GB' }, ...by] };
}

function answerBlocks(title: string, answers: readonly ReferralAnswer[], level: 2 | 3): readonly LetterBlock[] {
  if (answers.length === 0) return [];
  return [
    { kind: 'heading', level, text: title },
    { kind: 'facts', rows: answers.map(rowOf) },
  ];
}

function needBlocks(referral: Referral): readonly LetterBlock[] {
  const told = needsInOrder(referral).filter(({ answers }) => answers.length > 0);
  if (told.length === 0) return [];
  return [heading('Needs in detail'), ...told.flatMap(({ label, answers }) => answerBlocks(label, answers, 3))];
}

function figure({ value, range, band }: ReferralMeasure): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const scale = range === undefined ? '' : ` (from ${String(range[0])} to ${String(range[1])})`;
  return `${String(value)}${scale}${band === undefined ? '' : `: ${band}`}`;
}

function measureBlocks({ measures }: Referral): readonly LetterBlock[] {
  if (measures.length === 0) return [];
  const rows = measures.map(measure => ({ label: measure.name, values: [english(`${figure(measure)}, ${timeInWords(measure.at)}`)] }));
  return [heading('Measures'), { kind: 'facts', rows }];
}

function nearbyBlocks(referral: Referral): readonly LetterBlock[] {
  const lines = describeNearby(referral);
  return lines.length === 0 ? [] : [heading('What is near, as it was shown'), { kind: 'list', items: lines.map(english) }];
}

const purposes: Readonly<Record<ReferralConsent['purpose'], string>> = {
  'share-link-worker': 'Share with the link worker',
  'share-gp': 'Share with the GP practice',
  contact: 'Be contacted',
};

function consentBlocks({ consents }: Referral): readonly LetterBlock[] {
  if (consents.length === 0) return [];
  const rows = consents.map(({ purpose, given, at, lang, wording }) => ({
    label: purposes[purpose],
    values: [english(`${given ? 'Yes' : 'No'}, ${timeInWords(at)}, asked in ${languageInWords(lang)}: “${wording}”`)],
  }));
  return [heading('Permissions'), { kind: 'facts', rows }];
}

/** Parts of the journey that stand elsewhere in the letter, or are only steps on the way. */
const elsewhere: ReadonlySet<string> = new Set(['start', 'consent', 'proxy', 'near']);

/** Every other answer, in the order asked. */
function restBlocks({ answers, needs, words, who }: Referral): readonly LetterBlock[] {
  const shown = new Set([...needs.flatMap(need => need.answers), ...words, ...who.detail].map(({ linkId }) => linkId));
  const rest = answers.filter(({ linkId, part }) => !shown.has(linkId) && !elsewhere.has(part) && !part.startsWith('contact'));
  return answerBlocks('Other answers', rest, 2);
}

const changed: Readonly<Record<NonNullable<Referral['changes']>[number]['did'], string>> = {
  changed: 'changed their answer',
  dropped: 'no longer asked, so the answer was taken out',
  'asked-again': 'the question itself changed, so it was asked again',
};

function changeBlocks({ changes = [] }: Referral): readonly LetterBlock[] {
  if (changes.length === 0) return [];
  const items = changes.map(({ question, did, at }) => english(`${question}: ${changed[did]}, ${timeInWords(at)}`));
  return [heading('Changed before sending'), { kind: 'list', items }];
}

/** Everything that the first page leaves out. */
export function detailBlocks(referral: Referral): readonly LetterBlock[] {
  return [
    ...needBlocks(referral),
    ...measureBlocks(referral),
    ...nearbyBlocks(referral),
    ...restBlocks(referral),
    ...consentBlocks(referral),
    ...changeBlocks(referral),
  ];
}
