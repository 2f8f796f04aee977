// What a place offers to people with access needs, from what its feed says in words. "No wheelchair access" is heard.
import { foldText } from '../../text/fold-text.js';
import { accessKinds, type AccessKind } from '../service.js';
import { rememberTexts } from './remember-texts.js';

const rules: Readonly<Record<AccessKind, RegExp>> = {
  'step-free':
    /\bstep[- ]?free|\bno steps\b|\blevel (?:access|entrance|floor)|\bwheelchair[- ](?:access|friendly|user|ramp)|\bwheelchairs?\b|\bramp(?:s|ed)?\b|\blifts?\b|\baccessible (?:entrance|building|venue|premises|by wheelchair)|\bfully accessible\b|\bdisabled access\b/u,
  'accessible-toilet':
    /\b(?:accessible|disabled|adapted|changing places?|wheelchair(?:[- ]accessible)?) (?:public )?(?:toilets?|wc|loos?|facilities)\b|\bchanging places\b|\btoilets? (?:for disabled|is (?:wheelchair )?accessible|are (?:wheelchair )?accessible)/u,
  parking: /\bparking\b|\bcar park\b|\bblue badge\b/u,
  'hearing-loop': /\b(?:hearing|induction|audio) loops?\b|\bloop system\b|\bt-coil\b/u,
  'sign-language': /\bbsl\b|\bsign language\b|\bsigners?\b/u,
  quiet: /\bquiet (?:room|space|area|hour|time|session)|\bsensory (?:room|friendly)|\blow[- ]sensory\b|\bautism[- ]friendly\b/u,
  'assistance-dogs': /\b(?:assistance|guide|hearing|support) dogs?\b/u,
};
/** A refusal before the thing in the same clause, or behind it. */
const refusedBefore = /\b(?:no|not|non|without|isn't|aren't|cannot|can't|lacks?|unsuitable|inaccessible|limited|nor)\b(?! steps)[^,;]*$/u;
const refusedBehind = /^[^,;]{0,25}\b(?:is|are)? ?(?:not|isn't|aren't|unavailable|out of order)\b|^\s*[:=-]?\s*(?:no|none|n\/a)\b/u;
const clause = /[.;\n]|,? but |\bhowever\b|, /u;
/** What a refusal of rules out step-free even where a ramp is spoken of. */
const plainlyNot =
  /\b(?:not|no|isn't|aren't|without|lacks?) (?:\w+ ){0,2}(?:wheelchairs?|step[- ]?free|disabled access|level access|accessible)\b(?!,? (?:toilets?|wc|loos?|parking|facilities|bays?|changing))|\bstairs only\b|\b(?:only|access) (?:is )?(?:by|up|via) (?:the |a )?(?:\w+ ){0,3}(?:stairs|steps)\b|\b(?:unsuitable|inaccessible) (?:for|to) (?:people (?:in|using) )?wheelchair/u;
/** Steps on the way in, where neither lift nor ramp goes round them. */
const steps =
  /(?<!\bno )\b(?:steps?|stairs) (?:up |down |leading )*(?:to|into|at|outside|before)\b|\b(?:\d+|two|three|four|five|six|several|some|steep|few|flights? of) (?:\w+ )?(?:steps|stairs)\b|\b(?:upstairs|(?:first|second|third|upper|top) floor)\b(?=.*\bno lift\b)|\bno lift\b(?=.*\b(?:upstairs|(?:first|second|third|upper|top) floor))/u;
const roundSteps = /(?<!\bno )\b(?:ramp(?:s|ed)?|lifts?|step[- ]?free|level access|stair ?lift)\b/u;
/** "No dogs except assistance dogs" and "no charge for parking" refuse nothing. */
const exceptions =
  /\bno (?:\w+ )?(?:dogs?|pets?|parking|animals?),? (?:allowed |permitted |admitted )?(?:except|other than|apart from|only)(?: for)?\b|\bno (?:charge|cost|fees?|problem|need|extra)\b|\bnot (?:far|only|just)\b/gu;

function offered(clauses: readonly string[], rule: RegExp): boolean {
  return clauses.some(text => {
    const found = rule.exec(text);
    if (found === null) return false;
    const [before, behind] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
    return !refusedBefore.test(before) && !refusedBehind.test(behind);
  });
}

function fold(text: string): string {
  return text.split('\n').map(foldText).join('\n').replace(exceptions, ' ');
}

/** Whether a clause speaks of the thing only to refuse it; "limited parking" is some. */
function refused(clauses: readonly string[], rule: RegExp): boolean {
  return clauses.some(text => rule.test(text) && !/\blimited\b/u.test(text)) && !offered(clauses, rule);
}

/** What a text offers and what it says is not to be had; of what it does not speak of, neither. */
interface ReadAccess {
  readonly access: readonly AccessKind[];
  readonly lacks: readonly AccessKind[];
}

const nothing: ReadAccess = { access: [], lacks: [] };

const readBoth = rememberTexts((text): ReadAccess => {
  const folded = fold(text);
  if (folded === '') return nothing;
  const clauses = folded.split(clause);
  const isRefused = plainlyNot.test(folded);
  const stepped = isRefused || (steps.test(folded) && !roundSteps.test(folded));
  return {
    access: accessKinds.filter(kind => offered(clauses, rules[kind]) && !(kind === 'step-free' && isRefused)),
    lacks: accessKinds.filter(kind => (kind === 'step-free' ? stepped : refused(clauses, rules[kind]))),
  };
});

/** The kinds a text offers. A refusal of wheelchairs anywhere wins over every ramp. */
export function readAccess(text: string): readonly AccessKind[] {
  return readBoth(text).access;
}

/** The kinds a text says are not to be had. */
export function readLacks(text: string): readonly AccessKind[] {
  return readBoth(text).lacks;
}
