// Finds what must not be answered with the next question: every rule of every language, on every string a person sent.
// Rules are data (locales/<lang>/red-flags.json).
import { redFlagKinds, type RedFlagHearing, type RedFlagKind, type RedFlagPolicy, type RedFlagTier } from '../content/content.js';
import { hearOblique } from './oblique/hear-oblique.js';
import { readWords } from './prepare-text.js';
import { readForLanguages } from './read-for-languages.js';
import { candidateRules, indexRules, type IndexedRule, type PolicyIndex } from './rule-index.js';

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
/** Characters before a hit in which a softener can stand. */
const softenerReach = 80;

function overlaps(pattern: RegExp, text: string, start: number, end: number): boolean {
  for (const hit of text.matchAll(pattern)) if (hit.index < end && hit.index + hit[0].length > start) return true;
  return false;
}

/** Is this hit said with a no, of long ago, or as an idiom? Then it is asked about, not acted upon. */
function isSoftened(text: string, start: number, end: number, hearing: RedFlagHearing | undefined): boolean {
  if (hearing === undefined) return false;
  const before = text.slice(Math.max(0, start - softenerReach), start);
  if (hearing.before.some(pattern => pattern.test(before))) return true;
  const after = text.slice(end, end + softenerReach);
  if (hearing.after.some(pattern => pattern.test(after))) return true;
  return hearing.around.some(pattern => overlaps(pattern, text, start, end));
}

/** A reading of a message: its words, and as one text with a space around each. */
interface Reading {
  readonly words: readonly string[];
  readonly text: string;
  /** Where each word begins in the text. */
  readonly starts: readonly number[];
}

function asText(words: readonly string[]): Reading {
  const starts: number[] = [];
  let at = 1;
  for (const word of words) {
    starts.push(at);
    at += word.length + 1;
  }
  return { words, text: ` ${words.join(' ')} `, starts };
}

/** Every hit of a rule from left to right; none begins inside the one before it. */
function* hitsOf({ hitAt, canBegin }: IndexedRule, { words, text, starts }: Reading): Generator<RegExpExecArray> {
  let free = 0;
  for (const [place, word] of words.entries()) {
    const start = starts[place] ?? 0;
    if (start < free || !canBegin(word)) continue;
    const pattern = hitAt();
    pattern.lastIndex = start;
    const hit = pattern.exec(text);
    if (hit === null) continue;
    free = start + hit[0].length;
    yield hit;
  }
}

function judge(candidate: IndexedRule, reading: Reading): FoundFlag | undefined {
  const { rule } = candidate;
  let softened: FoundFlag | undefined;
  let hits = 0;
  for (const hit of hitsOf(candidate, reading)) {
    const flag = { kind: rule.kind, rule: `${rule.lang}:${rule.id}`, ...(rule.young && { young: rule.young }), evidence: hit[0] };
    if (rule.tier === 'ask') return { ...flag, tier: 'ask' };
    if (!isSoftened(reading.text, hit.index, hit.index + hit[0].length, rule.hearing)) return { ...flag, tier: 'act' };
    softened ??= { ...flag, tier: 'ask' };
    hits += 1;
    if (hits >= mostHits) break;
  }
  return softened;
}

function findAmong(words: readonly string[], index: PolicyIndex, reads: (language: number) => boolean): readonly FoundFlag[] {
  const candidates = candidateRules(words, index, reads);
  if (candidates.length === 0) return [];
  const reading = asText(words);
  return candidates.flatMap(candidate => judge(candidate, reading) ?? []);
}

function findInString(text: string, policy: RedFlagPolicy): readonly FoundFlag[] {
  const words = readWords(text);
  if (words.length === 0) return [];
  const index = indexRules(policy);
  const { alike, own } = readForLanguages(words, index);
  const otherwise = [...own].flatMap(([language, prepared]) => findAmong(prepared, index, one => one === language));
  return [...findAmong(alike, index, language => !own.has(language)), ...otherwise];
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
