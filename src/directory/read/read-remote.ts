// Whether a service can be used from home, by telephone or online. "Book online" and "phone us" are not such a use.
import { foldOnce } from './fold-once.js';
import { rememberTexts } from './remember-texts.js';

const attending = /\b(?:online|remote(?:ly)?|virtual(?:ly)?|video|telephone|phone|zoom|teams|skype|web ?chat|helpline|e-?mail|text|app)\b/u;
const notRemote =
  /\b(?:not|no|isn't) (?:available |offered |held )?(?:online|remote(?:ly)?|virtual(?:ly)?|by (?:tele)?phone)\b|\bno longer (?:online|remote)\b/gu;
const things =
  'support|counselling|advice|service|session|group|course|class|appointment|befriending|therapy|chat|coaching|consultation|programme|workshop|meeting|mentoring|help|community|forum';
const inText = new RegExp(
  [
    `\\b(?:online|virtual|telephone|phone|remote|video)(?: (?:and|or) [\\w-]+)? (?:${things})(?:s|es|ing)?\\b`,
    String.raw`\b(?:helpline|listening line|web ?chat|live chat|e-?learning|support line|advice line|telephone befriending|(?:regular|weekly|fortnightly|daily|friendly|befriending|welfare|check-in|support) (?:tele)?phone calls?|video calls?)\b`,
    `\\b(?:${things})s?\\b[^.;]{0,30}\\b(?:online|remotely|virtually|over the (?:tele)?phone|by (?:tele)?phone|(?:on|via|over) (?:zoom|teams|skype|video|telephone|phone))\\b`,
    String.raw`\b(?:held|delivered|offered|provided|run|meets?|available|takes? place|face[- ]to[- ]face|in[- ]person)\b[^.;]{0,40}\b(?:online|remotely|virtually|over the (?:tele)?phone|by (?:tele)?phone|(?:on|via|over) (?:zoom|teams|skype|video|telephone|phone))\b`,
  ].join('|'),
  'u',
);
/** What people do online is taught in rooms, and hours and prices of calls are told of every service. */
const beingOnline =
  /\b(?:get(?:ting)?|go(?:ing)?|be(?:ing)?|stay(?:ing)?|safe(?:ly|ty)?|shop(?:ping)?|bank(?:ing)?|connect(?:ed|ing)?|pay(?:ing)?|appl(?:y|ying)|forms?|claims?|accounts?|services|things|skills|bullying|abuse|harms?|scams?|dating) (?:\w+ ){0,2}?online\b|\bonline (?:safety|shopping|banking|scams?|fraud|abuse|bullying|dating|harms?|forms?|applications?|accounts?|services)\b/gu;
/** One of these stands in every such text; most texts hold none. */
const hint = /online|virtual|phone|remote|video|line|chat|learning|zoom|teams|skype/u;
/** Booking and asking happen online for services that do not. */
const admin =
  /\b(?:book|apply|register|enrol|sign up|refer(?:red|rals?)?|enquir\w+|contact(?:ed)?|buy|order|find out more|donate|details|form|information|info|timetable)\b[^.;]{0,25}\b(?:online|(?:by|via|over the|on the) (?:tele)?phone|via zoom)\b/gu;

const inSentences = rememberTexts((text): boolean => {
  const folded = foldOnce(text);
  return hint.test(folded) && inText.test(folded.replace(notRemote, ' ').replace(admin, ' ').replace(beingOnline, ' '));
});

/** `attendingTypes`: what schedules and terms say of how to attend; `texts`: what the service says in sentences. */
export function isRemote(attendingTypes: readonly string[], texts: readonly string[]): boolean {
  if (attendingTypes.some(type => attending.test(foldOnce(type).replace(notRemote, ' ')))) return true;
  return texts.some(inSentences);
}
