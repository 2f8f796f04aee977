// Finds what must not be answered with the next question: every rule of every language, on every string a person sent.
// Rules are data (locales/<lang>/red-flags.json), found text is never stored: a conversation keeps the rule's id alone.
import { redFlagKinds, type RedFlagHearing, type RedFlagKind, type RedFlagPolicy, type RedFlagTier } from '../content/content.js';
import { prepareWords, readWords } from './prepare-text.js';
import { candidateRules, indexRules, type IndexedRule } from './rule-index.js';

/** A red flag and the rule that found it. */
export interface FoundFlag {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  /** `<lang>:<rule id>`, or `answer:<linkId>=<code>`. */
  readonly rule: string;
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

function judge({ rule, everyHit }: IndexedRule, text: string): FoundFlag | undefined {
  let softened: FoundFlag | undefined;
  let hits = 0;
  for (const hit of text.matchAll(everyHit())) {
    const flag = { kind: rule.kind, rule: `${rule.lang}:${rule.id}`, evidence: hit[0] };
    if (rule.tier === 'ask') return { ...flag, tier: 'ask' };
    if (!isSoftened(text, hit.index, hit.index + hit[0].length, rule.hearing)) return { ...flag, tier: 'act' };
    softened ??= { ...flag, tier: 'ask' };
    hits += 1;
    if (hits >= mostHits) break;
  }
  return softened;
}

function findInString(text: string, policy: RedFlagPolicy): readonly FoundFlag[] {
  const words = readWords(text);
  if (words.length === 0) return [];
  return indexRules(policy).flatMap(index => {
    const prepared = prepareWords(words, index.hearing);
    const joined = prepared.join(' ');
    return [...candidateRules(prepared, index)].flatMap(candidate => judge(candidate, joined) ?? []);
  });
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

/**
 * The red flags in the strings a person sent: at most one for each kind, its strongest tier, emergency first. All languages' rules run on
 * each string whatever the conversation's language. Negation, idiom and the past lower act to ask and never silence. Pure; linear in length;
 * of a string over 20,000 characters the beginning and the end are read.
 */
export function findRedFlags(strings: readonly string[], policy: RedFlagPolicy): readonly FoundFlag[] {
  return strongestFlags(findEveryHit(strings, policy));
}
