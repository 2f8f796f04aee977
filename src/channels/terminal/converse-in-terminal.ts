// The terminal as a channel: typed lines become turns of the one conversation, replies become lines of text.
import { localDate } from '../local-date.js';
import { sayResult } from '../bot-framework/say-result.js';
import type { Turns } from '../bot-framework/run-turn.js';
import type { Content } from '../../content/content.js';
import { matchLanguage } from '../../content/languages/match-language.js';
import type { Said } from '../../conversation/conversation.js';
import { readLine } from './read-line.js';

/** What one line brought back. */
export interface TerminalReply {
  readonly lines: readonly string[];
  /** Sent, ended or erased: nothing more is asked. */
  readonly over: boolean;
}

export interface TerminalSurroundings {
  readonly content: Content;
  readonly turns: Turns;
  readonly clock: () => string;
  readonly entropy: () => string;
  readonly lang: string;
}

/** One conversation held in a terminal. */
export interface TerminalConversation {
  readonly open: () => Promise<TerminalReply>;
  readonly say: (line: string) => Promise<TerminalReply>;
}

/** Opens a conversation of its own for this terminal. */
export function converseInTerminal({ content, turns, clock, entropy, lang }: TerminalSurroundings): TerminalConversation {
  const conversationId = `terminal:${entropy()}`;
  const take = async (said: Said, strings: readonly string[]): Promise<TerminalReply> => {
    const result = await turns.run(conversationId, { id: entropy(), at: clock(), entropy: entropy(), locale: lang, said, strings });
    const fallback = matchLanguage(lang, [...content.languages.keys()]) ?? 'en-GB';
    const lines = sayResult(result, fallback, content, { examples: true, today: localDate(new Date(clock())) }).flatMap(
      activity => activity.text ?? [],
    );
    const last = result.replies.at(-1)?.kind;
    return { lines, over: last === 'sent' || last === 'ended' || last === 'erased' };
  };
  return {
    open: () => take({ kind: 'nothing' }, []),
    say: line => take(readLine(line), [line]),
  };
}
