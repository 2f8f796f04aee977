// Finds what must not be answered with the next question: every rule of every language, on every string a person sent.
// Rules are data (locales/<lang>/red-flags.json).
import {
  redFlagKinds,
  type RedFlagHearing,
  type RedFlagKind,
  type RedFlagPolicy,
  type RedFlagRule,
  type RedFlagTier,
} from '../content/content.js';
import { sentenceEnd } from '../text/split-words.js';
import { KeyPlaces } from './key-places.js';
import { hearOblique } from './oblique/hear-oblique.js';
import { readWords } from './prepare-text.js';
import { readForLanguages } from './read-for-languages.js';
import { Reading } from './reading.js';
import { softenersOf, type Branch, type Softener } from './rule-branches.js';
import { candidateBranches, indexRules, reads, type PolicyIndex, type Readers } from './rule-index.js';

/** A red flag and the rule that found it. */
export interface FoundFlag {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  /** `<lang>:<rule id>`, `oblique:<kind>`, or `answer:<linkId>=<code>`. */
  readonly rule: string;
  /** The writer says that they are a child. */
  readonly young?: true;
  /** The words that were matched, as prepared for matching. For the command line only: never stored, never logged. */
  readonly evidence?: string;
}

/** Hits of one rule looked at in one string: the first may be softened and a later one not. */
const mostHits = 8;
/** Words before a hit in which a softener can begin. */
const softenerReach = 16;

/** Words from, up to not including. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** A message as rules are held against it. */
interface Message {
  readonly reading: Reading;
  readonly places: KeyPlaces;
}

/** Is there such a match of a softener that begins within these words? */
function someSpan(softeners: readonly Softener[], { reading, places }: Message, within: Span, is: (span: Span) => boolean): boolean {
  return softeners.some(({ endsOf, first }) =>
    places.of(first).some(from => from >= within.from && from < within.to && endsOf(reading, from).some(to => is({ from, to }))),
  );
}

/** Is this hit said with a no, of long ago, or as an idiom? Then it is asked about, not acted upon. */
function isSoftened(message: Message, { from, to }: Span, hearing: RedFlagHearing | undefined): boolean {
  if (hearing === undefined) return false;
  const { before, after, around } = softenersOf(hearing);
  const isStop = (place: number): boolean => message.reading.words[place] === sentenceEnd;
  const reach = { from: from - softenerReach, to: from };
  const follows = isStop(to) ? to + 1 : to;
  return (
    someSpan(before, message, reach, span => span.to === from || (span.to === from - 1 && isStop(span.to))) ||
    someSpan(after, message, { from: to, to: follows + 1 }, () => true) ||
    someSpan(around, message, { ...reach, to }, span => span.to > from)
  );
}

/** Every hit of a branch from left to right; none begins inside the one before it. */
function* hitsOf({ endsOf, first }: Branch, { reading, places }: Message): Generator<Span> {
  let free = 0;
  for (const at of places.of(first)) {
    if (at < free) continue;
    const ends = endsOf(reading, at);
    if (ends.length === 0) continue;
    free = Math.max(...ends);
    yield { from: at, to: free };
  }
}

function judge(branch: Branch, message: Message): FoundFlag | undefined {
  const { rule } = branch;
  let softened: FoundFlag | undefined;
  let hits = 0;
  for (const hit of hitsOf(branch, message)) {
    const evidence = message.reading.words.slice(hit.from, hit.to).join(' ');
    const flag = { kind: rule.kind, rule: `${rule.lang}:${rule.id}`, ...(rule.young && { young: rule.young }), evidence };
    if (rule.tier === 'ask') return { ...flag, tier: 'ask' };
    if (!isSoftened(message, hit, rule.hearing)) return { ...flag, tier: 'act' };
    softened ??= { ...flag, tier: 'ask' };
    hits += 1;
    if (hits >= mostHits) break;
  }
  return softened;
}

function findAmong(words: readonly string[], index: PolicyIndex, readers: Readers): readonly FoundFlag[] {
  const reading = new Reading(
    words,
    [...index.intoWords].some(language => reads(readers, language)),
  );
  const message = { reading, places: new KeyPlaces(reading) };
  const found = new Map<RedFlagRule, FoundFlag>();
  for (const branch of candidateBranches(message.places, index, readers)) {
    const known = found.get(branch.rule);
    if (known?.tier === branch.rule.tier) continue;
    const flag = judge(branch, message);
    if (flag && (known === undefined || flag.tier === 'act')) found.set(branch.rule, flag);
  }
  return [...found.values()];
}

function findInString(text: string, policy: RedFlagPolicy): readonly FoundFlag[] {
  const words = readWords(text);
  if (words.length === 0) return [];
  const index = indexRules(policy);
  const { alike, own } = readForLanguages(words, index);
  const otherwise = [...own].flatMap(([language, prepared]) => findAmong(prepared, index, { only: language }));
  return [...findAmong(alike, index, { except: own }), ...otherwise];
}

/** Every hit of every rule, in no particular order: for fixtures and evaluation. */
export function findEveryHit(strings: readonly string[], policy: RedFlagPolicy): readonly FoundFlag[] {
  return strings.flatMap(text => findInString(text, policy));
}

/** The strongest of several flags for each kind, in the order of redFlagKinds (emergency first). */
export function strongestFlags(flags: readonly FoundFlag[]): readonly FoundFlag[] {
  return redFlagKinds.flatMap(kind => {
    const ofKind = flags.filter(flag => flag.kind === kind);
    return ofKind.find(flag => flag.tier === 'act') ?? ofKind[0] ?? [];
  });
}

/** What the booster hears where no rule found anything: one kind, asked about, never acted upon. Rule `oblique:<kind>`. */
function findOblique(strings: readonly string[], { oblique }: RedFlagPolicy): readonly FoundFlag[] {
  if (oblique === undefined) return [];
  const [strongest] = strings.flatMap(text => hearOblique(text, oblique) ?? []).toSorted((a, b) => b.above - a.above);
  if (strongest === undefined) return [];
  const { kind, evidence } = strongest;
  return [{ kind, tier: 'ask', rule: `oblique:${kind}`, evidence }];
}

/**
 * The red flags in the strings a person sent: at most one for each kind, its strongest tier, emergency first. All languages' rules run on
 * each string whatever the conversation's language; where none finds anything, the booster, which can only ask about one kind. Negation, idiom and the past lower act to
 * ask and never silence. Pure; linear in length; of a string over 20,000 characters the beginning and the end are read.
 */
export function findRedFlags(strings: readonly string[], policy: RedFlagPolicy): readonly FoundFlag[] {
  const byRules = findEveryHit(strings, policy);
  if (byRules.length === 0) return findOblique(strings, policy);
  const strongest = strongestFlags(byRules);
  // "I am 13" and "my dad hits me" are two rules: whoever says both is a child in both.
  return byRules.some(flag => flag.young) ? strongest.map(flag => ({ ...flag, young: true })) : strongest;
}
