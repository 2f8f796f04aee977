// Random and mutated messages through whole turns: how long the slowest take. Usage: node dist/bench/red-flag-fuzz.js [200000]
import { takeTurn } from '../src/conversation/take-turn.js';
import { Dialogue } from '../test/support/a-dialogue.js';
import { anyMessages } from '../test/support/any-message.js';
import { realContent } from '../test/support/real-content.js';

const wanted = Number(process.argv[2] ?? 200_000);
const warm = 500;
const content = realContent();
const begun = new Dialogue().until('mind.words').conversation;
const message = anyMessages(5);
const times: { readonly ms: number; readonly text: string }[] = [];

for (let count = 0; count < wanted; count += 1) {
  const text = message();
  const said = { kind: 'text', text } as const;
  const turn = { id: `f${String(count)}`, at: '2026-11-23T10:00:00.000Z', entropy: 'a'.repeat(32), said, strings: [text] };
  const start = process.cpuUsage();
  takeTurn(begun, turn, content);
  const { user, system } = process.cpuUsage(start);
  if (count >= warm) times.push({ ms: (user + system) / 1000, text });
}
times.sort((a, b) => b.ms - a.ms);
const at = (share: number): string => (times[Math.floor(times.length * share)]?.ms ?? 0).toFixed(2);
process.stdout.write(
  `${String(times.length)} turns, none failed; milliseconds of processor time: median ${at(0.5)}, 99% ${at(0.01)}, 99.99% ${at(0.0001)}\n`,
);
process.stdout.write(`over 50 ms: ${String(times.filter(({ ms }) => ms > 50).length)}\n`);
for (const { ms, text } of times.slice(0, 5)) process.stdout.write(`${ms.toFixed(1)} ms ${JSON.stringify(text).slice(0, 100)}\n`);
