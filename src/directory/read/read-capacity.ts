// Whether a service can take somebody on now, from its status, its waiting time and what it warns of.
import { foldOnce } from './fold-once.js';
import type { Capacity } from '../service.js';
import { textIn } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { rememberTexts } from './remember-texts.js';

const closed =
  /\b(?:closed|shut) (?:to|for|until further notice|at present|at the moment|temporarily)\b(?! (?:lunch|the public on|bank|christmas|easter))|\b(?:temporarily|currently|presently) (?:closed|suspended|paused|unavailable|full|not running)\b|\b(?:not|no longer|unable to|cannot|can't) (?:currently |at present |be )?(?:accept|tak)(?:e|ing)? (?:on )?(?:any )?(?:new |more |further )?(?:\w+ )?(?:referrals?|clients?|applications?|bookings?|patients?|members?|people|registrations?)\b|\bwaiting list is (?:currently |now )?(?:closed|full)\b|\bfully booked\b|\b(?:at|reached) (?:full |maximum )?capacity\b|\b(?:referrals?|service|bookings?) (?:is |are |has been |have been )(?:currently |temporarily )?(?:closed|paused|suspended|on hold)\b/u;
const noWait =
  /\bno (?:current |long )?(?:wait(?:ing)?(?: list| time)?s?)\b|\b(?:no wait|immediate(?:ly)?|same day|straight away|within 24 hours)\b|^(?:none|nil|0|n\/a)$/u;
/** Being made to wait for the service; a waiting room is none, and people wait for other things. */
const waiting =
  /\bwait(?:ing)?[- ]?(?:lists?|times?|periods?)\b|\b(?:days?|weeks?|months?|years?|fortnight)(?:'s|s'|')? wait\b|\b(?:an?|the|no|current|average|long|short|usual|typical|expected) wait\b|\bwait(?:ing)? (?:is|of|about|around|approximately|between|up to|at least|(?:for )?(?:about |around |up to )?\d)/u;
/** How often or how long it is on is not how long one waits for it. */
const rhythm =
  /\b(?:once|twice|\w+ times|\w+ (?:days?|hours?|sessions?)) (?:a|an|per|each|every) (?:day|week|fortnight|month|year)\b|\b(?:every|per|each) (?:\w+ )?(?:day|week|fortnight|month|year)s?\b|\b(?:\w+ (?:-|to) ?)?\w+[- ](?:day|week|month|year)(?:[- ]long)? (?:course|programme|block|group|class|plan|project|scheme)s?\b/gu;
const accepting =
  /\b(?:open (?:to|for) (?:new )?(?:referrals|members|applications)|accepting (?:new )?(?:referrals|members|clients|applications|bookings)|(?:spaces?|places?|appointments?) (?:are )?(?:currently |still )?available)\b/u;
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const number = `(?:\\d{1,3}|${numbers.join('|')}|an?)`;
const span = new RegExp(
  `\\b(?:${number} ?(?:-|to|or) ?)?(?<count>${number})[- ]?(?<working>working )?(?<unit>day|week|month|year|fortnight)s?\\b`,
  'gu',
);
/** Weeks in each unit. */
const weeksIn: Readonly<Record<string, number>> = { day: 1 / 7, week: 1, fortnight: 2, month: 52 / 12, year: 52 };

function toNumber(word: string): number {
  if (/^an?$/u.test(word)) return 1;
  return numbers.includes(word) ? numbers.indexOf(word) + 1 : Number(word);
}

/** Of several spans the longest: better to be called sooner than hoped. Whole weeks, rounded up. */
function weeksOf(text: string): number | undefined {
  const spans = [...text.matchAll(span)].map(({ groups }) => {
    const working = groups?.['working'] === undefined ? 1 : 7 / 5;
    return toNumber(groups?.['count'] ?? '') * (weeksIn[groups?.['unit'] ?? ''] ?? 0) * working;
  });
  const longest = Math.max(0, ...spans);
  return longest > 0 && longest <= 260 ? Math.max(1, Math.round(longest)) : undefined;
}

/** "We reply within 2 weeks. There is a waiting list": only the sentence that waits is measured. */
function waitOf(text: string, isWait: boolean): Capacity | undefined {
  if (!isWait && !waiting.test(text)) return undefined;
  const sentences = text
    .replace(rhythm, ' ')
    .split(/[.;!?] /u)
    .filter(sentence => isWait || waiting.test(sentence));
  const weeks = weeksOf(sentences.join('. '));
  if (weeks !== undefined) return { state: 'waiting', weeks };
  return waiting.test(text) && /\blists?\b|\blong\b|\bcurrently\b/u.test(text) ? { state: 'waiting' } : undefined;
}

function capacityOf(text: string, isWait: boolean): Capacity | undefined {
  if (text === '') return undefined;
  if (closed.test(text)) return { state: 'closed' };
  if (noWait.test(text)) return { state: 'open' };
  return waitOf(text, isWait) ?? (accepting.test(text) ? { state: 'open' } : undefined);
}

const ofWaitingTime = rememberTexts((text): Capacity | undefined => capacityOf(text, true));
const ofText = rememberTexts((text): Capacity | undefined => capacityOf(text, false));

/** The capacity a cleaned row speaks of: status first, then the waiting time, the alert, and how to apply. */
export function readCapacity(row: JsonObject): Capacity | undefined {
  if (textIn(row, 'status') === 'temporarily closed') return { state: 'closed' };
  const [wait, ...texts] = ['wait_time', 'alert', 'application_process', 'description'].map(key => foldOnce(textIn(row, key)));
  const told = [ofWaitingTime(wait ?? ''), ...texts.map(ofText)].filter(each => each !== undefined);
  return told.find(({ state }) => state === 'closed') ?? told[0];
}
