// The hazard log says nothing that is not so: each risk is that of the matrix, and each piece of evidence is a test that exists.
import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';

const tables = readFileSync('docs/safety/hazard-log.md', 'utf8')
  .split('\n')
  .filter(line => line.startsWith('|'))
  .map(line =>
    line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim()),
  );
const likelihoods = ['very low', 'low', 'medium', 'high', 'very high'];
const matrix = new Map(
  tables
    .filter(([name = '']) => /^(?:catastrophic|major|considerable|significant|minor)$/u.test(name))
    .map(([name = '', ...risks]) => [name, risks]),
);
const hazards = tables.filter(([id = '']) => /^H\d+$/u.test(id));
const text = readFileSync('docs/safety/hazard-log.md', 'utf8');

describe('the hazard log', () => {
  it('has every hazard once, in order', () => {
    expect(hazards.map(([id]) => id)).to.deep.equal(hazards.map((_, place) => `H${String(place + 1)}`));
    expect(hazards.length).to.be.at.least(16);
  });

  for (const [id = '', , cause = '', effect = '', controls = '', evidence = '', before = '', after = ''] of hazards) {
    it(`${id}: names cause, effect, controls and tests that exist, and risks as the matrix has them`, () => {
      for (const cell of [cause, effect, controls]) expect(cell).not.to.equal('');
      const files = evidence.split(', ');
      for (const file of files) expect(existsSync(file), file).to.equal(true);
      const risks = [before, after].map(cell => {
        const [severity = '', likelihood = '', risk = ''] = cell.split(', ');
        expect(matrix.get(severity)?.[likelihoods.indexOf(likelihood)], cell).to.equal(risk);
        return Number(risk);
      });
      expect(risks[1]).to.be.at.most(risks[0] ?? 0);
      if ((risks[1] ?? 0) >= 3) expect(text.slice(text.indexOf('## Why'))).to.match(new RegExp(`\\b${id}\\b`, 'u'));
    });
  }
});
