// A question of any FHIR item type, as an activity: machine-readable whole, and readable as text alone.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { toActivities } from '../../../src/channels/bot-framework/send-replies.js';
import type { Question } from '../../../src/conversation/reply.js';
import { asking, smallContent } from '../../support/pages-world.js';

const content = smallContent();

function activity(question: Partial<Question>, lang = 'en-GB', examples = false): { readonly text: string; readonly question: unknown } {
  const [sent] = toActivities([asking(question)], lang, content, { examples });
  // Safe in a test: what is read of it is checked by assertions.
  const data = sent?.channelData as { readonly waymark: { readonly question: unknown } } | undefined;
  return { text: sent?.text ?? '', question: data?.waymark.question };
}

const units = [
  { value: 'kg', label: 'kg' },
  { value: '[stone_av]', label: 'stone' },
];
const plain = { key: 'contact.name', linkId: 'contact.name', required: true, repeats: false };

describe('a question as an activity', () => {
  it('carries everything its form says of it', () => {
    const question = {
      type: 'quantity',
      units,
      control: 'slider',
      orientation: 'horizontal',
      step: 0.5,
      prefix: '3.',
      links: ['https://example.org/more'],
      maxOccurs: 4,
      min: 0,
      max: 300,
      minLength: 1,
      maxLength: 20,
      maxDecimalPlaces: 1,
      pattern: '[0-9]+',
      more: { key: 'weight', type: 'quantity' },
    } as const;
    expect(activity(question).question).to.deep.equal({ ...plain, ...question });
  });

  it('carries nothing it does not say', () => {
    for (const type of ['dateTime', 'time', 'url', 'attachment', 'reference', 'quantity'] as const)
      expect(activity({ type }).question).to.deep.equal({ ...plain, type });
  });

  it('says in its text the number of the question, the units, the range and where to read more', () => {
    const { text } = activity({
      prefix: '3.',
      type: 'quantity',
      units,
      min: 20,
      max: 300,
      links: ['https://example.org/more', 'javascript:x'],
    });
    expect(text.split('\n')).to.deep.equal([
      '3. What shall we call you?',
      'Unit: kg / stone',
      'From 20 to 300',
      'Read more: https://example.org/more',
    ]);
  });

  it('keeps to its help where that is given', () => {
    const { text } = activity({ type: 'integer', min: 0, max: 10, help: { verbatim: 'Nought is not at all.' } });
    expect(text).to.equal('What shall we call you?\nNought is not at all.');
  });

  it('gives the example only where nothing but text is seen', () => {
    const example = { verbatim: 'Sam' };
    expect(activity({ example }).text).to.equal('What shall we call you?');
    expect(activity({ example }, 'en-GB', true).text).to.equal('What shall we call you?\nFor example: Sam');
  });

  it('isolates what is read from left to right in Arabic', () => {
    expect(activity({ type: 'decimal', units, links: ['https://example.org/'] }, 'ar').text)
      .to.contain('الوحدة: \u2066kg / stone\u2069')
      .and.contain('\u2066https://example.org/\u2069');
  });
});
