// Referral -> the letter for the link worker, in English: one page to read in a minute before the first call, then everything else. What a person wrote
// stands as they wrote it, in their script, with a note of the language; nothing is translated.
import type { Service } from '../content/journey/service-schema.js';
import { dateInWords, languageInWords, timeInWords } from '../text/staff-words.js';
import { showPhone } from '../text/show-phone.js';
import { ageOf, needsInOrder } from './describe-person.js';
import { flagWords, howHeard, urgencyWords } from './flag-words.js';
import { detailBlocks } from './letter-detail.js';
import type { Letter, LetterBlock, LetterText } from './letter.js';
import type { Referral, ReferralAnswer } from './referral.js';

/** English words. */
export function inEnglish(text: string): LetterText {
  return { text, lang: 'en-GB' };
}

/** An answer as it was given, in the language it was written in. */
export function asGiven({ answer, wordsIn }: ReferralAnswer): LetterText {
  return { text: answer, lang: wordsIn ?? 'en-GB' };
}

interface Row {
  readonly label: string;
  readonly values: readonly LetterText[];
}

/** A row, if there is anything to say in it. */
export function row(label: string, ...values: readonly (string | LetterText | undefined)[]): readonly Row[] {
  const said = values.flatMap(value => (value === undefined || value === '' ? [] : [typeof value === 'string' ? inEnglish(value) : value]));
  return said.length === 0 ? [] : [{ label, values: said }];
}

function flagBlocks({ flags, language }: Referral): readonly LetterBlock[] {
  if (flags.length === 0) return [];
  const lines = flags.flatMap(({ kind, tier, rule, at, words }): readonly LetterText[] => [
    inEnglish(`${flagWords[kind]}: ${howHeard({ tier, rule })}, ${timeInWords(at)}.`),
    ...(words === undefined || words.trim() === '' ? [] : [{ text: words, lang: language.written }]),
  ]);
  return [{ kind: 'alert', title: 'Red flags: act on these first', lines }];
}

function notAskedBlocks({ notAsked = [] }: Referral): readonly LetterBlock[] {
  if (notAsked.length === 0) return [];
  const safety = notAsked.some(one => one.safety) ? 'The safety question was not asked. Ask it when the person can speak freely. ' : '';
  const others = [...new Set(notAsked.filter(one => !one.safety).map(one => one.question))];
  const rest = others.length === 0 ? '' : `Left out at the desk: ${others.join('; ')}.`;
  return [{ kind: 'alert', title: 'Not asked: no privacy', lines: [inEnglish(`${safety}${rest}`.trim())] }];
}

const fillers: Readonly<Record<Referral['who']['kind'], string>> = {
  self: 'The person themselves',
  helped: 'The person, with somebody helping to type',
  other: 'Somebody else, asking for the person',
};

function bornRow(referral: Referral, now: Date): readonly Row[] {
  const { dateOfBirth } = referral.person;
  const age = ageOf(referral, now);
  const known = [dateOfBirth && dateInWords(dateOfBirth), age === undefined ? undefined : `${String(age)} years`];
  return row('Date of birth', known.filter(Boolean).join(', '));
}

function languageRow({ language }: Referral): readonly Row[] {
  const { spokenName, spoken, written, interpreter } = language;
  const speaks = spokenName ?? (spoken === undefined ? 'not told' : languageInWords(spoken));
  const booked = interpreter ? 'Book an interpreter.' : 'No interpreter asked for.';
  return row('Language', `Speaks: ${speaks}. Wrote in ${languageInWords(written)}. ${booked}`);
}

function reachRows({ contact, eligibility, language }: Referral): readonly Row[] {
  return [
    ...row('Telephone', contact.phone && showPhone(contact.phone)),
    ...row('E-mail', contact.email),
    ...row('Address', contact.address ?? eligibility.postcode),
    ...row('Safe contact', ...contact.safety),
    ...row('Best times', contact.times === undefined ? undefined : { text: contact.times, lang: language.written }),
  ];
}

function personRows(referral: Referral, now: Date): readonly Row[] {
  const { contact, person, eligibility, language, who } = referral;
  const { practice } = eligibility;
  return [
    ...row('Name', contact.name === '' ? 'No name given' : { text: contact.name, lang: language.written }),
    ...bornRow(referral, now),
    ...row('NHS number', person.nhsNumber && `${person.nhsNumber} (as typed; not traced)`),
    ...reachRows(referral),
    ...languageRow(referral),
    ...row('Access needs', ...language.access.map(({ label }) => label)),
    ...row('Filled in by', fillers[who.kind], ...who.detail.map(asGiven)),
    ...row('Practice', practice && `${practice.name} (${practice.ods})`),
  ];
}

const withoutNeeds: Readonly<Record<Referral['way'], string>> = {
  full: 'No need was named.',
  'call-me': 'Asked to be called; needs were not asked about.',
  'call-back': 'Asked for a call after urgent help; nothing else was shared.',
};

function needBlocks(referral: Referral): readonly LetterBlock[] {
  const needs = needsInOrder(referral);
  if (needs.length === 0) return [{ kind: 'paragraph', text: withoutNeeds[referral.way] }];
  return [{ kind: 'list', items: needs.map(({ label, first }) => inEnglish(first ? `${label} (to begin with)` : label)) }];
}

/** What a person wrote, each piece under its question. */
function wordBlocks({ words }: Referral): readonly LetterBlock[] {
  return words.map((answer): LetterBlock => {
    const tongue = answer.wordsIn === undefined || answer.wordsIn.startsWith('en') ? '' : `, written in ${languageInWords(answer.wordsIn)}`;
    return { kind: 'words', words: asGiven(answer), note: `${answer.question}${tongue}` };
  });
}

function askBlocks({ nearby }: Referral): readonly LetterBlock[] {
  if (nearby === undefined || nearby.askAbout.length === 0) return [];
  return [{ kind: 'facts', rows: row('Wants to ask about', ...nearby.askAbout.map(({ name }) => name)) }];
}

/** The letter. `now`: the age is as of then. */
export function toLetter(referral: Referral, service: Pick<Service, 'name'>, now: Date): Letter {
  const title = `Social prescribing referral ${referral.reference}`;
  return {
    lang: 'en-GB',
    title,
    foot: `${service.name} · referral ${referral.reference} · confidential`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'paragraph',
        text: `A self-referral, sent ${timeInWords(referral.submittedAt)}. ${urgencyWords[referral.urgency]}.`,
        strong: true,
      },
      ...flagBlocks(referral),
      ...notAskedBlocks(referral),
      { kind: 'heading', level: 2, text: 'The person' },
      { kind: 'facts', rows: personRows(referral, now) },
      { kind: 'heading', level: 2, text: 'What they ask for help with' },
      ...needBlocks(referral),
      ...wordBlocks(referral),
      ...askBlocks(referral),
      { kind: 'page' },
      ...detailBlocks(referral),
    ],
  };
}
