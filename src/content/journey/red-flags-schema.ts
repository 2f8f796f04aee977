// dialogs/red-flags.json (what each kind of red flag says and does) and locales/<lang>/red-flags.json (how each language says it):
// their shapes, and the compiled policy made of both.
import { z } from 'zod';
import { foldText } from '../../text/fold-text.js';
import { splitWords } from '../../text/split-words.js';
import { compilePattern } from '../languages/compile-pattern.js';
import {
  redFlagKinds,
  type RedFlagAnswer,
  type RedFlagHearing,
  type RedFlagKind,
  type RedFlagPolicy,
  type RedFlagRule,
} from '../content.js';
import { PatternRefused, type Vocabulary } from '../languages/pattern-notation.js';

const kind = z.enum(redFlagKinds);
const tier = z.enum(['act', 'ask']);
const sentence = z.string().min(1);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);

const reviewSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('draft') }),
  z.strictObject({ status: z.literal('reviewed'), by: z.string().min(1), on: isoDate }),
]);

const ruleSchema = z.strictObject({
  /** Unique in the language; stored in conversations and audits, so never reused for something else. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  kind,
  tier,
  /** In the notation of pattern-notation.ts. */
  pattern: z.string().min(1),
  author: z.string().min(1),
  review: reviewSchema,
  /** The writer says that they are a child: they are answered in a child's words. */
  young: z.literal(true).optional(),
  /** Sentences this rule must find, and sentences it must not. */
  match: z.array(sentence).min(1),
  not: z.array(sentence),
});

/** locales/<lang>/red-flags.json. */
export const redFlagRulesSchema = z.strictObject({
  /** Named lists that patterns use as <name>. */
  lists: z.record(z.string().regex(/^[a-z-]+$/u), z.array(sentence).min(1)).optional(),
  /** Right spelling to the ways it is typed, one or two words each: { "suicide": ["suiside", "su cide"] }. */
  spellings: z.record(sentence, z.array(sentence).min(1)).optional(),
  /** Long words of which every spelling one letter away counts as meant. */
  near: z.array(z.string().regex(/^[a-z]{6,}$/u)).optional(),
  /** What is written onto the next word ("and" in Arabic): taken off where only the rest is a known word. */
  clitics: z.array(sentence).optional(),
  /** What lowers act to ask, never to nothing: right before a hit (not, never), right after it (years ago), or around it (an idiom). */
  softeners: z
    .strictObject({ before: z.array(sentence).optional(), after: z.array(sentence).optional(), around: z.array(sentence).optional() })
    .optional(),
  /** Everyday sentences in which no rule of any language may find this kind. */
  ordinary: z.partialRecord(kind, z.array(sentence)).optional(),
  /** Sentences that mean a kind without saying it: what the scorer learns from, beside the fixtures of the rules. No rule has to find them. */
  oblique: z.partialRecord(kind, z.array(sentence)).optional(),
  rules: z.array(ruleSchema).min(1),
});

export type RedFlagRulesFile = z.infer<typeof redFlagRulesSchema>;

/** dialogs/red-flags.json. */
export const redFlagPolicySchema = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind,
      /** Says plainly that it was understood. English, as the next two. */
      understood: sentence,
      /** What to do now. */
      now: sentence,
      /** What happens now with this conversation. */
      next: sentence,
      /** Ids in helplines.json, in the order shown. */
      helplines: z.array(z.string().min(1)).min(1),
      alone: z.boolean(),
      urgency: z.enum(['same-day', 'urgent']),
    }),
  ),
  /** What is said instead to somebody known to be under this age, for these kinds. */
  young: z.strictObject({
    under: z.number().int().min(13).max(19),
    kinds: z.array(kind).min(1),
    understood: sentence,
    now: sentence,
    next: sentence,
    helplines: z.array(z.string().min(1)).min(1),
  }),
});

export type RedFlagPolicyFile = z.infer<typeof redFlagPolicySchema>;

/** Letters tried when a spelling one letter away is looked for. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Every spelling one deletion, exchange, insertion or swap away from the word. */
function oneLetterAway(word: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of alphabet) found.add(head + letter + tail).add(head + letter + tail.slice(1));
  }
  found.delete(word);
  return found;
}

const wordsIn = (text: string): string[] => splitWords(foldText(text));

function readSpellings(parsed: RedFlagRulesFile): Map<string, readonly string[]> {
  const spellings = new Map<string, readonly string[]>();
  for (const word of parsed.near ?? []) for (const variant of oneLetterAway(word)) spellings.set(variant, [word]);
  for (const word of parsed.near ?? []) spellings.delete(word);
  for (const [right, wrongs] of Object.entries(parsed.spellings ?? {})) {
    for (const wrong of wrongs) spellings.set(wordsIn(wrong).join(' '), wordsIn(right));
  }
  return spellings;
}

function compileEach<T>(sources: readonly string[], where: string, problems: string[], compile: (source: string) => T): T[] {
  return sources.flatMap(source => {
    try {
      return [compile(source)];
    } catch (error) {
      if (!(error instanceof PatternRefused)) throw error;
      problems.push(`${where}: pattern "${source}" is refused: ${error.message}`);
      return [];
    }
  });
}

function readHearing(
  parsed: RedFlagRulesFile,
  lang: string,
  where: string,
  vocabulary: Vocabulary,
  problems: string[],
): Omit<RedFlagHearing, 'spellings' | 'vocabulary'> {
  const softeners = (place: 'before' | 'after' | 'around') =>
    compileEach(parsed.softeners?.[place] ?? [], `${where} softeners.${place}`, problems, pattern => {
      compilePattern(pattern, vocabulary);
      return pattern;
    });
  return {
    lang,
    clitics: (parsed.clitics ?? []).map(foldText),
    lists: vocabulary.lists,
    before: softeners('before'),
    after: softeners('after'),
    around: softeners('around'),
    ordinary: Object.entries(parsed.ordinary ?? {}).flatMap(([key, say]) =>
      redFlagKinds.filter(each => each === key).map(each => ({ kind: each, say })),
    ),
  };
}

/**
 * The rules of one language, ready to run. `where` names the file in problems, for example `locales/pl/red-flags.json`. A rule that is
 * refused (not in the notation, could be slow, an id used twice) is told in `problems` and left out.
 */
export function compileRules(parsed: RedFlagRulesFile, lang: string, where: string): { rules: RedFlagRule[]; problems: string[] } {
  const problems: string[] = [];
  const lists = new Map(Object.entries(parsed.lists ?? {}));
  const spellings = readSpellings(parsed);
  const vocabulary: Vocabulary = { lists, spell: word => spellings.get(word) ?? [word] };
  // Filled by the rules below: one hearing for all of them, so that a text is prepared once.
  const known = new Set<string>([...spellings.keys()].flatMap(key => key.split(' ')));
  const hearing: RedFlagHearing = { ...readHearing(parsed, lang, where, vocabulary, problems), spellings, vocabulary: known };
  const seen = new Set<string>();
  const rules = parsed.rules.flatMap(rule => {
    const place = `${where} rule '${rule.id}'`;
    if (seen.has(rule.id)) problems.push(`${place}: this id is used twice`);
    seen.add(rule.id);
    return compileEach([rule.pattern], place, problems, pattern => {
      const compiled = compilePattern(pattern, vocabulary);
      for (const word of compiled.words) known.add(word);
      return {
        id: rule.id,
        lang,
        kind: rule.kind,
        tier: rule.tier,
        pattern,
        ...(rule.young && { young: true as const }),
        match: rule.match,
        not: rule.not,
        anchors: compiled.anchors,
        ...(compiled.first && { first: compiled.first }),
        hearing,
      };
    });
  });
  return { rules, problems };
}

/** The policy of dialogs/red-flags.json with the rules of every language, and the answers that are red flags by themselves. */
export function toRedFlagPolicy(
  parsed: RedFlagPolicyFile,
  rules: readonly RedFlagRule[],
  answers: readonly RedFlagAnswer[],
): RedFlagPolicy {
  const responses = new Map(
    parsed.kinds.map(({ kind: each, helplines, alone, urgency }) => [each, { kind: each, helplines, alone, urgency }]),
  );
  const { under, kinds, helplines } = parsed.young;
  return { responses, young: { under, kinds: new Set(kinds), helplines }, answers, rules };
}

/** Where the words for a young person stand in content file `red-flags`. */
export const youngId = 'young';

/** The English words of each kind, for the translator: content file `red-flags`, id = kind (and `young`). */
export function redFlagTexts(parsed: RedFlagPolicyFile): Record<string, { understood: string; now: string; next: string }> {
  const { understood, now, next } = parsed.young;
  const ofKinds = parsed.kinds.map(each => [each.kind, { understood: each.understood, now: each.now, next: each.next }] as const);
  return { ...Object.fromEntries(ofKinds), [youngId]: { understood, now, next } };
}

/** Kinds of red flag the file says nothing about; a policy must say something about each. */
export function missingKinds(parsed: RedFlagPolicyFile): readonly RedFlagKind[] {
  return redFlagKinds.filter(each => !parsed.kinds.some(entry => entry.kind === each));
}
