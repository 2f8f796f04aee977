// Lines in, words out: piped or typed.
import { PassThrough } from 'node:stream';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { talk } from '../../src/cli/talk.js';
import type { Heard } from '../../src/cli/talk.js';

async function hear(
  lines: readonly string[],
  more: { readonly typed?: boolean; readonly overAt?: string; readonly overAtOnce?: boolean } = {},
): Promise<string> {
  const input = Object.assign(new PassThrough(), { isTTY: more.typed === true });
  const output = new PassThrough();
  const said: string[] = [];
  output.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  input.end(lines.map(line => `${line}\n`).join(''));
  const open = (): Promise<Heard> => Promise.resolve({ lines: ['Hello.', 'Who is it for?'], over: more.overAtOnce === true });
  const say = (line: string): Promise<Heard> => Promise.resolve({ lines: [`You said ${line}.`], over: line === more.overAt });
  await talk({ input, output, open, say });
  return said.join('');
}

describe('talking in the terminal', () => {
  it('prints a transcript of piped lines, until they end', async () => {
    expect(await hear(['me', 'yes'])).to.equal('Hello.\n\nWho is it for?\n\n> me\n\nYou said me.\n\n> yes\n\nYou said yes.\n\n');
  });

  it('stops when the conversation is over, whatever is still piped', async () => {
    expect(await hear(['bye', 'more'], { overAt: 'bye' })).not.to.include('more');
    expect(await hear(['more'], { overAtOnce: true })).to.equal('Hello.\n\nWho is it for?\n\n');
  });

  it('prompts a person who types', async () => {
    const heard = await hear(['me'], { typed: true });
    expect(heard).to.include('> ').and.to.include('You said me.').and.not.to.include('> me\n\n');
  });
});
