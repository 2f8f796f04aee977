// How one gets into a service: by turning up, by asking oneself, or only by a professional.
import { foldOnce } from './fold-once.js';
import type { WayIn } from '../service.js';
import { rememberTexts } from './remember-texts.js';

const noDropIn = /\b(?:no|not (?:a |an )?(?:open )?)\s?drop[- ]?ins?\b|\bdrop[- ]?ins? (?:is |are )?(?:not|no longer|unavailable)\b/gu;
const dropIn =
  /\bdrop[- ]?ins?\b|\bjust (?:turn|come|show|pop)\b|\b(?:turn|come|pop) (?:up|along|in) (?:on the day|any ?time|to)?|\bwalk[- ]?ins?\b|\bno (?:need to book|booking|appointment|referral or appointment)s?(?: or referral)?(?: is| are)?(?: needed| required| necessary)?\b|\bwithout (?:an )?appointment\b/u;
const noSelf =
  /\b(?:no|not (?:accept|take)|do(?:es)? not (?:accept|take)|cannot (?:accept|take)|unable to (?:accept|take)) self[- ]?referrals?\b|\bself[- ]?referrals? (?:is |are )?not\b/u;
const self =
  /\bself[- ]?refer(?:ral)?s?\b|\brefer yourself\b|\breferr?al (?:is )?not (?:needed|required|necessary)\b|\b(?:no|without a) (?:\w+ )?referral\b|\b(?:you can|please|to (?:book|join|register|apply|enrol)[^.]{0,30}) (?:contact|call|ring|phone|telephone|e-?mail|book|apply|register|text)\b|(?:^|[.;!] ?)(?:call|phone|ring|contact|e-?mail|book|apply|register|telephone|text|visit)\b|\bopen (?:access|referral)\b|\banyone can (?:join|refer|apply|contact)\b/u;
const professional =
  /\b(?:refer(?:ral|red)s?) (?:\w+ ){0,3}?(?:by|from|via|through) (?:an? |your |the |other )?(?:\w+ ){0,2}?(?:gps?|doctors?|professionals?|social workers?|social services|health|nhs|agenc(?:y|ies)|clinicians?|practitioners?|schools?|council|link workers?|keyworkers?|key workers?|practice)\b|\b(?:professional|gp|agency|clinical|medical|social prescrib\w+) referrals?\b|\bby referral\b|\breferrals? (?:only|is (?:needed|required|necessary)|are (?:needed|required|necessary)|needed|required)\b|\b(?:must|need to|have to) be referred\b/u;

const wayInOf = rememberTexts((text): WayIn | undefined => {
  const folded = foldOnce(text);
  if (folded === '') return undefined;
  const bare = folded.replace(noDropIn, ' ');
  if (dropIn.test(bare)) return 'drop-in';
  if (noSelf.test(bare)) return 'professional';
  if (self.test(bare.replace(/\bcontact your gp\b|\bask your gp\b/gu, ' your gp refers '))) return 'self';
  return professional.test(bare) ? 'professional' : undefined;
});

/** The way in that the first of these texts to speak of one tells: how to apply, who can come, the description. */
export function readWayIn(texts: readonly string[]): WayIn | undefined {
  for (const text of texts) {
    const way = wayInOf(text);
    if (way !== undefined) return way;
  }
  return undefined;
}
