// CPU microseconds of takeTurn alone, over a whole journey: no store, no network, no words. Usage: node dist/bench/turn.js
import { takeTurn } from '../src/conversation/take-turn.js';
import type { Conversation, RawAnswer, Said, Turn } from '../src/conversation/conversation.js';
import type { Outcome, Question } from '../src/conversation/reply.js';
import { leastAnswer } from '../test/support/a-dialogue.js';
import { realContent } from '../test/support/real-content.js';

const content = realContent();
const rounds = 40;
const given: Readonly<Record<string, RawAnswer>> = {
  'mind.needs': ['loneliness', 'food', 'money'],
  'life.offer': true,
  'contact.more': true,
};

type Done = Extract<Outcome, { kind: 'done' }>;

function turnOf(said: Said, count: number): Turn {
  const strings = said.kind === 'text' ? [said.text] : [];
  return { id: `t${String(count)}`, at: '2026-11-22T09:00:00.000Z', entropy: 'a'.repeat(32), locale: 'en', said, strings };
}

function asked(outcome: Done): Question | undefined {
  const last = outcome.replies.at(-1);
  return last?.kind === 'ask' || last?.kind === 'review' ? last.question : undefined;
}

function next(question: Question): Said {
  const answer = question.key === 'review' ? 'send' : (given[question.linkId] ?? leastAnswer(question));
  if (question.linkId === 'mind.words') return { kind: 'text', text: 'I am behind with my rent and I feel very lonely since the winter' };
  return { kind: 'answers', answers: [answer === undefined ? { key: question.key, skip: true } : { key: question.key, answer }] };
}

/** One journey from welcome to sent; gives the CPU time of its turns, in microseconds. */
function journey(): readonly number[] {
  const times: number[] = [];
  let stored: Conversation | undefined;
  let said: Said = { kind: 'nothing' };
  for (;;) {
    const before = process.cpuUsage();
    const outcome = takeTurn(stored, turnOf(said, times.length), content);
    const { user, system } = process.cpuUsage(before);
    times.push(user + system);
    if (outcome.kind !== 'done' || outcome.conversation === 'erased') throw new Error('the journey does not lead to its end');
    stored = outcome.conversation;
    const question = asked(outcome);
    if (!question) return times;
    said = next(question);
  }
}

for (let warm = 0; warm < 10; warm += 1) journey();
const all = Array.from({ length: rounds }, journey);
const turns = all[0]?.length ?? 0;
const mean = all.flat().reduce((sum, time) => sum + time, 0) / all.flat().length;
const medians = Array.from({ length: turns }, (_, turn) => all.map(times => times[turn] ?? 0).sort((a, b) => a - b)[rounds >> 1] ?? 0);
process.stdout.write(
  `${String(turns)} turns a journey; mean ${mean.toFixed(0)} µs a turn; median of the dearest turn ${String(Math.max(...medians))} µs\n`,
);
