// Everything the product knows that is not code: dialogs/ and locales/, read, checked and frozen once at start.
import type { EnableWhen } from './forms/questionnaire-schema.js';
import type { Form, FormOption } from './forms/form.js';
import type { Helpline, Service } from './journey/service-schema.js';
import type { Models } from './models/load-models.js';
import type { Language } from './languages/language.js';
import type { Translator } from './languages/translator.js';

export type { Language } from './languages/language.js';

/** The six kinds of red flag (dialogs/red-flags.json). */
export const redFlagKinds = ['emergency', 'self-harm', 'abuse', 'child', 'harm-to-others', 'destitution'] as const;
export type RedFlagKind = (typeof redFlagKinds)[number];

/** act: answer at once with help; ask: put one direct question. */
export type RedFlagTier = 'act' | 'ask';

/** One pattern of one language that finds one kind of red flag. */
export interface RedFlagRule {
  readonly id: string;
  readonly lang: string;
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  /** Regular expression source, for the flag `u`, over folded text; compiled when a message first could match it. */
  readonly pattern: string;
  readonly match: readonly string[];
  readonly not: readonly string[];
  /** Sets of words (`kil*`: a beginning); of each set one must stand in the text for the pattern to match. Absent or empty: always tried. */
  readonly anchors?: readonly (readonly string[])[];
  /** How this language's text is prepared and its hits judged; one object for all rules of a language. */
  readonly hearing?: RedFlagHearing;
}

/** What red-flag rules of one language share: spellings, and what lowers a hit from act to ask (never to nothing). */
export interface RedFlagHearing {
  readonly lang: string;
  /** A spelling, one word or two, and the words it stands for. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  /** What is written onto the next word ("and" in Arabic): taken off where only the rest is a known word. */
  readonly clitics: readonly string[];
  /** Every word a rule or a spelling names. */
  readonly vocabulary: ReadonlySet<string>;
  /** Softeners that end right before a hit, begin right after it, or overlap it (these carry the flag g). */
  readonly before: readonly RegExp[];
  readonly after: readonly RegExp[];
  readonly around: readonly RegExp[];
  /** Everyday sentences in which no rule of any language may find this kind. */
  readonly ordinary: readonly { readonly kind: RedFlagKind; readonly say: readonly string[] }[];
}

/** What to do about one kind: which helplines, which direct question; words are in content file `red-flags`, ids = kind. */
export interface RedFlagResponse {
  readonly kind: RedFlagKind;
  /** Ids in helplines.json, in the order shown. */
  readonly helplines: readonly string[];
  /** emergency only: 999 first and alone, and no question until the person says to go on. */
  readonly alone: boolean;
  readonly urgency: 'same-day' | 'urgent';
}

/** An answer option that itself raises a flag, for example `safety.now` = `thoughts`. */
export interface RedFlagAnswer {
  readonly linkId: string;
  readonly code: string;
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
}

export interface RedFlagPolicy {
  readonly responses: ReadonlyMap<RedFlagKind, RedFlagResponse>;
  readonly answers: readonly RedFlagAnswer[];
  /** Every rule of every language; all run on every text. */
  readonly rules: readonly RedFlagRule[];
}

/** A SNOMED CT code a referral may carry, and the answer that earns it. Exported only where codes.json switches it on. */
export interface EarnedCode {
  readonly code: string;
  readonly display: string;
  readonly when: EnableWhen;
}

export interface Need {
  readonly key: string;
  /** English label. */
  readonly label: string;
  readonly codes: readonly EarnedCode[];
}

/** Why a conversation can end without a referral; words are in content file `ends`, id = this id. */
export interface JourneyEnd {
  readonly id: string;
  readonly when: readonly EnableWhen[];
  /** false: everything the person told is erased (under 13). */
  readonly keep: boolean;
}

/** Which items play which part in the referral, so that a clinician may rename them. Lists: the first answered one counts. */
export type Role =
  | 'way'
  | 'who'
  | 'agreed'
  | 'authority'
  | 'share'
  | 'share-gp'
  | 'contact'
  | 'age'
  | 'practice'
  | 'postcode'
  | 'words'
  | 'needs'
  | 'first-need'
  | 'matters'
  | 'spoken'
  | 'access'
  | 'name'
  | 'date-of-birth'
  | 'phone'
  | 'email'
  | 'address'
  | 'safe'
  | 'times'
  | 'gender'
  | 'nhs-number'
  | 'ethnicity'
  | 'voicemail';

/** One section of the journey: a questionnaire under a condition. */
export interface JourneyPart {
  readonly id: string;
  /** File in dialogs/ without `.json`. */
  readonly file: string;
  /** Shown at check your answers. */
  readonly review: boolean;
}

export interface Journey {
  readonly form: Form;
  readonly parts: readonly JourneyPart[];
  readonly ends: readonly JourneyEnd[];
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** Ways (codes of the `way` role) that skip "check your answers": the last answer sends. */
  readonly sendWithoutReview: readonly string[];
}

/** What a patient may say to steer, one name each (the public interface). */
export const commands = [
  'back',
  'review',
  'change',
  'restart',
  'pause',
  'stop',
  'help',
  'person',
  'call-me',
  'urgent',
  'exit',
  'delete',
  'language',
  'skip',
] as const;
export type Command = (typeof commands)[number];

/** How a language says what time it is; hours before noon, after noon and at night are 1 to 12. */
export interface ListenTimes {
  /** "am", "in the morning". */
  readonly morning: readonly string[];
  /** "pm", "in the evening". */
  readonly afternoon: readonly string[];
  /** "at night": from six before midnight, else after it. */
  readonly night: readonly string[];
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Words for the hours that are no number words (Polish "trzecia" is 3). */
  readonly hours: Readonly<Record<string, number>>;
  /** Minutes after the hour it is said with, or before it ("half past" is 30, "quarter to" is -15). */
  readonly shifts: Readonly<Record<string, number>>;
  /** What people put around a time ("at", "o'clock"). */
  readonly around: readonly string[];
}

/** The words a language listens for. All folded (text/normalise) at load. */
export interface Listen {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly unsure: readonly string[];
  readonly commands: Readonly<Record<Command, readonly string[]>>;
  /** Twelve lists: every form of each month's name. */
  readonly months: readonly (readonly string[])[];
  /** Number words, 0 to 100 as far as the language lists them. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Words for "none of these". */
  readonly none: readonly string[];
  /** Words that answer yes or no in English but mean something else here (Polish "no" is "yeah"): never taken as an answer. */
  readonly neither?: readonly string[];
  /** Order words ("second" is 2), for choosing from a list. */
  readonly ordinals?: Readonly<Record<string, number>>;
  /** Words between several answers ("and"). */
  readonly and?: readonly string[];
  /** Courtesy at either end that changes nothing ("please"). */
  readonly polite?: readonly string[];
  /** What people put before or after a number ("about", "years old"). */
  readonly aroundNumber?: readonly string[];
  /** What people put around a place in a list ("number two", "the third one"). */
  readonly aroundPlace?: readonly string[];
  /** Words for the last of a list ("the last one"). */
  readonly last?: readonly string[];
  /** What people put into a date besides day, month and year ("of", "born on"). */
  readonly aroundDate?: readonly string[];
  /** How a time of day is said. */
  readonly times?: ListenTimes;
  /** How units are called, by UCUM code ("kilos" is `kg`). */
  readonly units?: Readonly<Record<string, readonly string[]>>;
  /** How an e-mail address's @ is said, and its dots ("at", "dot"). */
  readonly at?: readonly string[];
  readonly dot?: readonly string[];
  /** How digits of a telephone number are said: other words for 0 ("oh"), and for the next digit twice or three times ("double"). */
  readonly oh?: readonly string[];
  readonly double?: readonly string[];
  readonly triple?: readonly string[];
  /** What people put before a name ("my name is"). */
  readonly introductions?: readonly string[];
  /** How languages are called here, by BCP 47 tag ("polish"). */
  readonly languages?: Readonly<Record<string, readonly string[]>>;
  /** What people put before the name of a language they want ("I speak"). */
  readonly languageLeads?: readonly string[];
  /** What turns the words after it round ("not", "no problem with"), for hearing that a need is not there; with - before it, what only looks so. */
  readonly denials?: readonly string[];
  /** Very common words by which this language is recognised. */
  readonly common?: readonly string[];
}

export interface Content {
  /** Short hash over every file read. */
  readonly version: string;
  readonly service: Service;
  readonly helplines: ReadonlyMap<string, Helpline>;
  readonly journey: Journey;
  /** Options of the value sets that files in dialogs/ share, by `#name` (practices, needs, spoken languages). */
  readonly valueSets?: ReadonlyMap<string, FormOption[]>;
  readonly needs: readonly Need[];
  readonly redFlags: RedFlagPolicy;
  /** SNOMED codes the deployer switched on (dialogs/codes.json). */
  readonly codesOn: ReadonlySet<string>;
  /** Languages a conversation can be held in. */
  readonly languages: ReadonlyMap<string, Language>;
  /** Languages whose words are here but may not yet carry a conversation: they lead to a call with an interpreter. */
  readonly unready: ReadonlyMap<string, Language>;
  /** Words in every language of both. */
  readonly translator: Translator;
  /** Trained models (models/); without them needs are heard by phrases alone, and no switch of language is proposed. */
  readonly models?: Models;
}
