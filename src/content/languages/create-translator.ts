// Words phrases: product sentences through i18next (keys, plural forms), content sentences by look-up, both filled the same way.
import { createInstance, type i18n } from 'i18next';
import { showNhsNumber } from '../../text/show-nhs-number.js';
import { showPhone } from '../../text/show-phone.js';
import { anotherPracticeSystem, languageSystem, needSystem, practiceSystem } from '../journey/coding-systems.js';
import type { TextFiles } from './content-texts.js';
import { fillTemplate } from './fill-template.js';
import type { AnswerValue, Form, FormItem, FormOption } from '../forms/form.js';
import { english } from './locale-schema.js';
import type { Phrase, PhraseParam, ProductKey } from './phrase.js';
import type { Helpline, Service } from '../journey/service-schema.js';
import { wordService } from '../journey/service-variables.js';
import type { Translator } from './translator.js';
import { isSameOption } from '../forms/read-initial.js';
import { wordDate, wordHours, wordList, wordNumber, wordTime, wordWeekdays } from './word-intl.js';
import { languageName, wordLanguage } from './word-language.js';
import { wordValue } from './word-value.js';

/** One language's words. */
export interface LanguageWords {
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** product.json, pages.json and near.json together. */
  readonly product: ReadonlyMap<string, string>;
  readonly texts: TextFiles;
}

/** Everything a translator words from. English is one of the languages. */
export interface TranslatorSources {
  readonly languages: readonly LanguageWords[];
  readonly form: Form;
  readonly service: Service;
  readonly helplines: ReadonlyMap<string, Helpline>;
}

type Params = Readonly<Record<string, PhraseParam>>;
type ContentPhrase = Extract<Phrase, { file: string }>;

/** What ends a question or leads to its answer, in the scripts that have their own. */
const endOfQuestion = /[\s.?？؟;:：。।]+$/u;

const isolatedFormats = new Set(['phone', 'email', 'postcode', 'nhs-number']);

/** Numbers are kept bare and shown in the groups people read them in. */
const showAs: ReadonlyMap<string, (stored: string) => string> = new Map([
  ['phone', showPhone],
  ['nhs-number', showNhsNumber],
]);

function startI18next(languages: readonly LanguageWords[]): i18n {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    resources: Object.fromEntries(languages.map(({ tag, product }) => [tag, { product: Object.fromEntries(product) }])),
    ns: ['product'],
    defaultNS: 'product',
    fallbackLng: english,
    load: 'currentOnly',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

class Wording implements Translator {
  readonly #sources: TranslatorSources;
  readonly #languages: ReadonlyMap<string, LanguageWords>;
  readonly #i18next: i18n;
  readonly #fixed = new Map<string, (key: string, options: Record<string, unknown>) => string>();
  readonly #service = new Map<string, Readonly<Record<string, string>>>();

  constructor(sources: TranslatorSources) {
    this.#sources = sources;
    this.#languages = new Map(sources.languages.map(language => [language.tag, language]));
    this.#i18next = startI18next(sources.languages);
  }

  readonly word = (phrase: Phrase, lang: string): string => {
    if ('verbatim' in phrase) return phrase.verbatim;
    if ('isolated' in phrase) return this.#isolate(phrase.isolated, lang);
    if ('answer' in phrase) return this.#answer(phrase.answer, phrase.linkId, lang);
    if ('list' in phrase) return this.#list(phrase.list, lang);
    if ('weekdays' in phrase) return wordWeekdays(phrase.weekdays, lang);
    const template = 'product' in phrase ? this.#product(phrase.product, phrase.params, lang) : this.#content(phrase, lang);
    return fillTemplate(template, name => this.#fill(name, phrase.params, lang));
  };

  readonly has = (phrase: Phrase, lang: string): boolean => {
    if ('file' in phrase) return this.#own(phrase, lang) !== undefined;
    if (!('product' in phrase)) return true;
    const product = this.#languages.get(lang)?.product;
    return product !== undefined && (product.has(phrase.product) || product.has(`${phrase.product}_other`));
  };

  readonly option = (linkId: string, code: string, lang: string): string => {
    const item = this.#sources.form.byLinkId.get(linkId);
    const option = item?.options.find(each => each.code === code);
    return item === undefined || option === undefined ? code : this.#label(item, option, lang);
  };

  readonly said = (linkId: string, code: string, lang: string): readonly string[] => {
    const item = this.#sources.form.byLinkId.get(linkId);
    const entry = item && this.#languages.get(lang)?.texts.get(item.file)?.get(item.localId);
    return entry?.said.get(code) ?? [];
  };

  /** Sources of this translator, for one that words another form with the same languages. */
  get sources(): TranslatorSources {
    return this.#sources;
  }

  // The sentence still with its placeholders: i18next finds key and plural form, fillTemplate does the rest.
  #product(key: ProductKey, params: Params | undefined, lang: string): string {
    const fixed = this.#fixed.get(lang) ?? this.#i18next.getFixedT(lang, 'product');
    this.#fixed.set(lang, fixed);
    const count = params?.['count'];
    return fixed(key, { skipInterpolation: true, ...(typeof count === 'number' ? { count } : {}) });
  }

  #content(phrase: ContentPhrase, lang: string): string {
    const text = this.#own(phrase, lang) ?? this.#own(phrase, english) ?? '';
    return phrase.asLabel === true ? text.replace(endOfQuestion, '') : text;
  }

  #own({ file, id, field }: ContentPhrase, lang: string): string | undefined {
    const text = this.#languages.get(lang)?.texts.get(file)?.get(id)?.fields.get(field);
    return text ?? (file === 'helplines' && field === 'hours' ? this.#helplineHours(id, lang) : undefined);
  }

  #helplineHours(id: string, lang: string): string | undefined {
    const hours = this.#sources.helplines.get(id)?.hours;
    if (hours === undefined) return undefined;
    return hours === '24/7' ? this.#product('helpline.always', undefined, lang) : wordHours(hours, lang);
  }

  #fill(name: string, params: Params | undefined, lang: string): string {
    const param = params?.[name];
    return param === undefined ? (this.#serviceWords(lang)[name] ?? '') : this.#param(param, lang);
  }

  #serviceWords(lang: string): Readonly<Record<string, string>> {
    const known = this.#service.get(lang);
    if (known !== undefined) return known;
    const words = wordService(this.#sources.service, lang, text => this.#isolate(text, lang));
    this.#service.set(lang, words);
    return words;
  }

  #param(param: PhraseParam, lang: string): string {
    if (typeof param === 'string') return param;
    if (typeof param === 'number') return wordNumber(param, lang);
    if ('date' in param) return wordDate(param.date, lang);
    if ('isolate' in param) return this.#isolate(param.isolate, lang);
    if ('time' in param) return wordTime(param.time, lang);
    if ('language' in param) return wordLanguage(param.language, lang, code => this.#listedLanguage(code));
    return this.word(param, lang);
  }

  #list(phrases: readonly Phrase[], lang: string): string {
    return wordList(
      phrases.map(each => this.word(each, lang)),
      lang,
    );
  }

  #listedLanguage(wanted: string): string | undefined {
    const options = this.#sources.form.order.flatMap(item => item.options);
    return options.find(({ code, value }) => code === wanted && 'valueCoding' in value && value.valueCoding.system === languageSystem)
      ?.label;
  }

  #isolate(text: string, lang: string): string {
    return text !== '' && this.#languages.get(lang)?.dir === 'rtl' ? `\u2066${text}\u2069` : text;
  }

  #answer(values: readonly AnswerValue[], linkId: string, lang: string): string {
    const item = this.#sources.form.byLinkId.get(linkId);
    return wordList(
      values.map(value => this.#value(value, item, lang)),
      lang,
    );
  }

  #value(value: AnswerValue, item: FormItem | undefined, lang: string): string {
    const option = item?.options.find(each => isSameOption(each.value, value));
    if (item !== undefined && option !== undefined) return this.#label(item, option, lang);
    if ('valueString' in value) return this.#text(value.valueString, item?.format ?? '', lang);
    return this.#plain(value, lang);
  }

  #text(text: string, format: string, lang: string): string {
    const shown = showAs.get(format)?.(text) ?? text;
    return isolatedFormats.has(format) ? this.#isolate(shown, lang) : shown;
  }

  #plain(value: Exclude<AnswerValue, { valueString: string }>, lang: string): string {
    if ('valueBoolean' in value) return this.#product(value.valueBoolean ? 'answer.yes' : 'answer.no', undefined, lang);
    return wordValue(value, lang, text => this.#isolate(text, lang));
  }

  #label(item: FormItem, option: FormOption, lang: string): string {
    const system = 'valueCoding' in option.value ? option.value.valueCoding.system : undefined;
    switch (system) {
      case practiceSystem:
        return option.label;
      case anotherPracticeSystem:
        return this.#product('answer.another-practice', undefined, lang);
      case needSystem:
        return this.#content({ file: 'needs', id: option.code, field: 'text' }, lang) || option.label;
      case languageSystem:
        return (lang === english ? undefined : languageName(option.code, lang)) ?? option.label;
      default:
        return this.#optionText(item, option.code, lang) ?? option.label;
    }
  }

  #optionText({ file, localId }: FormItem, code: string, lang: string): string | undefined {
    return this.#languages.get(lang)?.texts.get(file)?.get(localId)?.options.get(code);
  }
}

/** A translator over checked words. It reads no clock and changes nothing; wording the same phrase twice gives the same text. */
export function createTranslator(sources: TranslatorSources): Translator {
  return new Wording(sources);
}

/**
 * The same languages wording another form; `textsIn` gives the texts of that form's file in each language. `contentFile`: its name in
 * dialogs/, if it is one of these files, so that it is worded as locales/ words it.
 */
export function translateForm(translator: Translator, form: Form, textsIn: (lang: string) => TextFiles, contentFile?: string): Translator {
  if (!(translator instanceof Wording)) throw new TypeError('translateForm needs a translator made by createTranslator');
  const { languages, ...rest } = translator.sources;
  const file = form.order[0]?.file ?? '';
  const more = languages.map(each => {
    const known = each.tag === english || contentFile === undefined ? undefined : each.texts.get(contentFile);
    return { ...each, texts: new Map([...each.texts, ...(known === undefined ? textsIn(each.tag) : [[file, known] as const])]) };
  });
  return new Wording({ ...rest, languages: more, form });
}
