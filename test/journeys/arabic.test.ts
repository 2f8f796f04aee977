// Layla, 47: new here, alone, in debt. Everything typed in Arabic, numbers in Arabic-Indic digits.
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { referralOf } from '../support/sent-referral.js';
import { play } from '../support/transcript.js';
import type { Line } from '../support/transcript.js';

const transcript: readonly Line[] = [
  ['assistant', 'مرحبًا.', 'لا أحد يراقب هذه المحادثة مباشرة.', 'لمن هذا الطلب؟'],
  ['patient', '١'],
  ['assistant', 'لمن الطلب: الطلب لي', 'هل لدينا إذن منك بأن نشارك إجاباتك'],
  ['patient', 'نعم'],
  ['assistant', 'عيادة طبيب أسرتك (GP)'],
  ['patient', 'لا'],
  ['assistant', 'بأن يتواصل معك أخصائي الدعم الاجتماعي؟'],
  ['patient', 'أكيد'],
  ['assistant', 'كم عمرك؟'],
  ['patient', 'عمري ٤٧'],
  ['assistant', 'العمر: 47', 'ما عيادة طبيب الأسرة (GP)'],
  ['patient', '٢'],
  ['assistant', 'Canal Street Surgery', 'ما الذي يشغل بالك؟'],
  ['patient', 'أشعر بالوحدة منذ جئت إلى هنا، وعليّ ديون كثيرة'],
  ['assistant', /فهمنا مما كتبته: .*بالوحدة/u, /كتبته: .*المال/u, 'في أي من هذه الأمور تفيدك المساعدة؟'],
  ['patient', '١، ٢'],
  ['assistant', 'المساعدة في: ', 'هل هناك شيء يعرضك للخطر الآن؟'],
  ['patient', 'لا'],
  ['assistant', 'كم يتكرر لديك الشعور بأنه تنقصك الصحبة؟'],
  ['patient', '٣'],
  ['assistant', 'كم يتكرر لديك الشعور بالاستبعاد؟'],
  ['patient', '٢'],
  ['assistant', 'كم يتكرر لديك الشعور بالعزلة عن الآخرين؟'],
  ['patient', '٣'],
  ['assistant', 'كم يتكرر لديك الشعور بالوحدة؟'],
  ['patient', '١'],
  ['assistant', 'هل المال مشكلة لديك الآن؟'],
  ['patient', 'نعم'],
  ['assistant', 'هل تأخرت في دفع أي من هذه؟'],
  ['patient', '١، ٢'],
  ['assistant', 'الإيجار أو قرض المنزل وضريبة البلدية (council tax)', 'المحكمة'],
  ['patient', 'لا'],
  ['assistant', 'كل المال المستحق لك؟'],
  ['patient', 'نعم'],
  ['assistant', 'هذا لا يغير المساعدة المقدمة لك.'],
  ['patient', 'لا شكرا'],
  ['assistant', 'ما أهم شيء بالنسبة إليك؟'],
  ['patient', 'أن يكون لي أصدقاء'],
  ['assistant', 'في أي من هذه الأمور تفيدك المساعدة أولًا؟'],
  ['patient', '١'],
  ['assistant', 'ما اللغة التي تناسبك للتحدث معنا؟'],
  ['patient', 'العربية'],
  ['assistant', 'ما الذي يسهل عليك استخدام هذه الخدمة؟'],
  ['patient', '١'],
  ['assistant', 'ما اسمك؟'],
  ['patient', 'ليلى حسن'],
  ['assistant', 'ما تاريخ ميلادك؟'],
  ['patient', '٣/٥/١٩٧٩'],
  ['assistant', '3 مايو 1979: هل هذا صحيح؟'],
  ['patient', 'نعم'],
  ['assistant', 'ما رقم الهاتف الذي يمكننا الاتصال بك عليه بأمان؟'],
  ['patient', '٠٧٩١١ ١٢٣٤٥٦'],
  ['assistant', '\u206607911 123456\u2069', 'أي من هذه الطرق آمن لك؟'],
  ['patient', '١'],
  ['assistant', 'الطرق الآمنة لك: الرسائل النصية'],
  ['patient', 'لا'],
  ['assistant', 'مراجعة إجاباتك', 'تاريخ الميلاد: 3 مايو 1979', 'أهم شيء: أن يكون لي أصدقاء'],
  ['patient', 'إرسال'],
  ['assistant', 'شكرًا لك. تم إرسال إجاباتك.', /[2-9A-Y]{4}-[2-9A-Y]{4}/u, 'خلال 5 أيام عمل', '999'],
];

describe('a whole conversation in Arabic', () => {
  it('goes from hello to a reference', () => {
    play(transcript, { lang: 'ar' });
  });

  it('gives the link worker English and European digits, with her own words as she wrote them', () => {
    const { contact, consents, eligibility, language, person, words } = referralOf(play(transcript, { lang: 'ar' }));
    expect(eligibility).to.deep.include({ age: 47 });
    expect(person).to.deep.include({ dateOfBirth: '1979-05-03' });
    expect(contact).to.deep.include({ name: 'ليلى حسن', phone: '+447911123456' });
    expect(language).to.deep.include({ written: 'ar', spokenName: 'Arabic', interpreter: true });
    expect(consents.map(({ purpose, given }) => [purpose, given])).to.deep.include(['share-gp', false]);
    expect(words.map(({ answer, wordsIn }) => [answer, wordsIn])).to.deep.equal([
      ['أشعر بالوحدة منذ جئت إلى هنا، وعليّ ديون كثيرة', 'ar'],
      ['أن يكون لي أصدقاء', 'ar'],
    ]);
  });
});
