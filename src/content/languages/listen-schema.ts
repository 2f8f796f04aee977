// locales/<lang>/listen.json: every word a language listens for, checked for contradictions and folded once at load.
import { z } from 'zod';
import { foldText } from '../../text/fold-text.js';
import { commands } from '../content.js';
import type { Command, Listen, ListenTimes } from '../content.js';

const phrase = z.string().refine(text => foldText(text) !== '', 'is empty once folded');
const phrases = z.array(phrase);
const someWords = phrases.min(1);
const valued = z.record(phrase, z.number().int().nonnegative());

const shifts = z.record(phrase, z.number().int().min(-30).max(30));

const times = z.strictObject({
  morning: phrases,
  afternoon: phrases,
  night: phrases,
  noon: phrases,
  midnight: phrases,
  hours: z.record(phrase, z.number().int().min(0).max(24)),
  shifts,
  around: phrases,
});

const fields = z.strictObject({
  yes: someWords,
  no: someWords,
  unsure: someWords,
  none: someWords,
  neither: phrases.optional(),
  commands: z.strictObject({
    back: someWords,
    review: someWords,
    change: someWords,
    restart: someWords,
    pause: someWords,
    stop: someWords,
    help: someWords,
    person: someWords,
    'call-me': someWords,
    urgent: someWords,
    exit: someWords,
    delete: someWords,
    language: someWords,
    skip: someWords,
    near: someWords,
    refer: someWords,
    // A button's alone: it names what more is wanted of.
    more: phrases.optional(),
  } satisfies Record<Command, z.ZodType>),
  months: z.array(someWords).length(12),
  numbers: valued,
  ordinals: valued.optional(),
  and: phrases.optional(),
  polite: phrases.optional(),
  denials: phrases.optional(),
  aroundNumber: phrases.optional(),
  aroundPlace: phrases.optional(),
  last: phrases.optional(),
  aroundDate: phrases.optional(),
  times: times.optional(),
  units: z.record(z.string(), phrases).optional(),
  at: phrases.optional(),
  dot: phrases.optional(),
  oh: phrases.optional(),
  double: phrases.optional(),
  triple: phrases.optional(),
  introductions: phrases.optional(),
  languages: z.record(z.string(), phrases).optional(),
  languageLeads: phrases.optional(),
  common: phrases.optional(),
});

type ListenFile = z.infer<typeof fields>;

/** Problems of phrases that stand in two lists of which only one can be meant. */
function clashes(lists: readonly (readonly [string, readonly string[]])[]): string[] {
  const home = new Map<string, string>();
  const problems: string[] = [];
  for (const [name, list] of lists) {
    for (const folded of new Set(list.map(foldText))) {
      const other = home.get(folded);
      if (other !== undefined) problems.push(`"${folded}" stands in ${other} and in ${name}`);
      home.set(folded, name);
    }
  }
  return problems;
}

function valueClashes(name: string, words: Readonly<Record<string, number>>): string[] {
  const seen = new Map<string, number>();
  const problems: string[] = [];
  for (const [word, value] of Object.entries(words)) {
    const folded = foldText(word);
    const other = seen.get(folded);
    if (other !== undefined && other !== value) problems.push(`"${folded}" is ${String(other)} and ${String(value)} in ${name}`);
    seen.set(folded, value);
  }
  return problems;
}

function timeClashes(said: ListenFile['times']): string[] {
  if (said === undefined) return [];
  const parts = (['morning', 'afternoon', 'night', 'noon', 'midnight'] as const).map(name => [`times.${name}`, said[name]] as const);
  return [...clashes(parts), ...valueClashes('times.hours', said.hours), ...valueClashes('times.shifts', said.shifts)];
}

function spelling({ at = [], dot = [], oh = [], double = [], triple = [] }: ListenFile): readonly (readonly [string, readonly string[]])[] {
  return [
    ['at', at],
    ['dot', dot],
    ['oh', oh],
    ['double', double],
    ['triple', triple],
  ];
}

function contradictions(file: ListenFile): readonly string[] {
  const answers = [
    ['yes', file.yes],
    ['no', file.no],
    ['unsure', file.unsure],
    ['neither', file.neither ?? []],
  ] as const;
  return [
    ...clashes([...answers, ...commands.map(command => [`commands.${command}`, file.commands[command] ?? []] as const)]),
    ...clashes(file.months.map((names, index) => [`months.${String(index)}`, names] as const)),
    ...clashes(Object.entries(file.languages ?? {}).map(([tag, names]) => [`languages.${tag}`, names] as const)),
    ...clashes(Object.entries(file.units ?? {}).map(([code, names]) => [`units.${code}`, names] as const)),
    ...clashes(spelling(file)),
    ...timeClashes(file.times),
    ...valueClashes('numbers', file.numbers),
    ...valueClashes('ordinals', file.ordinals ?? {}),
  ];
}

/** locales/<lang>/listen.json. Refuses a phrase that would mean two things: yes and no, two commands, two months, two numbers. */
export const listenSchema = fields.superRefine((file, context) => {
  for (const message of contradictions(file)) context.addIssue({ code: 'custom', message });
});

function foldAll(list: readonly string[] = []): readonly string[] {
  return Object.freeze([...new Set(list.map(foldText))]);
}

function foldKeys(words: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> {
  return Object.freeze(Object.fromEntries(Object.entries(words).map(([word, value]) => [foldText(word), value])));
}

function foldCommands(words: ListenFile['commands']): Listen['commands'] {
  const { back, review, change, restart, pause, stop, help, person, urgent, exit, language, skip, near, refer, more } = words;
  return Object.freeze({
    back: foldAll(back),
    review: foldAll(review),
    change: foldAll(change),
    restart: foldAll(restart),
    pause: foldAll(pause),
    stop: foldAll(stop),
    help: foldAll(help),
    person: foldAll(person),
    'call-me': foldAll(words['call-me']),
    urgent: foldAll(urgent),
    exit: foldAll(exit),
    delete: foldAll(words.delete),
    language: foldAll(language),
    skip: foldAll(skip),
    near: foldAll(near),
    refer: foldAll(refer),
    more: foldAll(more),
  });
}

function foldTimes(said: NonNullable<ListenFile['times']>): ListenTimes {
  return Object.freeze({
    morning: foldAll(said.morning),
    afternoon: foldAll(said.afternoon),
    night: foldAll(said.night),
    noon: foldAll(said.noon),
    midnight: foldAll(said.midnight),
    hours: foldKeys(said.hours),
    shifts: foldKeys(said.shifts),
    around: foldAll(said.around),
  });
}

function foldLists(lists: Readonly<Record<string, readonly string[]>> = {}): Readonly<Record<string, readonly string[]>> {
  return Object.freeze(Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, foldAll(list)])));
}

/** A checked listen.json as the readers use it: every phrase folded with foldText, doubles gone, frozen through and through. */
export function toListen(parsed: ListenFile): Listen {
  return Object.freeze({
    yes: foldAll(parsed.yes),
    no: foldAll(parsed.no),
    unsure: foldAll(parsed.unsure),
    none: foldAll(parsed.none),
    neither: foldAll(parsed.neither),
    commands: foldCommands(parsed.commands),
    months: Object.freeze(parsed.months.map(foldAll)),
    numbers: foldKeys(parsed.numbers),
    ordinals: foldKeys(parsed.ordinals),
    and: foldAll(parsed.and),
    polite: foldAll(parsed.polite),
    denials: foldAll(parsed.denials),
    aroundNumber: foldAll(parsed.aroundNumber),
    aroundPlace: foldAll(parsed.aroundPlace),
    last: foldAll(parsed.last),
    aroundDate: foldAll(parsed.aroundDate),
    ...(parsed.times && { times: foldTimes(parsed.times) }),
    units: foldLists(parsed.units),
    at: foldAll(parsed.at),
    dot: foldAll(parsed.dot),
    oh: foldAll(parsed.oh),
    double: foldAll(parsed.double),
    triple: foldAll(parsed.triple),
    introductions: foldAll(parsed.introductions),
    languages: foldLists(parsed.languages),
    languageLeads: foldAll(parsed.languageLeads),
    common: foldAll(parsed.common),
  });
}
