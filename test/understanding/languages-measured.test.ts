// The floors over all languages together are what the languages are to reach; those of each language stand where the weakest is today, and keep
// it from getting worse. Figures, language by language, with every failing line: node dist/bench/quality.js
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { realContent } from '../support/real-content.js';
import { isMeasured } from './held-back-file.js';
import { measure, type Measured, type Share, together } from './measure.js';

const content = realContent();
const measured = [...content.languages.keys()].filter(isMeasured).map(tag => measure(tag, content));

const floors = {
  language: 0.97,
  romanised: 0.85,
  needs: 0.85,
  needsEach: 0.65,
  several: 0.8,
  irrelevant: 0.95,
  closed: 0.99,
  closedEach: 0.96,
};

const share = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);
const failing = (of: readonly Measured[], kind: RegExp): string =>
  of.flatMap(({ failing: lines }) => lines.filter(line => kind.test(line))).join('\n');

describe('how well the languages are understood, on sentences nobody trained on', () => {
  it('is measured for every language', () => {
    expect([...content.languages.keys()].filter(tag => !isMeasured(tag))).to.deep.equal([]);
  });

  it('knows the language of sentences of three words and more', () => {
    expect(share(together(measured.map(({ language }) => language))), failing(measured, / language:/u)).to.be.at.least(floors.language);
  });

  it('knows the language of romanised sentences', () => {
    expect(share(together(measured.map(({ romanised }) => romanised))), failing(measured, / language:/u)).to.be.at.least(floors.romanised);
  });

  it('hears the need that is meant first, in all languages together and in each', () => {
    expect(share(together(measured.map(({ needs }) => needs)))).to.be.at.least(floors.needs);
    for (const one of measured) expect(share(one.needs), one.tag).to.be.at.least(floors.needsEach);
  });

  it('hears all needs of messages that name several', () => {
    expect(share(together(measured.map(({ several }) => several)))).to.be.at.least(floors.several);
  });

  it('leaves messages alone that name no need', () => {
    expect(share(together(measured.map(({ irrelevant }) => irrelevant)))).to.be.at.least(floors.irrelevant);
  });

  it('reads short answers, in all languages together', () => {
    expect(share(together(measured.map(({ closed }) => closed)))).to.be.at.least(floors.closed);
  });

  for (const one of measured) {
    it(`reads short answers in ${one.tag}, and not one wrongly`, () => {
      const lines = failing([one], / (?:boolean|integer|date|need): "/u);
      expect(one.closed.of, 'answers in the table').to.be.at.least(60);
      expect(one.wrong, lines).to.equal(0);
      expect(share(one.closed), lines).to.be.at.least(floors.closedEach);
    });
  }
});
