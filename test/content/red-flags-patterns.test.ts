import { expect } from 'chai';
import { describe, it } from 'mocha';
import { compilePattern } from '../../src/content/languages/compile-pattern.js';
import { PatternRefused, readPattern } from '../../src/content/languages/pattern-notation.js';
import { matcherOf } from '../../src/safety/match-pattern.js';
import { Reading } from '../../src/safety/reading.js';

const vocabulary = {
  lists: new Map([
    ['kin', ['mum', 'my dad']],
    ['deep', ['<deep>']],
  ]),
  spell: (word: string) => (word === 'dont' ? ['do', 'not'] : [word]),
};
const compile = (pattern: string) => compilePattern(pattern, vocabulary);
function matches(pattern: string, text: string): boolean {
  const [endsOf, reading] = [matcherOf(readPattern(pattern, vocabulary)), new Reading(text.split(' '))];
  return reading.words.some((_, at) => endsOf(reading, at).length > 0);
}

describe('the pattern notation', () => {
  const table: [string, string, string][] = [
    ['want to die', 'i want to die', 'i want to diet'],
    ['kill* myself', 'killing myself', 'skill myself'],
    ['*اموت', 'واموت', 'اموتي'],
    ['想死', '我 想 死 了', '我 想 活'],
    ['*想死*', '我 想 死 了', '我 想 活'],
    ['# years', '12 years', 'twelve years'],
    ['(mum|my dad) hits', 'my dad hits', 'dad hits'],
    ['mum hits | dad hits', 'dad hits', 'aunt hits'],
    ['<kin> died', 'my dad died', 'uncle died'],
    ['really? sad', 'sad', 'sa'],
    ['took .. pills', 'took all of the pills', 'took a b c d pills'],
    ['took ... pills', 'took a b c d e f pills', 'took a . b pills'],
    ['die !(of shame|for)', 'die now', 'die of shame'],
    ['~(not|never) sad', 'very sad', 'not sad'],
    ["don't go", 'do not go', 'dont go'],
    ['zabić się', 'zabic sie', 'zabic'],
    ['want to die', 'want to . die', 'want . . to die'],
  ];
  for (const [pattern, yes, no] of table) {
    it(`reads ${pattern}`, () => {
      expect(matches(pattern, yes)).to.equal(true);
      expect(matches(pattern, no)).to.equal(false);
    });
  }

  it('knows words of every script: a boundary before ą, و and আ', () => {
    expect([matches('ala', 'ala ma'), matches('لا', 'لا اريد'), matches('আমি', 'আমি একা'), matches('আম', 'আমি')]).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  const refused = [
    '(a+)+',
    'a.*b',
    '',
    '.. die',
    'die ..',
    'die really?',
    'a .. b? c',
    'a .. .. b',
    '(a',
    'a)',
    '()',
    'a !b',
    '!(a) b',
    'a ~(b) c',
    'a (~(b) c)',
    '<none>',
    '<deep>',
    'self-harm',
    'a .. b .. c .. d',
    '..? a',
    '!(a)? b',
    '?',
  ];
  for (const pattern of refused)
    it(`refuses "${pattern}" with a reason`, () => expect(() => compile(pattern)).to.throw(PatternRefused, /.{8}/u));

  it('names words of which one must be there, so that most rules never run', () => {
    expect(compile('i (want|wish*) to die').anchors[0]).to.include.oneOf(['die', 'want']);
    expect(compile('*x').anchors).to.deep.equal([]);
    expect(compile('(a|*b) #').anchors).to.deep.equal([['#']]);
    expect(compile('ab* c').anchors).to.deep.equal([['c']]);
  });

  it('anchors Chinese by pairs of characters, and knows what a hit can begin with', () => {
    expect(compile('想死').anchors[0]).to.deep.equal(['想死']);
    expect(compile('(want|wish*)? to die').first).to.deep.equal(['want', 'wis*', 'to']);
    expect(compile('*x y').first).to.equal(undefined);
    expect(compile('(a|#) b').first).to.deep.equal(['a', '#']);
    expect(compile('*abcd').first).to.deep.equal(['*abc*']);
  });
});
