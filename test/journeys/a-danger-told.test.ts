// A worried person says the worst in the middle, is answered, and goes on to send.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const begin: readonly Line[] = [
  ['patient', 'for me'],
  ['patient', 'yes'],
  ['patient', 'yes'],
  ['patient', 'yes'],
  ['patient', '54'],
  ['patient', '1'],
  ['assistant', 'What is on your mind?'],
];

describe('a person who says they want to die', () => {
  const transcript: readonly Line[] = [
    ...begin,
    ['patient', 'I lost my job and I want to kill myself'],
    [
      'assistant',
      'Thank you for telling me.',
      'You do not have to face this alone.',
      'call 999',
      'call 111 and choose option 2',
      '116 123',
      '85258',
      'Nobody is watching this chat live.',
      'Would you like someone from',
    ],
    ['patient', 'no thanks'],
    ['assistant', 'Nobody will call you about this.', 'Are you safe right now?'],
    ['patient', 'i am safe'],
    ['assistant', 'Which of these would you like help with?'],
    ['patient', 'work'],
    ['assistant', 'Is anything making you unsafe right now?'],
    ['patient', 'no'],
    ['assistant', 'Which of these fits you best?'],
  ];

  it('is given help at once, offered a call, asked one direct question, and can go on', () => {
    play(transcript);
  });

  it('is read on the same day by the link worker, whatever was answered after', () => {
    const referral = referralOf(play(transcript).until('review').answers('send'));
    expect(referral.urgency).to.equal('same-day');
    expect(referral.flags.map(({ kind, tier }) => `${kind} ${tier}`)).to.include('self-harm act');
    expect(referral.words[0]?.answer).to.equal('I lost my job and I want to kill myself');
  });
});

describe('a person who is being hurt at home', () => {
  it('is told how to call in silence, and no one else is told anything', () => {
    const dialogue = play([
      ...begin,
      ['patient', 'my husband hits me and takes my money'],
      ['assistant', 'It is not your fault.', 'press 55', '0808 2000 247', 'type with Relay UK: 18000', 'Would you like someone from'],
      ['patient', 'no'],
      ['assistant', 'Are you safe where you are right now?'],
      ['patient', 'yes'],
    ]);
    const referral = referralOf(dialogue.until('review', { 'contact.safe': ['none'] }).answers('send'));
    expect(referral.urgency).to.equal('same-day');
    expect(referral.contact.safety).to.deep.equal([
      'Abuse was spoken of. Assume that someone may see messages or answer the phone. Say nothing of this service to anyone else.',
      'None of the ways asked about is safe. Ask before using any.',
    ]);
  });
});
