// One form with every item type FHIR R4 has, answered by typing in each language, to a response that two judges find valid.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { chatOver, linesOf, responseOf, type Json } from '../support/a-form-chat.js';
import { medplumFaults } from '../support/fhir-validators.js';
import { extension } from '../content/a-questionnaire.js';

const kilogram = { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' };
const option = (code: string, display: string): Json => ({ valueCoding: { system: 'https://example.org/answers', code, display } });

const items: readonly Json[] = [
  { linkId: 'display', type: 'display', text: 'One question of each kind.' },
  {
    linkId: 'group',
    type: 'group',
    text: 'The first part',
    item: [
      { linkId: 'boolean', type: 'boolean', text: 'boolean?', required: true },
      { linkId: 'decimal', type: 'decimal', text: 'decimal?', required: true },
      { linkId: 'integer', type: 'integer', text: 'integer?', required: true },
      { linkId: 'date', type: 'date', text: 'date?', required: true },
      { linkId: 'dateTime', type: 'dateTime', text: 'dateTime?', required: true },
      { linkId: 'time', type: 'time', text: 'time?', required: true },
    ],
  },
  { linkId: 'string', type: 'string', text: 'string?', required: true },
  { linkId: 'text', type: 'text', text: 'text?', required: true },
  { linkId: 'url', type: 'url', text: 'url?', required: true },
  { linkId: 'choice', type: 'choice', text: 'choice?', required: true, answerOption: [option('r', 'Red'), option('g', 'Green')] },
  { linkId: 'several', type: 'choice', repeats: true, text: 'several?', answerOption: [option('r', 'Red'), option('g', 'Green')] },
  { linkId: 'open', type: 'open-choice', text: 'open?', required: true, answerOption: [option('r', 'Red')] },
  { linkId: 'attachment', type: 'attachment', text: 'attachment?', required: true },
  { linkId: 'reference', type: 'reference', text: 'reference?', required: true },
  {
    linkId: 'quantity',
    type: 'quantity',
    text: 'quantity?',
    required: true,
    extension: [extension('questionnaire-unitOption', { valueCoding: kilogram })],
  },
];

/** What is typed to each question, in order; then the review is there. */
const typed: Readonly<Record<string, readonly string[]>> = {
  en: [
    'yes',
    '2.5',
    'twelve',
    '3 February 2020',
    '3 February 2020 at 10:30',
    'half past nine',
    'A word',
    'Some words of mine',
    'https://example.org/me',
    'green',
    '1 and 2',
    'Purple',
    'https://example.org/a.pdf',
    'Dr Jones',
    '70 kg',
  ],
  pl: [
    'tak',
    '2,5',
    '12',
    '3 lutego 2020',
    '3 lutego 2020 10:30',
    '9:30',
    'Słowo',
    'Kilka moich słów',
    'https://example.org/ja',
    'green',
    '1 i 2',
    'Fioletowy',
    'https://example.org/a.pdf',
    'dr Kowalski',
    '70 kg',
  ],
  ar: [
    'نعم',
    '٢٫٥',
    '١٢',
    '٣ فبراير ٢٠٢٠',
    '٣ فبراير ٢٠٢٠ ١٠:٣٠',
    '٩:٣٠',
    'كلمة',
    'بعض كلماتي',
    'https://example.org/ana',
    '٢',
    '١ و ٢',
    'بنفسجي',
    'https://example.org/a.pdf',
    'الدكتور أحمد',
    '٧٠ kg',
  ],
};

const green = { system: 'https://example.org/answers', code: 'g', display: 'Green' };
const red = { system: 'https://example.org/answers', code: 'r', display: 'Red' };

describe('a form with every item type', () => {
  for (const [lang, answers] of Object.entries(typed)) {
    it(`is answered by typing in ${lang}, to a valid response`, () => {
      const dialogue = chatOver(items, { lang });
      const asked = [dialogue.question.linkId];
      for (const answer of answers) {
        const before = dialogue.question.key;
        dialogue.says(answer);
        expect(dialogue.question.key, `${before}: ${answer}: ${dialogue.heard}`).not.to.equal(before);
        asked.push(dialogue.question.linkId);
      }
      expect(asked.at(-1)).to.equal('review');
      expect(new Set(asked).size).to.equal(answers.length + 1);
      expect(linesOf(dialogue)).to.have.length(answers.length);
      const response = responseOf(dialogue);
      expect(medplumFaults(JSON.parse(JSON.stringify(response)) as object)).to.deep.equal([]);
      const flat = (response.item ?? []).flatMap(item => [item, ...(item.item ?? [])]);
      const given = Object.fromEntries(flat.map(({ linkId, answer }) => [linkId, answer]));
      expect(given).to.deep.include({
        boolean: [{ valueBoolean: true }],
        decimal: [{ valueDecimal: 2.5 }],
        integer: [{ valueInteger: 12 }],
        date: [{ valueDate: '2020-02-03' }],
        dateTime: [{ valueDateTime: '2020-02-03T10:30:00+00:00' }],
        time: [{ valueTime: '09:30:00' }],
        choice: [{ valueCoding: green }],
        several: [{ valueCoding: red }, { valueCoding: green }],
        attachment: [{ valueAttachment: { url: 'https://example.org/a.pdf' } }],
        quantity: [{ valueQuantity: { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } }],
      });
      expect(given['reference']?.[0]).to.deep.equal({ valueReference: { display: answers[13] } });
      expect(given['string']?.[0]).to.include({ valueString: answers[6] });
      expect(given['text']?.[0]).to.include({ valueString: answers[7] });
      expect(given['url']?.[0]).to.include({ valueUri: answers[8] });
      expect(given['open']?.[0]).to.include({ valueString: answers[11] });
    });
  }

  it('says at each question what a good answer is, and how to find help, whatever is typed', () => {
    const dialogue = chatOver(items);
    for (const answer of typed['en'] ?? []) {
      const { key } = dialogue.question;
      dialogue.says('help');
      expect(dialogue.question.key).to.equal(key);
      expect(dialogue.replies.some(reply => reply.kind === 'say' && reply.phrases.length > 1)).to.equal(true);
      dialogue.says(answer);
    }
    expect(dialogue.question.key).to.equal('review');
  });
});
