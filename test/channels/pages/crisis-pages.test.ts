// The page of urgent help in every language: whole, in its own words, with numbers that can be tapped.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { createProblemPage } from '../../../src/channels/pages/problem-page.js';
import { renderUrgent, renderUrgentWhileDown } from '../../../src/channels/pages/urgent-page.js';
import { wordsIn } from '../../../src/channels/pages/words.js';
import { realContent } from '../../support/real-content.js';

const content = realContent();
const frame = { content, assets: { url: (name: string) => `/assets/${name}` } };
const english = wordsIn(content, 'en-GB');
/** Sentences a page must have, and no page in another language may have in English. */
const sentences = ['page.urgent.now', 'page.urgent.silent', 'page.urgent.deaf', 'page.urgent.down', 'page.start.leave'] as const;

for (const [lang, { dir }] of content.languages) {
  describe(`the page of urgent help in ${lang}`, () => {
    const words = wordsIn(content, lang);
    const page = renderUrgentWhileDown(frame, words).toString();

    it('says in its own words who helps now, that the chat does not work, and that history is not erased', () => {
      expect(page).to.include(`<html lang="${lang}" dir="${dir}">`);
      for (const key of sentences) {
        expect(page).to.include(words.t(key).replaceAll("'", '&#39;').slice(0, 12));
        if (lang !== 'en-GB') expect(page).not.to.include(english.t(key));
      }
    });

    it('has numbers to tap: to call, and to text', () => {
      for (const href of ['tel:999', 'tel:111', 'tel:116123', 'sms:85258', 'tel:08001111', 'tel:08082000247', 'tel:08088004444'])
        expect(page).to.include(`href="${href}"`);
    });

    it('shows no number that nobody has verified, and is small', () => {
      for (const { number, status } of content.helplines.values())
        if (status === 'unverified' && number !== undefined) expect(page).not.to.include(number);
      expect(Buffer.byteLength(page)).to.be.lessThan(40_000);
    });

    it('is what a fault of ours looks like', () => {
      const problem = createProblemPage(frame)(500, lang);
      expect(problem.status).to.equal(500);
      expect(problem.body)
        .to.include('href="tel:999"')
        .and.to.include('href="tel:116123"')
        .and.to.include(words.t('page.problem.broken').slice(0, 12));
    });
  });
}

describe('the page of urgent help while all is well', () => {
  it('leads back to the chat, and says nothing of a fault', () => {
    const page = renderUrgent(frame, english).toString();
    expect(page).to.include('href="/chat?lang=en-GB"').and.not.to.include(english.t('page.urgent.down'));
  });
});
