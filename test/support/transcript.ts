// Journeys written as transcripts: what the patient says, what the assistant says back. Each line is one row of a table.
import { expect } from 'chai';
import { Dialogue } from './a-dialogue.js';
import type { DialogueOptions } from './a-dialogue.js';

/** `['patient', words]` types; `['assistant', …]` must all be found in what is said back, in any place. */
export type Line = readonly ['patient', string] | readonly ['assistant', ...(readonly (string | RegExp)[])];

/** Plays a transcript and gives back the dialogue at its end. */
export function play(lines: readonly Line[], options: DialogueOptions = {}): Dialogue {
  const dialogue = new Dialogue(options);
  for (const [index, line] of lines.entries()) {
    if (line[0] === 'patient') {
      dialogue.says(line[1]);
      continue;
    }
    for (const words of line.slice(1)) {
      const where = `line ${String(index + 1)}`;
      if (typeof words === 'string') expect(dialogue.heard, where).to.include(words);
      else expect(dialogue.heard, where).to.match(words);
    }
  }
  return dialogue;
}
