import { expect } from 'chai';
import { describe, it } from 'mocha';
import { readCommand } from '../../src/understanding/read-command.js';
import { languages } from './our-languages.js';

const rows: readonly (readonly [string, string, string])[] = [
  ['en-GB', 'help', 'help|Help!|help me please|I need help|what can I do|/help'],
  ['en-GB', 'back', 'back|go back|Back.'],
  ['en-GB', 'skip', 'skip|Skip this question, please|rather not say|I’d rather not say'],
  ['en-GB', 'stop', 'stop|STOP|bye'],
  ['en-GB', 'restart', 'start again|start over'],
  ['en-GB', 'change', 'change my answer|I made a mistake'],
  ['en-GB', 'review', 'check my answers|what have I said'],
  ['en-GB', 'pause', 'pause|save for later'],
  ['en-GB', 'call-me', 'call me|please just call me|can someone ring me?'],
  ['en-GB', 'person', 'speak to a person|are you a robot?|human'],
  ['en-GB', 'urgent', 'urgent help|emergency|999'],
  ['en-GB', 'exit', 'exit|hide this page|he’s coming'],
  ['en-GB', 'delete', 'delete my data|forget me'],
  ['en-GB', 'language', 'another language|I don’t speak English'],
  ['pl', 'help', 'pomoc|pomóż mi|help'],
  ['pl', 'back', 'wstecz|wróć|wroc|cofnij'],
  ['pl', 'skip', 'pomiń|pomin to pytanie|wolę nie mówić'],
  ['pl', 'stop', 'stop|koniec|zakończ'],
  ['pl', 'restart', 'od nowa|zacznij od nowa'],
  ['pl', 'change', 'zmień odpowiedź|pomyłka'],
  ['pl', 'review', 'sprawdź odpowiedzi'],
  ['pl', 'pause', 'przerwa|dokończę później'],
  ['pl', 'call-me', 'zadzwoń do mnie|proszę zadzwonić|call me'],
  ['pl', 'person', 'chcę rozmawiać z człowiekiem|czy jesteś robotem?'],
  ['pl', 'urgent', 'pilne|ratunku'],
  ['pl', 'exit', 'wyjdź|ukryj stronę'],
  ['pl', 'delete', 'usuń moje dane'],
  ['pl', 'language', 'zmień język'],
  ['ar', 'help', 'مساعدة|ساعدني|ممكن مساعدة؟'],
  ['ar', 'back', 'رجوع|ارجع'],
  ['ar', 'skip', 'تخطي|تخطى هذا السؤال|أفضل عدم الإجابة'],
  ['ar', 'stop', 'توقف|خلاص'],
  ['ar', 'restart', 'من جديد|ابدأ من جديد'],
  ['ar', 'change', 'تغيير الإجابة|غلطت'],
  ['ar', 'review', 'مراجعة إجاباتي'],
  ['ar', 'pause', 'استراحة|بعدين'],
  ['ar', 'call-me', 'اتصل بي|كلموني|دقوا علي'],
  ['ar', 'person', 'أريد التحدث مع شخص|بدي احكي مع حدا'],
  ['ar', 'urgent', 'عاجل|النجدة'],
  ['ar', 'exit', 'خروج|اقفل الصفحة'],
  ['ar', 'delete', 'احذف بياناتي'],
  ['ar', 'language', 'تغيير اللغة'],
];

describe('readCommand', () => {
  for (const [lang, command, texts] of rows) {
    for (const text of texts.split('|')) {
      it(`hears ${command} in "${text}" (${lang})`, () => {
        expect(readCommand(text, lang, languages)).to.deep.equal({ command });
      });
    }
  }

  it('hears a language named in any language', () => {
    const named: readonly (readonly [string, string, string])[] = [
      ['en-GB', 'polski', 'pl'],
      ['en-GB', 'Polish', 'pl'],
      ['en-GB', 'po polsku proszę', 'pl'],
      ['en-GB', 'in Polish please', 'pl'],
      ['en-GB', 'can we speak in Arabic?', 'ar'],
      ['en-GB', 'عربي', 'ar'],
      ['en-GB', 'العربية', 'ar'],
      ['en-GB', 'I speak Romanian', 'ro'],
      ['pl', 'angielski', 'en-GB'],
      ['pl', 'po angielsku', 'en-GB'],
      ['pl', 'chcę po angielsku', 'en-GB'],
      ['pl', 'English please', 'en-GB'],
      ['ar', 'بالإنجليزية', 'en-GB'],
      ['ar', 'انجليزي من فضلك', 'en-GB'],
      ['ar', 'بدي احكي عربي', 'ar'],
      ['ar', 'polski', 'pl'],
    ];
    for (const [lang, text, language] of named)
      expect(readCommand(text, lang, languages), text).to.deep.equal({ command: 'language', language });
  });

  it('leaves answers alone', () => {
    const answers: readonly (readonly [string, string])[] = [
      ['en-GB', 'I need help with my rent'],
      ['en-GB', 'I want to stop drinking'],
      ['en-GB', 'no'],
      ['en-GB', 'yes'],
      ['en-GB', 'My back hurts'],
      ['en-GB', 'I can’t pay and I need help'],
      ['en-GB', 'Polish shop on the corner'],
      ['en-GB', 'I am Polish'],
      ['pl', 'nie'],
      ['pl', 'no'],
      ['pl', 'tak'],
      ['pl', 'potrzebuję pomocy z czynszem'],
      ['ar', 'لا'],
      ['ar', 'نعم'],
      ['ar', 'أحتاج مساعدة في الإيجار'],
      ['en-GB', ''],
      ['en-GB', 'help '.repeat(200)],
    ];
    for (const [lang, text] of answers) expect(readCommand(text, lang, languages), text).to.equal(undefined);
  });
});
