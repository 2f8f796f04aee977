import { expect } from 'chai';
import { describe, it } from 'mocha';
import { realContent } from '../support/real-content.js';
import { measure, type Measured, type Share, together } from './measure.js';

const content = realContent();
const measured = [...content.languages.keys()].map(tag => measure(tag, content));

const share = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);
const failing = (of: readonly Measured[], kind: RegExp): string =>
  of.flatMap(({ failing: lines }) => lines.filter(line => kind.test(line))).join('\n');

describe('how well the languages are understood, on sentences nobody trained on', () => {
  it('knows the language of 97 in 100 sentences of three words and more', () => {
    expect(share(together(measured.map(({ language }) => language))), failing(measured, / language:/u)).to.be.at.least(0.97);
  });

  it('knows the language of 85 in 100 romanised sentences', () => {
    expect(share(together(measured.map(({ romanised }) => romanised))), failing(measured, / language:/u)).to.be.at.least(0.85);
  });

  it('hears the need that is meant first in 85 of 100 messages, and in 75 of 100 in every language', () => {
    const words = failing(measured, /^\S+ [a-z-]+: .* gives /u);
    expect(share(together(measured.map(({ needs }) => needs))), words).to.be.at.least(0.85);
    for (const one of measured) expect(share(one.needs), `${one.tag}\n${failing([one], / gives /u)}`).to.be.at.least(0.75);
  });

  it('hears all needs of 80 in 100 messages that name several', () => {
    expect(share(together(measured.map(({ several }) => several))), failing(measured, /\+/u)).to.be.at.least(0.8);
  });

  it('leaves 95 in 100 messages alone that name no need', () => {
    expect(share(together(measured.map(({ irrelevant }) => irrelevant))), failing(measured, / no need:/u)).to.be.at.least(0.95);
  });

  for (const one of measured) {
    it(`reads 99 in 100 short answers in ${one.tag}, and not one wrongly`, () => {
      const lines = failing([one], / (?:boolean|integer|date|need): "/u);
      expect(one.closed.of, 'answers in the table').to.be.at.least(60);
      expect(one.wrong, lines).to.equal(0);
      expect(share(one.closed), lines).to.be.at.least(0.98);
    });
  }
});
