import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { helplineSchema } from '../../src/content/journey/service-schema.js';
import { redFlagTexts } from '../../src/content/journey/red-flags-schema.js';
import { readShippedPolicy } from '../support/red-flags.js';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const textsSchema = z.record(z.string(), z.record(z.string(), z.string()));
const numbers = (text: string): string[] => [...(text.match(/\d[\d ]*\d|\{\{\w+\}\}/gu) ?? [])].sort();

describe('the words of a red flag', () => {
  const english = redFlagTexts(readShippedPolicy());
  const helplines = z.array(helplineSchema).parse(read('dialogs/helplines.json'));

  for (const lang of ['pl', 'ar']) {
    it(`say in ${lang} everything English says, with the same numbers`, () => {
      const words = textsSchema.parse(read(`locales/${lang}/content/red-flags.json`));
      for (const [kind, fields] of Object.entries(english)) {
        for (const [field, text] of Object.entries(fields)) {
          expect(numbers(words[kind]?.[field] ?? ''), `${kind} ${field}`).to.deep.equal(numbers(text));
        }
      }
      const lines = textsSchema.parse(read(`locales/${lang}/content/helplines.json`));
      expect(Object.keys(lines).sort()).to.deep.equal(helplines.map(line => line.id).sort());
    });
  }

  it('keep sentences short enough to read in distress', () => {
    for (const fields of Object.values(english)) {
      for (const sentence of Object.values(fields).flatMap(text => text.split(/(?<=[.?:]) /u)))
        expect(sentence.split(' ').length, sentence).to.be.at.most(20);
    }
  });

  it('never claim that someone is watching', () => {
    for (const [kind, { next }] of Object.entries(english)) expect(next, kind).to.include('Nobody is watching this chat live');
  });

  it('give every kind a line that is open day and night, and each line a source', () => {
    const byId = new Map(helplines.map(line => [line.id, line]));
    for (const { kind, helplines: ids } of readShippedPolicy().kinds) {
      expect(
        ids.some(id => byId.get(id)?.hours === '24/7'),
        kind,
      ).to.equal(true);
    }
    for (const line of helplines) expect(line.contact === 'web' ? line.url : line.number, line.id).to.be.a('string');
  });
});
