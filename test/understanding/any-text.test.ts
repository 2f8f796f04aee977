import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { AnswerValue, FormItem } from '../../src/content/forms/form.js';
import { itemTypes } from '../../src/content/forms/questionnaire-schema.js';
import { checkValue } from '../../src/questionnaire/check-answer.js';
import { readAnswer } from '../../src/understanding/read-answer.js';
import type { Reading } from '../../src/understanding/read-answer.js';
import { readValue } from '../../src/understanding/read-value.js';
import { anItem, languages } from './our-languages.js';

const units: FormItem['units'] = [{ label: 'kg', code: 'kg' }, { label: 'stone' }];
const items: readonly FormItem[] = itemTypes.flatMap(type => [anItem({ type }), anItem({ type, units })]);

/** What people's answers are made of, in any order. */
const piece = fc.constantFrom(
  ...[
    '10',
    '3',
    '15:30',
    '2026',
    '2026-06-10',
    'T',
    'Z',
    '+01:00',
    'June',
    'czerwca',
    'يونيو',
    'pm',
    'half past',
    'wpół do',
    'والنصف',
    'م',
  ],
  ...[
    'kg',
    'kilos',
    'كيلو',
    '70,5',
    '1.000',
    'www.',
    'example.org',
    'https://',
    '(',
    ')',
    '.',
    ',',
    '/',
    '-',
    ' ',
    ' ',
    ' ',
    '\u200f',
    '٣',
  ],
);
const jumble = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''));
const anything = fc.string({ unit: 'binary', maxLength: 1000 });
const repeated = fc.tuple(piece, fc.nat(1000)).map(([text, times]) => text.repeat(times).slice(0, 1000));

function valuesOf(reading: Reading): readonly AnswerValue[] {
  return 'values' in reading ? reading.values : [];
}

describe('any text at all', () => {
  it('is read without a fault, typed or sent, and what is read is what its question takes', () => {
    const someone = fc.record({
      item: fc.constantFrom(...items),
      lang: fc.constantFrom('en-GB', 'pl', 'ar'),
      text: fc.oneof(jumble, anything, repeated),
    });
    fc.assert(
      fc.property(someone, ({ item, lang, text }) => {
        const typed = readAnswer({ item, text, lang, languages, optionLabels: () => [], today: '2026-11-22' });
        for (const value of [...valuesOf(typed), ...valuesOf(readValue(item, text, '2026-11-22'))]) {
          const check = checkValue(item, value);
          // A number may be beyond 32 bits, a text empty to the eye, an address too long with its scheme: those are for the check to find.
          expect(
            check.ok || ['too-large', 'too-small', 'empty', 'too-long'].includes(check.why),
            JSON.stringify([item.type, text, value, check]),
          ).to.equal(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('of 1,000 characters takes no longer than a blink', () => {
    for (const part of ['1', 'a', ' ', '.', '10 ', '1:', 'a.', '(', '@', '/', 'half past ', 'م ', '-', '1,', 'kg ']) {
      const text = part.repeat(1000).slice(0, 1000);
      for (const item of items) {
        const started = performance.now();
        readAnswer({ item, text, lang: 'ar', languages, optionLabels: () => [], today: '2026-11-22' });
        readValue(item, text, '2026-11-22');
        expect(performance.now() - started, `${item.type} ${part}`).to.be.below(200);
      }
    }
  });
});
