// The desk's search: what a receptionist types, and the services that come first.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { indexServices } from '../../src/directory/index-services.js';
import type { NeedPhrases } from '../../src/directory/needs-in-query.js';
import { createServiceSearch } from '../../src/directory/search-services.js';
import { aService, placeAt, smallDirectory } from '../support/small-directory.js';

const phrases: NeedPhrases = new Map([
  ['loneliness', ['lonel*', 'someone to talk to', 'samotny']],
  ['safety', ['afraid of*', '*', 'the']],
]);
const cafe = aService('Café Związek', ['food'], 'bow', {
  about: 'Soup and bread. Councelling too.',
  provider: { id: 'p', name: 'Bow Neighbours', kind: 'small-charity' },
});
const kept = aService('safe-house', ['safety'], 'bow', { hidden: true, places: [placeAt('secret', 'bow', { postcode: 'E3 9ZZ' })] });
const search = createServiceSearch(indexServices([...smallDirectory, cafe, kept]), phrases);
const found = (query: string, limit = 10): readonly string[] => search.find(query, limit).map(({ service }) => service.id);

describe('the search of the desk', () => {
  const firsts: readonly (readonly [typed: string, first: string, why: string])[] = [
    ['lunch', 'lunch-club', 'a word of the name'],
    ['lunc', 'lunch-club', 'the beginning of a word'],
    ['lunhc clubb', 'lunch-club', 'slips in a longer query'],
    ['memroy clinic', 'memory-clinic', 'letters changed about'],
    ['cafe zwiazek', 'Café Związek', 'accents left out'],
    ['bow neighbours', 'Café Związek', 'who provides it'],
    ['soup', 'Café Związek', 'the text'],
    ['the law centre', 'law-centre', 'words that say nothing are left aside'],
    ['asylum', 'asylum-advice', 'one word of several'],
    ['choir pride', 'pride-choir', 'words in any order'],
  ];
  for (const [typed, first, why] of firsts) {
    it(`finds ${first} for "${typed}": ${why}`, () => {
      expect(found(typed)[0]).to.equal(first);
    });
  }

  it('finds every service of a need by a phrase for it, in any language', () => {
    const lonely = smallDirectory.filter(({ needs }) => needs.includes('loneliness')).map(({ id }) => id);
    for (const typed of ['lonely', 'samotny', 'someone to talk to']) expect(found(typed)).to.include.members(lonely);
  });

  it('finds services by postcode, never a refuge', () => {
    expect(found('E1 6AN', 100).length).to.be.greaterThan(20);
    expect(found('E1 6AN', 100)).not.to.include('refuge');
    expect(found('9zz secret')).to.deep.equal([]);
  });

  it('gives as many as asked for, and nothing for nothing', () => {
    expect(found('money', 2)).to.have.length(2);
    expect(found('')).to.deep.equal([]);
    expect(found('xyzzyq')).to.deep.equal([]);
    expect(search.postingBytes).to.be.greaterThan(0);
  });
});
