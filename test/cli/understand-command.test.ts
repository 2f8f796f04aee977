import { expect } from 'chai';
import { describe, it } from 'mocha';
import { z } from 'zod';
import { understandLine } from '../../src/cli/understand-command.js';
import { realContent } from '../support/real-content.js';

const outSchema = z.strictObject({
  lang: z.string(),
  needs: z.array(z.strictObject({ need: z.string(), score: z.number(), evidence: z.string() })),
  flags: z.array(z.strictObject({ kind: z.string(), tier: z.enum(['act', 'ask']), rule: z.string(), evidence: z.string() })),
});

const understand = (input: unknown) => outSchema.parse(JSON.parse(understandLine(JSON.stringify(input), realContent())));

describe('waymark understand', () => {
  it('says what was understood of a line: language, needs and red flags, with the words that say so', () => {
    const read = understand({ text: 'I am lonely and I want to die', lang: 'en-GB' });
    expect(read.lang).to.equal('en-GB');
    expect(read.needs[0]).to.include({ need: 'loneliness', evidence: 'lonely' });
    expect(read.flags).to.deep.equal([{ kind: 'self-harm', tier: 'act', rule: 'en-GB:want-to-die', evidence: 'want to die' }]);
  });

  it('says which words moved the scorer, when asked to explain', () => {
    const line = JSON.stringify({ text: 'the bailiffs took my telly' });
    const { needs } = z
      .object({ needs: z.array(z.object({ need: z.string(), because: z.array(z.object({ word: z.string(), adds: z.number() })) })) })
      .parse(JSON.parse(understandLine(line, realContent(), true)));
    expect(needs.find(({ need }) => need === 'money')?.because[0]?.word).to.equal('bailiffs');
    expect(understandLine(line, realContent())).to.not.include('because');
  });

  it('proposes the language when none is given, and falls back to English', () => {
    expect(understand({ text: 'أشعر بالوحدة وأريد مساعدة' }).lang).to.equal('ar');
    expect(understand({ text: 'rent' }).lang).to.equal('en-GB');
  });

  it('hears every language whatever the line says its language is', () => {
    expect(understand({ text: 'chcę umrzeć', lang: 'ar' }).flags[0]).to.include({ kind: 'self-harm', tier: 'act' });
  });

  it('answers a line it cannot read with an error, never a crash', () => {
    for (const line of ['', '{', 'null', '[]', '{"text": 3}', '{"text":"a","lang":""}', '"text"']) {
      expect(JSON.parse(understandLine(line, realContent())), line).to.have.property('error');
    }
  });

  it('tells one line for one line, also when the text has line breaks', () => {
    expect(understandLine(JSON.stringify({ text: 'lonely\nlonely' }), realContent())).to.not.include('\n');
  });

  it('reads a line of any length, and a red flag at the very end of it', () => {
    const read = understand({ text: `I am lonely. ${'and so on '.repeat(20_000)} I want to die` });
    expect(read.needs.map(({ need }) => need)).to.deep.equal(['loneliness']);
    expect(read.flags[0]).to.include({ kind: 'self-harm', tier: 'act' });
  });
});
