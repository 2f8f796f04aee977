// What a language listens for, as the readers use it: commands, and the words for every kind of short answer.

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
  'near',
  'refer',
  'more',
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
