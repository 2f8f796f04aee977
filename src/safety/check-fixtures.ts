// Proves every red-flag rule by its own sentences: what it must find, what it must not, and everyday sentences nothing may trip over.
import type { RedFlagHearing, RedFlagPolicy, RedFlagRule } from '../content/content.js';
import { findEveryHit } from './find-red-flags.js';

const place = (rule: RedFlagRule): string => `locales/${rule.lang}/red-flags.json rule '${rule.id}'`;

function checkRule(rule: RedFlagRule, policy: RedFlagPolicy): readonly string[] {
  const hits = (text: string): boolean => findEveryHit([text], policy).some(flag => flag.rule === `${rule.lang}:${rule.id}`);
  return [
    ...rule.match.filter(text => !hits(text)).map(text => `${place(rule)}: must match "${text}" and does not`),
    ...rule.not.filter(hits).map(text => `${place(rule)}: must not match "${text}" and does`),
  ];
}

function checkOrdinary(hearing: RedFlagHearing, policy: RedFlagPolicy): readonly string[] {
  return hearing.ordinary.flatMap(({ kind, say }) =>
    say.flatMap(text =>
      findEveryHit([text], policy)
        .filter(flag => flag.kind === kind)
        .map(flag => `locales/${hearing.lang}/red-flags.json ordinary ${kind}: "${text}" is found by ${flag.rule} (${flag.tier})`),
    ),
  );
}

/** Every fixture that fails, each with its file and rule; empty when all hold. A rule no fixture hits is told too. */
export function checkRedFlagFixtures(policy: RedFlagPolicy): string[] {
  const hearings = new Set(policy.rules.flatMap(rule => rule.hearing ?? []));
  return [...policy.rules.flatMap(rule => checkRule(rule, policy)), ...[...hearings].flatMap(hearing => checkOrdinary(hearing, policy))];
}
