// How long all rules of all languages take on one message, ordinary and hostile, and whether doubling a hostile one more than doubles the time.
// Usage: node dist/bench/red-flag-speed.js
import { findRedFlags } from '../src/safety/find-red-flags.js';
import { realContent } from '../test/support/real-content.js';

const { redFlags } = realContent();

const ordinary: Readonly<Record<string, string>> = {
  'en, 200':
    'My landlord does not answer and the boiler has been broken since last week, the children are cold and I do not know who to ask. I have written to the council two times but nobody came to look at the damp.',
  'pl, 200':
    'Od miesiąca nie mam pracy i nie wiem, jak zapłacić czynsz. Dzieci chodzą do szkoły, a ja siedzę w domu i nie mam z kim porozmawiać. Chciałabym znaleźć jakiś kurs angielskiego albo kogoś, kto pomoże mi z listami.',
  'ar, 200':
    'لا أعرف أحداً هنا وأشعر بالوحدة كل يوم، البيت رطب وبارد وصاحب البيت لا يرد على الهاتف، عندي ديون كثيرة ولا أعرف من أين أبدأ، أحتاج إلى من يساعدني في الأوراق والرسائل من المجلس وفي تعلم اللغة الإنجليزية',
  'zh, 100':
    '我在这里一个人住，孩子都在国外，平时没有人说话，房东不修暖气，墙上都是霉，我看不懂英文信，也不知道该找谁帮忙，退休金不够交房租，腿脚也不好，买菜都困难，想找个可以一起活动的地方，最好有人会说中文。',
};

const pieces = [
  'kill myself ',
  'i want to ',
  'not never ',
  'k i l l ',
  'aaaa',
  'no no ',
  'want to die not ',
  'he she they ',
  'хочу умереть ',
  'أريد ',
  '死',
  'ﷺ',
  'my my my ',
  '. ',
  'e\u0301',
  'hurt hurt ',
];

/** Milliseconds a message: the least of many batches, since whatever else the machine does only adds to it. */
function milliseconds(text: string): number {
  const [batches, rounds] = [60, 4];
  let least = Infinity;
  for (let batch = 0; batch < batches; batch += 1) {
    const start = performance.now();
    for (let round = 0; round < rounds; round += 1) findRedFlags([text], redFlags);
    least = Math.min(least, (performance.now() - start) / rounds);
  }
  return least;
}

// Warm: every rule compiled, everything optimised.
for (let round = 0; round < 200; round += 1) for (const text of Object.values(ordinary)) findRedFlags([text], redFlags);
process.stdout.write(`${String(redFlags.rules.length)} rules\n`);
for (const [name, text] of Object.entries(ordinary)) {
  process.stdout.write(`${name.padEnd(24)} ${String(text.length).padStart(6)} characters ${milliseconds(text).toFixed(3)} ms\n`);
}
for (const piece of pieces) {
  const times = [250, 500, 1000, 2000, 4000].map(length => milliseconds(piece.repeat(Math.ceil(length / piece.length)).slice(0, length)));
  const growth = (times[4] ?? 0) / Math.max(0.001, times[3] ?? 0);
  process.stdout.write(
    `${JSON.stringify(piece).padEnd(24)} 250 to 4000: ${times.map(time => time.toFixed(2)).join(' ')} ms; twice the text, ${growth.toFixed(1)} times the time\n`,
  );
}
