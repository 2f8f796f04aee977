// From terms of taxonomies, or words, to needs; and what is wrong with a map is told all at once.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { ContentError } from '../../../src/errors.js';
import { compileNeedMap, mapNeeds, needsInText, type TaxonomyTerm } from '../../../src/directory/read/map-needs.js';
import { compileNationalCharities } from '../../../src/directory/read/national-charities.js';
import { accept, aRow, someNeeds, uuid } from '../../support/feed-rows.js';

const map = compileNeedMap(someNeeds);
const term = (name: string, more: Partial<TaxonomyTerm> = {}): TaxonomyTerm => ({ id: uuid(1), name, ...more });

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

describe('The map of needs', () => {
  it('finds a need by the id, the code or the address of a term, however they are written', () => {
    const needs = (each: TaxonomyTerm): readonly string[] => mapNeeds([each], map).needs;
    expect(needs(term('?', { id: 'ESDServiceTypes:15' }))).to.deep.equal(['money']);
    expect(needs(term('?', { code: 'esdServiceTypes:15' }))).to.deep.equal(['money']);
    expect(needs(term('?', { uri: 'http://www.example.org/terms/debt/' }))).to.deep.equal(['money']);
  });

  it('finds a need by whole words of the name, in the singular or plural, and tells the terms that have none', () => {
    const { needs, unmapped } = mapNeeds([term('Walking Groups'), term('Debts'), term('Debtors'), term('Walker')], map);
    expect(needs).to.deep.equal(['activity', 'money']);
    expect(unmapped.map(({ name }) => name)).to.deep.equal(['Debtors', 'Walker']);
  });

  it('gives a word to the longest phrase, and counts what a text is most about', () => {
    expect(needsInText('Walking group. Debt advice, benefits and debt.', map)).to.deep.equal(['money', 'activity']);
  });

  it('is asked for terms first, then the name, then the description', () => {
    const attributes = [{ id: uuid(3), taxonomy_term: { id: 'esdServiceTypes:15', name: 'Advice' } }];
    const read = accept(aRow({ attributes }));
    expect(read.service.needs).to.deep.equal(['money']);
    expect(read.issues.map(({ code }) => code)).not.to.include('needs-from-text');
    expect(accept(aRow({ name: 'Hub', description: 'Housing advice' })).service.needs).to.deep.equal(['housing']);
  });

  it('tells every problem of its file', () => {
    expect(problemsOf(() => compileNeedMap({ mony: {}, food: { words: [''], term: [] } }))).to.deep.equal([
      'directory/needs.json: food: words: 0: is empty',
      "directory/needs.json: food: 'term' is none of the needs or fields known",
      "directory/needs.json: 'mony' is none of the needs or fields known",
    ]);
    expect(problemsOf(() => compileNeedMap([]))).to.have.length(1);
  });

  it('of national charities tells its problems too', () => {
    expect(problemsOf(() => compileNationalCharities(['Crisis', 'x']))).to.deep.equal([
      'directory/national-charities.json: 1: is too short to be the beginning of a name',
    ]);
  });
});
