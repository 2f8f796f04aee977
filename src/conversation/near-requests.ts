// Answers -> what is asked of the directory, one request a need, in the person's own order. Only what was said counts; nothing is guessed.
import { chosenCodes } from '../content/forms/chosen-codes.js';
import { needKeys } from '../content/journey/needs-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { AnswerValue } from '../content/forms/form.js';
import type { Content, Role } from '../content/content.js';
import type { EnableWhen } from '../content/forms/questionnaire-schema.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { MatchRequest } from '../directory/match-request.js';
import { isConditionMet } from '../questionnaire/enable-when.js';
import { yearsBetween } from './birth-and-age.js';
import type { Conversation } from './conversation.js';
import { lastAnswered } from './derive-position.js';
import { postcodeTold } from './place-told.js';
import { roleValues } from './role-values.js';
import { wayOf } from './way-of.js';

/** Services shown for one need. */
export const mostShown = 3;

const signLanguage = 'bfi';

function codes(role: Role, conversation: Conversation, content: Content): readonly string[] {
  return chosenCodes(roleValues(role, conversation, content));
}

/** The needs of the person, the one to begin with first. */
export function needsInOrder(conversation: Conversation, content: Content): readonly NeedKey[] {
  const [first] = codes('first-need', conversation, content);
  const chosen = codes('needs', conversation, content);
  return needKeys
    .filter(key => chosen.includes(key))
    .sort((a, b) => Number(b === first) - Number(a === first) || chosen.indexOf(a) - chosen.indexOf(b));
}

/** Their age in years, as told or by their date of birth. */
export function ageTold(conversation: Conversation, content: Content): number | undefined {
  const [age] = roleValues('age', conversation, content);
  if (age && 'valueInteger' in age) return age.valueInteger;
  const [birth] = roleValues('date-of-birth', conversation, content);
  return birth && 'valueDate' in birth ? yearsBetween(birth.valueDate, lastAnswered(conversation).slice(0, 10)) : undefined;
}

const isEnglish = (tag: string): boolean => tag === 'en' || tag.startsWith('en-');

/** The language they write in, where it is not English, and the one they want to speak. Where that is English, English will do. */
function languagesOf(conversation: Conversation, content: Content): readonly string[] {
  const written = [conversation.lang].filter(tag => !isEnglish(tag));
  const spoken = codes('spoken', conversation, content).filter(tag => tag !== signLanguage);
  return written.length === 0 && spoken.every(isEnglish) ? [] : [...new Set([...written, ...spoken])];
}

function valuesIn(answers: Conversation['answers']): (linkId: string) => readonly AnswerValue[] {
  return linkId => answers[linkId]?.values ?? [];
}

/** Groups whose questions were all answered, and not so that they would be of them. */
function unmet<T>(named: readonly (readonly [T, readonly EnableWhen[]])[], { answers }: Conversation): readonly T[] {
  const valuesOf = valuesIn(answers);
  return named
    .filter(([, when]) => when.every(condition => answers[condition.question] !== undefined && !isConditionMet(condition, valuesOf)))
    .map(([name]) => name);
}

/** Names of the groups one of whose conditions the answers meet. */
function met<T>(named: readonly (readonly [T, readonly EnableWhen[]])[], { answers }: Conversation): readonly T[] {
  const valuesOf = valuesIn(answers);
  return named.filter(([, when]) => when.some(condition => isConditionMet(condition, valuesOf))).map(([name]) => name);
}

function whereabouts(conversation: Conversation, content: Content, { places }: LocalDirectory): Partial<MatchRequest> {
  const postcode = postcodeTold(conversation, content);
  const found = postcode === undefined ? undefined : places.find(postcode);
  if (found === undefined) return {};
  const { point, outward, district, districtName } = found;
  return { point, outward, ...(district !== undefined && { district }), ...(districtName !== undefined && { districtName }) };
}

/** What to ask of the directory for this person. "Today" is the day of the last answer. */
export function nearRequests(conversation: Conversation, content: Content, directory: LocalDirectory): readonly MatchRequest[] {
  const { audiences, access } = content.groups;
  const age = ageTold(conversation, content);
  const groups = audiences.map(({ group, when }) => [group, when] as const);
  const shared = {
    today: lastAnswered(conversation).slice(0, 10),
    ...whereabouts(conversation, content, directory),
    ...(age !== undefined && { age }),
    languages: languagesOf(conversation, content),
    audiences: met(groups, conversation),
    notAudiences: unmet(groups, conversation),
    access: met(
      access.map(({ kind, when }) => [kind, when] as const),
      conversation,
    ),
    ...(wayOf(conversation, content) === 'near' && { withoutReferral: true }),
    limit: mostShown,
  };
  return needsInOrder(conversation, content).map(need => ({ need, ...shared }));
}
