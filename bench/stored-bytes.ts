// Bytes stored for a conversation at its end, before and after sealing, for the shortest full way and for "just call me".
import { Dialogue } from '../test/support/a-dialogue.js';

const sealing = 1 + 1 + 12 + 16;

for (const [name, start] of [
  [
    'full way, one need',
    (dialogue: Dialogue) =>
      dialogue.until('review', { 'mind.words': 'I would like to get out more', 'mind.needs': ['activity'] }).answers('send'),
  ],
  [
    'just call me',
    (dialogue: Dialogue) => dialogue.commands('call-me').answers('pl').answers('Sam').answers('07911 123456').answers(true).answers(true),
  ],
] as const) {
  const dialogue = start(new Dialogue());
  const bytes = Buffer.byteLength(JSON.stringify(dialogue.conversation));
  const referral = Buffer.byteLength(JSON.stringify(dialogue.referrals[0]));
  process.stdout.write(
    `${name}: conversation ${String(bytes)} bytes of JSON, ${String(bytes + sealing)} sealed; referral ${String(referral)}; answers ${String(dialogue.turns)}\n`,
  );
}
