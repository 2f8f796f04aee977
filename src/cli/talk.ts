// A conversation in the terminal: lines in, words out. Typed by a person, or piped in; piped lines are shown, so that the output is a
// transcript.
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';

/** What a line of the person brings back: what to print, and whether the conversation is over. */
export interface Heard {
  readonly lines: readonly string[];
  readonly over: boolean;
}

export interface TalkOptions {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable;
  readonly open: () => Promise<Heard>;
  readonly say: (line: string) => Promise<Heard>;
}

const you = '> ';

/** Talks until the conversation or the input ends. */
export async function talk({ input, output, open, say }: TalkOptions): Promise<void> {
  const typed = input.isTTY === true;
  const print = (heard: Heard) => {
    for (const line of heard.lines) output.write(`${line}\n\n`);
  };
  const first = await open();
  print(first);
  if (first.over) return;
  const lines = createInterface({ input, ...(typed ? { output, prompt: you } : {}) });
  // The person may have ended the input (Ctrl-D) while the last line was still being answered: nothing is left to prompt.
  const reading = { ended: false };
  lines.once('close', () => {
    reading.ended = true;
  });
  if (typed) lines.prompt();
  for await (const line of lines) {
    if (!typed) output.write(`${you}${line}\n\n`);
    const heard = await say(line);
    print(heard);
    if (heard.over) break;
    if (typed && !reading.ended) lines.prompt();
  }
  lines.close();
}
