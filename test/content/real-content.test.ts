import { readdirSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { isQuestion } from '../../src/content/forms/form.js';
import { needKeys } from '../../src/content/journey/needs-schema.js';
import { realContent } from '../support/real-content.js';

describe('the shipped content', () => {
  it('loads without a problem, in every language of locales/, English first', () => {
    const folders = readdirSync('locales', { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? [entry.name] : []));
    const [first, ...others] = realContent().languages.keys();
    expect(first).to.equal('en-GB');
    expect(others).to.deep.equal(folders.filter(tag => tag !== 'en-GB').sort());
  });

  it('words every question and every option in every language', () => {
    const { journey, languages, translator } = realContent();
    for (const lang of languages.keys()) {
      for (const item of journey.form.order.filter(each => isQuestion(each) && !each.hidden)) {
        expect(translator.word({ file: item.file, id: item.localId, field: 'text' }, lang), `${item.linkId} in ${lang}`).to.not.equal('');
        for (const { code } of item.options)
          expect(translator.option(item.linkId, code, lang), `${item.linkId} ${code} in ${lang}`).to.not.equal('');
      }
    }
  });

  it('leaves no placeholder unfilled in what it says by itself', () => {
    const { journey, languages, translator } = realContent();
    for (const lang of languages.keys()) {
      for (const item of journey.form.order) {
        for (const field of ['text', 'help', 'why']) {
          expect(translator.word({ file: item.file, id: item.localId, field }, lang), `${item.linkId} in ${lang}`).to.not.match(/[{}]/u);
        }
      }
    }
  });

  it('has all 21 needs, and every code but the referral’s switched off', () => {
    const { needs, codesOn } = realContent();
    expect(needs.map(({ key }) => key)).to.have.members([...needKeys]);
    expect([...codesOn]).to.deep.equal(['871731000000106']);
  });
});
