// Languages with a handful of words each, for showing what the readers make of any language: its traps, its script, its numbers.
import type { Language } from '../../src/content/content.js';
import { listenSchema, toListen } from '../../src/content/languages/listen-schema.js';
import { languages as shipped } from './our-languages.js';

const commands = {
  back: ['zzback'],
  review: ['zzreview'],
  change: ['zzchange'],
  restart: ['zzrestart'],
  pause: ['zzpause'],
  stop: ['zzstop'],
  help: ['zzhelp'],
  person: ['zzperson'],
  'call-me': ['zzcall'],
  urgent: ['zzurgent'],
  exit: ['zzexit'],
  delete: ['zzdelete'],
  language: ['zzlanguage'],
  skip: ['zzskip'],
  near: ['zznear'],
  refer: ['zzrefer'],
};

interface Words {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly commands?: Readonly<Record<string, readonly string[]>>;
  readonly [list: string]: unknown;
}

/** A language with these words and no others. */
export function aLanguage(tag: string, words: Words): Language {
  const months = Array.from({ length: 12 }, (_, index) => [`zzmonth${String.fromCharCode(97 + index)}`]);
  const file = { unsure: ['zzunsure'], none: ['zznone'], numbers: {}, months, ...words, commands: { ...commands, ...words.commands } };
  const listen = toListen(listenSchema.parse(file));
  return { tag, name: tag, englishName: tag, dir: 'ltr', review: {}, listen, needs: new Map() };
}

function months(...names: readonly string[]): readonly (readonly string[])[] {
  return names.map(forms => forms.split(' '));
}

const small: readonly Language[] = [
  aLanguage('es', {
    yes: ['sí', 'claro', 'de acuerdo', 'por supuesto'],
    no: ['no', 'nunca', 'para nada', 'no quiero'],
    unsure: ['no sé', 'quizás', 'tal vez'],
    commands: { skip: ['saltar', 'siguiente', 'prefiero no decirlo'], pause: ['pausa'], back: ['atrás', 'volver'] },
    numbers: { uno: 1, dos: 2, tres: 3, cinco: 5, doce: 12, veinte: 20, veintidós: 22, treinta: 30, sesenta: 60, setenta: 70 },
    ordinals: { primero: 1, segundo: 2 },
    months: months(
      'enero en',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio jun',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ),
    aroundDate: ['de', 'del', 'el', 'nací', 'en', 'el día'],
    and: ['y', 'e'],
    at: ['arroba'],
    dot: ['punto'],
    double: ['doble'],
    denials: ['no', 'sin'],
  }),
  aLanguage('pt', {
    yes: ['sim', 'concordo', 'claro que sim'],
    no: ['não', 'nunca', 'discordo'],
    numbers: { um: 1, dois: 2, vinte: 20, trinta: 30 },
    and: ['e'],
    aroundNumber: ['tenho', 'anos', 'um ano'],
  }),
  aLanguage('tr', {
    yes: ['evet', 'istiyorum', 'kabul ediyorum', 'tamam'],
    no: ['hayır', 'istemiyorum', 'kabul etmiyorum', 'asla'],
    commands: { skip: ['geç', 'atla', 'sonraki soru'] },
    numbers: { on: 10, yirmi: 20, beş: 5, yirmibeş: 25, otuz: 30, kırk: 40 },
    months: months('ocak', 'şubat', 'mart', 'nisan', 'mayıs', 'haziran haziranda', 'temmuz', 'ağustos', 'eylül', 'ekim', 'kasım', 'aralık'),
  }),
  aLanguage('bn', {
    yes: ['হ্যাঁ', 'জি', 'চাই', 'ঠিক আছে', 'thik ache', 'chai', 'amar lagbe'],
    no: ['না', 'চাই না', 'লাগবে না', 'na', 'chai na', 'lagbe na', 'dorkar nai'],
    unsure: ['জানি না', 'jani na'],
    commands: { skip: ['বাদ দিন', 'bad din', 'porer proshno'] },
    numbers: { এক: 1, ek: 1, পাঁচ: 5, panch: 5, সাত: 7, shat: 7, বিশ: 20, bish: 20, পঁচিশ: 25, pochish: 25, ষাট: 60, shaath: 60 },
    months: months(
      'জানুয়ারি january',
      'ফেব্রুয়ারি',
      'মার্চ',
      'এপ্রিল',
      'মে',
      'জুন joon',
      'জুলাই',
      'আগস্ট',
      'সেপ্টেম্বর',
      'অক্টোবর',
      'নভেম্বর',
      'ডিসেম্বর',
    ),
    aroundDate: ['তারিখ', 'সালে', 'জন্ম'],
  }),
  aLanguage('ur', {
    yes: ['ہاں', 'جی', 'مجھے چاہیے', 'haan', 'mujhe chahiye', 'theek hai'],
    no: ['نہیں', 'مجھے نہیں چاہیے', 'nahin', 'mujhe nahi chahiye', 'bilkul nahi'],
    unsure: ['معلوم نہیں', 'maloom nahi'],
    commands: { skip: ['چھوڑیں', 'agla sawal'], help: ['مدد', 'madad'] },
    numbers: { ایک: 1, ek: 1, دو: 2, do: 2, پچیس: 25, pachis: 25, پچاس: 50, pachas: 50, تئیس: 23, teis: 23, تیس: 30, tees: 30 },
    months: months('جنوری january', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون june', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'),
    at: ['ایٹ', 'at'],
    dot: ['ڈاٹ', 'dot'],
    double: ['ڈبل', 'double'],
  }),
  aLanguage('fa', {
    yes: ['بله', 'دارم', 'می‌خواهم', 'موافقم', 'daram', 'mikhaham'],
    no: ['نه', 'ندارم', 'نمی‌خواهم', 'مخالفم', 'nadaram', 'nemikhaham'],
    numbers: { یک: 1, دو: 2, بیست: 20, پنج: 5 },
    and: ['و'],
    months: months('ژانویه', 'فوریه', 'مارس', 'آوریل', 'مه', 'ژوئن', 'ژوئیه', 'اوت', 'سپتامبر', 'اکتبر', 'نوامبر', 'دسامبر'),
  }),
  aLanguage('ta', {
    yes: ['ஆம்', 'வேண்டும்', 'vendum', 'aamaam'],
    no: ['இல்லை', 'வேண்டாம்', 'vendaam', 'illai'],
    numbers: { ஒன்று: 1, onru: 1, இரண்டு: 2 },
    months: months('ஜனவரி', 'பிப்ரவரி', 'மார்ச்', 'ஏப்ரல்', 'மே', 'ஜூன்', 'ஜூலை', 'ஆகஸ்ட்', 'செப்டம்பர்', 'அக்டோபர்', 'நவம்பர்', 'டிசம்பர்'),
  }),
  aLanguage('zh-Hans', {
    yes: ['是', '是的', '好的', '愿意'],
    no: ['不', '不是', '不愿意', '没有'],
    unsure: ['不知道', '不确定'],
    numbers: { 一: 1, 二: 2, 两: 2, 三: 3, 十: 10 },
    ordinals: { 第一: 1, 第二: 2 },
    months: months('一月', '二月', '三月', '四月', '五月', '六月', '七月', '八月', '九月', '十月', '十一月', '十二月'),
    aroundNumber: ['岁', '个', '人', '大概', '我'],
    aroundDate: ['出生', '我', '是'],
    polite: ['谢谢', '请'],
    at: ['艾特'],
    dot: ['点'],
    oh: ['洞'],
  }),
];

/** The shipped languages with their real lists, and the small ones. A language that ships is the small one here, so that tests stand still. */
export const smallLanguages: ReadonlyMap<string, Language> = new Map([...shipped, ...small.map(one => [one.tag, one] as const)]);
