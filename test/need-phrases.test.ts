// What somebody at the desk may call a need: its label and its phrases, in every language.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { needKeys } from '../src/content/journey/needs-schema.js';
import { needPhrases } from '../src/need-phrases.js';
import { realContent } from './support/real-content.js';

describe('phrases of needs', () => {
  it('are labels and sure phrases of every language, without their marks', () => {
    const content = realContent();
    const phrases = needPhrases(content);
    expect([...phrases.keys()]).to.deep.equal(needKeys);
    for (const { key, label } of content.needs) {
      const own = phrases.get(needKeys.find(each => each === key) ?? 'money') ?? [];
      expect(own).to.include(label);
      expect(own.filter(phrase => /^[?+-]/u.test(phrase))).to.deep.equal([]);
    }
    const polish = content.languages.get('pl')?.needs.get('loneliness') ?? expect.fail('no Polish');
    expect(phrases.get('loneliness')).to.include(polish[0]);
    expect(phrases.get('loneliness')).to.include(content.translator.option(content.journey.roles.needs[0] ?? '', 'loneliness', 'pl'));
  });
});
