import { expect } from 'chai';
import { describe, it } from 'mocha';
import { redFlagKinds } from '../../../src/content/content.js';
import {
  compileRules,
  missingKinds,
  redFlagRulesSchema,
  redFlagTexts,
  toRedFlagPolicy,
} from '../../../src/content/journey/red-flags-schema.js';
import { findRedFlags } from '../../../src/safety/find-red-flags.js';
import { aRule, flagLanguages, policyOf, readShippedPolicy, readShippedRules } from '../../support/red-flags.js';

describe('red-flag files', () => {
  for (const lang of flagLanguages) {
    it(`compile without a problem in ${lang}, with rules for every kind`, () => {
      const { rules, problems } = compileRules(readShippedRules(lang), lang, lang);
      expect(problems).to.deep.equal([]);
      expect(new Set(rules.map(rule => rule.kind)).size).to.equal(redFlagKinds.length);
    });
  }

  it('tell every pattern that is refused and every id used twice, with the place', () => {
    const rules = [aRule(), aRule({ pattern: '(a+)+' }), aRule({ id: 'other' })];
    const { problems, rules: kept } = compileRules({ rules, softeners: { before: ['x ..'] } }, 'pl', 'locales/pl/red-flags.json');
    expect(kept.map(rule => rule.id)).to.deep.equal(['die', 'other']);
    expect(problems.join('\n')).to.match(
      /softeners\.before.*\n.*rule 'die': this id is used twice\n.*rule 'die': pattern "\(a\+\)\+" is refused/u,
    );
  });

  it('refuse a rule without a sentence it must find', () => {
    expect(redFlagRulesSchema.safeParse({ rules: [aRule({ match: [] })] }).success).to.equal(false);
  });

  it('take listed misspellings, spellings one letter away, and words glued to the next', () => {
    const file = { spellings: { 'want to': ['wanna', 'wan na'], suicidal: ['su1cidal'] }, near: ['suicidal'], clitics: ['and'] };
    const policy = policyOf({ ...file, rules: [aRule(), aRule({ id: 's', pattern: 'am suicidal' })] });
    for (const text of [
      'wanna die',
      'wan na die',
      'am suicdal',
      'am siucidal',
      'am suicidall',
      'am sicidal',
      'am su1cidal',
      'andwant to die',
    ]) {
      expect(findRedFlags([text], policy), text).to.have.length(1);
    }
    expect(findRedFlags(['am social'], policy)).to.deep.equal([]);
  });

  it('say something about every kind, in words the translator can take', () => {
    const file = readShippedPolicy();
    expect(missingKinds(file)).to.deep.equal([]);
    expect(missingKinds({ ...file, kinds: [] })).to.have.length(redFlagKinds.length);
    const texts = redFlagTexts(file);
    for (const kind of redFlagKinds) expect(texts[kind]?.now, kind).to.match(/999/u);
    expect(texts['self-harm']?.now).to.match(/111.*option 2.*116 123.*85258/su);
    expect(texts.abuse?.now).to.match(/55.*does not tell them where you are.*0808 2000 247/su);
  });

  it('show 999 first and alone in an emergency, and mark destitution urgent', () => {
    const policy = toRedFlagPolicy(readShippedPolicy(), [], []);
    expect(policy.responses.get('emergency')).to.deep.equal({
      kind: 'emergency',
      helplines: ['emergency'],
      alone: true,
      urgency: 'same-day',
    });
    expect(policy.responses.get('destitution')?.urgency).to.equal('urgent');
  });
});
