// Ages a service is for. Forms write "no limit" as 0, 99, 100 or 999; where no number stands, "over 60s" and "aged 16-25" are read from words.
import { foldOnce } from './fold-once.js';
import { numberIn, textIn } from './json-fields.js';
import type { IssueList } from './issue-list.js';
import type { JsonObject } from './read-result.js';
import { rememberTexts } from './remember-texts.js';

/** From here on nobody is shut out. */
const noLimit = 99;
const between = /\b(?:aged?|ages|between|for) (?:between )?(?<low>\d{1,2})(?: years)? ?(?:-|to|and) ?(?<high>\d{1,2})\b/u;
const above =
  /\b(?:aged? |people |adults )?(?:over[- ]?(?:the age of )?(?<over>[1-9]\d)s?\b|(?<plus>[1-9]\d) ?(?:\+|plus\b|(?:years? )?(?:and|or) (?:over|above|older)\b|years? old and over\b))/u;
const below =
  /\b(?:(?:aged? |people |children )?under[- ]?(?:the age of )?(?<under>\d{1,2})s?\b|up to (?:the age of |age )?(?<upto>\d{1,2})\b)/u;
/** Ages of those who come along are not ages of those it is for. */
const accompanied =
  /\b(?:accompanied|must be with|not (?:for|suitable|open)|cannot|unable|except|unless|no under|carers? (?:of|for)|caring for|car(?:e|es) for|look(?:s|ing)? after|parents? (?:of|with)|families with|(?:with|have|has) (?:\w+ ){0,2}(?:child|children|bab(?:y|ies)|toddlers?|kids)|children (?:under|aged|up to)|bab(?:y|ies) (?:under|up to|aged))\b/u;
/** An age that is one way of several to qualify: "over 65 or disabled", "disabled people or anyone over 65". */
const age = String.raw`(?:aged? )?(?:over|under)[- ]?(?:the age of )?\d{1,2}s?|\d{1,2} ?(?:\+|plus\b)|\d{1,2} (?:years? )?(?:and|or) (?:over|above|older|under|younger)|aged? \d{1,2} ?(?:-|to) ?\d{1,2}`;
const alternative = new RegExp(
  String.raw`\bor (?:\w+ ){0,2}?(?:${age})|(?:${age})(?: years?)?,? or\b(?! (?:over|above|older|more|under|younger)\b)`,
  'u',
);
/** Numbers that are no ages of people. */
const noAges =
  /\b(?:bmi|income|earn(?:ing|s)?|weigh(?:t|ing)?|score|units)\b[^.;]{0,20}?\d+(?:\.\d+)?|£ ?\d[\d,.]*|\b(?:over|under|up to|more than|at least|between)? ?\d+(?: ?(?:-|to|and) ?\d+)? ?(?:%|(?:months?|weeks?|days?|hours?|minutes?|mins|miles?|people|places|stone|kg|per ?cent|pounds)\b)/gu;

/** The ages; absent: no limit. */
export interface ReadAges {
  readonly minimumAge?: number;
  readonly maximumAge?: number;
}

function toAges(low: number | undefined, high: number | undefined): ReadAges {
  return {
    ...(low === undefined || low <= 0 || low >= noLimit ? {} : { minimumAge: low }),
    ...(high === undefined || high <= 0 || high >= noLimit ? {} : { maximumAge: high }),
  };
}

function lowestIn(text: string): number {
  const groups = above.exec(text)?.groups;
  return Number(groups?.['over'] ?? groups?.['plus'] ?? 0);
}

/** "Under 18" ends at 17. */
function highestIn(text: string): number {
  const groups = below.exec(text)?.groups;
  const under = groups?.['under'];
  return under === undefined ? Number(groups?.['upto'] ?? 0) : Number(under) - 1;
}

const agesInWords = rememberTexts((text): ReadAges => {
  const folded = foldOnce(text).replace(noAges, ' ');
  if (accompanied.test(folded) || alternative.test(folded)) return {};
  const span = between.exec(folded)?.groups;
  const [low, high] = span === undefined ? [lowestIn(folded), highestIn(folded)] : [Number(span['low']), Number(span['high'])];
  return low > 0 && high > 0 && low >= high ? {} : toAges(low, high);
});

/** The ages of a cleaned row; those read from words are told as `ages-from-text`. */
export function readAges(row: JsonObject, issues: IssueList): ReadAges {
  const [low, high] = [numberIn(row, 'minimum_age'), numberIn(row, 'maximum_age')];
  if (low !== undefined || high !== undefined) return toAges(low, high);
  const said = textIn(row, 'eligibility_description');
  const ages = agesInWords(said);
  if (Object.keys(ages).length > 0) issues.warn('ages-from-text', 'eligibility_description', said);
  return ages;
}
