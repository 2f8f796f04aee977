// One typed line as something said: nothing, or text capped as everywhere else.
import type { Said } from '../../conversation/conversation.js';
import { capText } from '../../text/cap-text.js';

/** What a line says. */
export function readLine(line: string): Said {
  if (line.trim() === '') return { kind: 'nothing' };
  const { text, cut } = capText(line);
  return { kind: 'text', text, ...(cut ? { cut } : {}) };
}
