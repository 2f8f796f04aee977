import { expect } from 'chai';
import { describe, it } from 'mocha';
import { checkRedFlagFixtures } from '../../src/safety/check-fixtures.js';
import { aRule, flagLanguages, policyOf, readShippedRules, shippedPolicy } from '../support/red-flags.js';

/** Sentences that must be found, and tricky ones that must not. */
function wanted(lang: string, kind: string): readonly [number, number] {
  if (lang === 'en-GB') return kind === 'self-harm' ? [120, 80] : [40, 25];
  return kind === 'self-harm' ? [40, 20] : [15, 8];
}

describe('red-flag fixtures', () => {
  it('all hold: each rule finds its own sentences and not the others, no ordinary sentence of any language trips a rule', function () {
    this.timeout(60_000);
    expect(checkRedFlagFixtures(shippedPolicy())).to.deep.equal([]);
  });

  for (const lang of flagLanguages) {
    it(`are plenty for every kind in ${lang}`, () => {
      const { rules, ordinary } = readShippedRules(lang);
      for (const kind of ['emergency', 'self-harm', 'abuse', 'child', 'harm-to-others', 'destitution'] as const) {
        const ofKind = rules.filter(rule => rule.kind === kind);
        const [least, leastNot] = wanted(lang, kind);
        expect(ofKind.flatMap(rule => rule.match).length, `${kind} match`).to.be.at.least(least);
        expect(ofKind.flatMap(rule => rule.not).length + (ordinary?.[kind]?.length ?? 0), `${kind} not`).to.be.at.least(leastNot);
      }
    });
  }

  it('name file, rule and sentence when one fails', () => {
    const bad = policyOf({
      rules: [aRule({ match: ['hello'], not: ['I want to die'] })],
      ordinary: { 'self-harm': ['want to die laughing'] },
    });
    expect(checkRedFlagFixtures(bad)).to.deep.equal([
      'locales/en-GB/red-flags.json rule \'die\': must match "hello" and does not',
      'locales/en-GB/red-flags.json rule \'die\': must not match "I want to die" and does',
      'locales/en-GB/red-flags.json ordinary self-harm: "want to die laughing" is found by en-GB:die (act)',
    ]);
  });
});
