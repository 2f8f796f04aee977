// A phrase is something to be said, named but not yet worded: the pure rooms speak in phrases, the translator words them.
import type { AnswerValue } from '../forms/form.js';
import type nearEnglish from '../../../locales/en-GB/near.json';
import type pagesEnglish from '../../../locales/en-GB/pages.json';
import type productEnglish from '../../../locales/en-GB/product.json';

type Plural<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

/** Key of a product sentence (locales/<lang>/product.json, pages.json and near.json), without plural endings. */
export type ProductKey = Plural<Exclude<keyof typeof productEnglish | keyof typeof pagesEnglish | keyof typeof nearEnglish, `$${string}`>>;

export type PhraseParam =
  | string
  | number
  /** ISO date, shown with the month in words, Gregorian, Latin digits. */
  | { readonly date: string }
  /** Shown left to right whatever surrounds it: telephone numbers, references, addresses, postcodes. */
  | { readonly isolate: string }
  /** `HH:MM`, in the clock of the language. */
  | { readonly time: string }
  /** BCP 47 tag of a language, by its name in the reader's. */
  | { readonly language: string }
  | Phrase;

export type Phrase =
  | { readonly product: ProductKey; readonly params?: Readonly<Record<string, PhraseParam>> }
  /** A text of a dialogs/ file: field `text | help | why | short | example` of an item, or a field of a red flag, end, helpline, need. */
  | {
      readonly file: string;
      readonly id: string;
      readonly field: string;
      readonly params?: Readonly<Record<string, PhraseParam>>;
      /** Without its question mark or colon at the end: the question names what was answered ("Your age: 46"). */
      readonly asLabel?: true;
    }
  /** The answer to an item, as a person would say it. */
  | { readonly answer: readonly AnswerValue[]; readonly linkId: string }
  /** Several things, as the language lists them: "A, B and C". */
  | { readonly list: readonly Phrase[] }
  /** Days of the week, 1 is Monday; three or more in a row as a range: "Monday – Friday". */
  | { readonly weekdays: readonly number[] }
  /** Text nobody translates: the person's own words, a name, a reference. */
  | { readonly verbatim: string }
  /** The same, kept left to right inside words that are not: a telephone number, an address. */
  | { readonly isolated: string };
