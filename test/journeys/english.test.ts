// Margaret, 72: alone since her husband died, and behind with the gas. Typed as people type.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const transcript: readonly Line[] = [
  ['assistant', 'Hello. This is Riverside Practice.', 'Nobody is watching this chat live.', 'Write: call me.', 'Who is this for?'],
  ['patient', 'for me'],
  ['assistant', 'Next we need your permission.', 'May we share your answers with the link worker?'],
  ['patient', 'yeah ok'],
  ['assistant', 'May we also share them with your GP practice?', 'You can say no to this and still get help.'],
  ['patient', "yes that's fine"],
  ['assistant', 'May the link worker contact you?'],
  ['patient', 'of course'],
  ['assistant', 'How old are you?'],
  ['patient', "I'm 72"],
  ['assistant', 'Age: 72', 'Which GP practice are you with?'],
  ['patient', 'Riverside'],
  ['assistant', 'What is on your mind?', 'A little is enough.'],
  ['patient', 'Since Jean left I see nobody from one week to the next. And im behind with the gas, I owe them 400 pounds'],
  ['assistant', /From what you wrote, I understood: .*lonely/u, /understood: .*Money/u, 'Which of these would you like help with?'],
  ['patient', '1, 2'],
  ['assistant', 'Help with: Feeling lonely or wanting company and Money, debt or benefits', 'Is anything making you unsafe right now?'],
  ['patient', 'no'],
  ['assistant', 'How often do you feel that you lack companionship?'],
  ['patient', 'often'],
  ['assistant', 'How often do you feel left out?'],
  ['patient', 'some of the time'],
  ['assistant', 'How often do you feel isolated from others?'],
  ['patient', 'often'],
  ['assistant', 'How often do you feel lonely?'],
  ['patient', 'often'],
  ['assistant', 'Is money a problem for you right now?'],
  ['patient', 'yes it is'],
  ['assistant', 'Are you behind with any of these?'],
  ['patient', 'gas and council tax'],
  ['assistant', 'Behind with: Council tax and Gas or electricity', 'Is anyone taking you to court, or sending bailiffs?'],
  ['patient', 'not sure'],
  ['assistant', 'Would you like someone to check you get all the money you can?'],
  ['patient', 'yes please'],
  ['assistant', 'May I ask four short questions about how life is?', 'It does not change the help you get.'],
  ['patient', 'not today thanks'],
  ['assistant', 'What matters most to you?'],
  ['patient', 'seeing people again, even just for a cup of tea'],
  ['assistant', 'Which would you like help with first?'],
  ['patient', 'feeling lonely'],
  ['assistant', 'Which language would you like to speak with us?'],
  ['patient', 'english'],
  ['assistant', 'What would make it easier to use this service?'],
  ['patient', 'large print please'],
  ['assistant', 'What is your name?'],
  ['patient', 'Margaret Hill'],
  ['assistant', 'What is your date of birth?'],
  ['patient', '3rd of may 1954'],
  ['assistant', '3 May 1954: is that right?'],
  ['patient', 'yes'],
  ['assistant', 'Which phone number is safe for us to call?'],
  ['patient', '07911 123456'],
  ['assistant', 'Phone: 07911 123456', 'Which of these are safe for you?', 'Leave out anything that someone else may see or hear.'],
  ['patient', 'voicemail and letters'],
  ['assistant', 'A message on my voicemail and Letters to my home', 'Would you like to add more details now?'],
  ['patient', 'no'],
  ['assistant', 'Check your answers', 'Date of birth: 3 May 1954', 'What matters most: seeing people again, even just for a cup of tea'],
  ['patient', 'send'],
  ['assistant', 'Thank you. Your answers are sent.', /Your reference is [2-9A-Y]{4}-[2-9A-Y]{4}\./u, 'within 5 working days', 'call 999'],
];

describe('a whole conversation in English', () => {
  it('goes from hello to a reference', () => {
    play(transcript);
  });

  it('gives the link worker what was said', () => {
    const { contact, needs, words, measures, eligibility, urgency } = referralOf(play(transcript));
    expect(urgency).to.equal('routine');
    expect(eligibility).to.deep.include({ age: 72, practice: { ods: 'SAMPLE1', name: 'Riverside Practice' } });
    expect(needs.map(need => need.key)).to.deep.equal(['loneliness', 'money']);
    expect(needs[1]?.answers.map(({ question, answer }) => `${question}: ${answer}`)).to.deep.equal([
      'Money is a problem: Yes',
      'Behind with: Council tax and Gas or electricity',
      'Court or bailiffs: I am not sure',
      'Benefits check: Yes',
    ]);
    expect(words.map(({ answer }) => answer)[1]).to.equal('seeing people again, even just for a cup of tea');
    expect(measures.map(({ id, value }) => [id, value])).to.deep.equal([['screen-loneliness.ucla', 8]]);
    expect(contact).to.deep.include({ name: 'Margaret Hill', phone: '+447911123456' });
    expect(contact.safety.slice(0, 3)).to.deep.equal([
      'Safe: A message on my voicemail',
      'Safe: Letters to my home',
      'Not said to be safe: Text messages',
    ]);
  });
});
