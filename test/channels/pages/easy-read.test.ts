import { expect } from 'chai';
import { describe, it } from 'mocha';
import { easyPicture, oneSentenceALine } from '../../../src/channels/pages/easy-read.js';
import { aQuestion } from '../../support/pages-world.js';

const gap = '<span class="wm-gap"></span>';

describe('Easy Read', () => {
  for (const [language, paragraph, sentences] of [
    ['English', '<p>We read it. Then we call you. It costs £2.50.</p>', 3],
    ['Arabic', '<p>هل أنت بخير؟ سنتصل بك. شكرًا.</p>', 3],
    ['Urdu', '<p>ہم پڑھتے ہیں۔ پھر فون کرتے ہیں۔</p>', 2],
    ['Bengali', '<p>আমরা পড়ি। তারপর ফোন করি।</p>', 2],
    ['Chinese', '<p>我们会看。然后给您打电话。</p>', 2],
    ['a quotation', '<p class="x">Choose &quot;Send.&quot; Then wait.</p>', 2],
  ] as const) {
    it(`puts each sentence of ${language} on a line of its own`, () => {
      const made = oneSentenceALine(paragraph);
      expect(made.split(gap)).to.have.length(sentences);
      expect(made.replaceAll(gap, '').replace(/\s/gu, '')).to.equal(paragraph.replace(/\s/gu, ''));
    });
  }

  it('leaves alone what is no paragraph: what a person typed, attributes, fields', () => {
    const markup = '<textarea>One. Two.</textarea><progress value="1. 2"></progress><option>A. B.</option><a title="One. Two">x</a>';
    expect(oneSentenceALine(markup)).to.equal(markup);
    expect(oneSentenceALine('<p>See <a href="/x?a=1. 2">this. that</a></p>')).to.contain('href="/x?a=1. 2"');
  });

  it('has a picture of what is asked, by its kind, and of danger before all else', () => {
    const drawn = (changes: Parameters<typeof aQuestion>[0]): string => easyPicture(aQuestion(changes))?.toString() ?? '';
    expect(drawn({ format: 'phone' }))
      .to.contain('<svg')
      .and.not.equal(drawn({ format: 'name' }));
    expect(drawn({ format: 'phone', safety: true })).to.equal(drawn({ safety: true }));
    expect(drawn({ type: 'choice' })).to.equal('');
  });
});
