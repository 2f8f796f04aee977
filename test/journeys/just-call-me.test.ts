// "Just call me": five answers, in any language, and somebody rings.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const transcripts: Readonly<Record<string, readonly Line[]>> = {
  en: [
    ['patient', 'just call me'],
    ['assistant', 'I will ask you five short questions first.', 'Which language would you like to speak when we call?'],
    ['patient', 'english'],
    ['assistant', 'What name can we ask for?', 'A first name is enough.'],
    ['patient', 'Sam'],
    ['assistant', 'Which phone number is safe for us to call?'],
    ['patient', '07911 123456'],
    ['assistant', 'can we leave a message?', 'Say no if someone else may hear it.'],
    ['patient', 'no'],
    ['assistant', 'May we share these answers with the link worker, so that they can call you?', 'If you say yes, we send them now.'],
    ['patient', 'yes'],
    ['assistant', 'Thank you. Your answers are sent.', 'A link worker will contact you within 5 working days.'],
  ],
  pl: [
    ['patient', 'zadzwońcie do mnie'],
    ['assistant', 'Najpierw zadamy pięć krótkich pytań.', 'W jakim języku chcesz rozmawiać, gdy zadzwonimy?'],
    ['patient', 'polski'],
    ['assistant', 'O kogo mamy poprosić, gdy zadzwonimy?'],
    ['patient', 'Zofia'],
    ['assistant', 'Pod jaki numer możemy bezpiecznie zadzwonić?'],
    ['patient', '07911 123456'],
    ['assistant', 'czy możemy zostawić wiadomość?'],
    ['patient', 'nie'],
    ['assistant', 'Jeśli odpowiesz „tak”, wyślemy je od razu.'],
    ['patient', 'tak'],
    ['assistant', 'Dziękujemy. Twoje odpowiedzi są wysłane.'],
  ],
  ar: [
    ['patient', 'اتصلوا بي'],
    ['assistant', 'سنطرح عليك أولًا خمسة أسئلة قصيرة.', 'ما اللغة التي تناسبك عندما نتصل بك؟'],
    ['patient', 'العربية'],
    ['assistant', 'ما الاسم الذي نسأل عنه عند الاتصال؟'],
    ['patient', 'ليلى'],
    ['assistant', 'ما رقم الهاتف الذي يمكننا الاتصال بك عليه بأمان؟'],
    ['patient', '٠٧٩١١١٢٣٤٥٦'],
    ['assistant', 'فهل يمكننا ترك رسالة؟'],
    ['patient', 'لا'],
    ['assistant', 'إذا أجبت بنعم، فسنرسلها الآن.'],
    ['patient', 'نعم'],
    ['assistant', 'شكرًا لك. تم إرسال إجاباتك.'],
  ],
};

describe('"just call me"', () => {
  for (const [lang, transcript] of Object.entries(transcripts)) {
    it(`takes five answers after it was asked for (${lang})`, () => {
      const dialogue = play(transcript, { lang });
      expect(dialogue.turns - 1).to.equal(5);
      const { way, contact, language } = referralOf(dialogue);
      expect(way).to.equal('call-me');
      expect(language.interpreter).to.equal(lang !== 'en');
      expect(contact).to.deep.include({ phone: '+447911123456', safety: ['Do not leave a message.'] });
    });
  }

  it('can be asked for in the middle, when the questions become too much', () => {
    play([
      ['patient', 'for me'],
      ['patient', 'yes'],
      ['patient', 'can I talk to a person?'],
      ['assistant', 'You can talk to a person.', 'Or write: call me.'],
      ['patient', 'call me'],
      ['assistant', 'We can call you.', 'Which language would you like to speak when we call?'],
    ]);
  });

  it('sends nothing where the person says no at the end', () => {
    const dialogue = play([
      ['patient', 'call me'],
      ['patient', 'english'],
      ['patient', 'Sam'],
      ['patient', '07911 123456'],
      ['patient', 'no'],
      ['patient', 'no'],
      ['assistant', 'That is your choice, and we will share nothing.', 'You can call us on'],
    ]);
    expect(dialogue.effects).to.deep.equal([]);
  });
});
