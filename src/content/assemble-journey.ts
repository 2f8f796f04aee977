// The journey's questionnaires become one Form (SDC modular: https://hl7.org/fhir/uv/sdc/modular.html), each part a group whose linkId is the
// part's id and whose items are prefixed `<part>.`; conditions, roles and ends are checked against it.
import { buildForm, toForm } from './build-form.js';
import { checkCondition, checkEnableWhen } from './check-enable-when.js';
import type { Journey } from './content.js';
import { type Form, type FormItem, type FormOption, isQuestion } from './form.js';
import { type JourneyFile, roles } from './journey-schema.js';
import type { EnableWhen, Questionnaire } from './questionnaire-schema.js';

/** id under which a content file may word a part's title. */
export const titleId = '$title';

type Part = JourneyFile['parts'][number];

const file = 'dialogs/journey.json';

function resolveConditions(item: FormItem, local: ReadonlySet<string>): FormItem {
  const enableWhen = item.enableWhen.map(condition =>
    local.has(condition.question) ? { ...condition, question: `${item.part}.${condition.question}` } : condition,
  );
  return { ...item, enableWhen, items: item.items.map(child => resolveConditions(child, local)) };
}

function partItem(part: Part, questionnaire: Questionnaire, inside: readonly FormItem[]): FormItem {
  return {
    linkId: part.id,
    part: part.id,
    file: part.questionnaire,
    localId: titleId,
    type: 'group',
    hidden: false,
    required: false,
    repeats: false,
    readOnly: false,
    text: questionnaire.title ?? '',
    hasHelp: false,
    hasWhy: false,
    hasShort: false,
    options: [],
    enableWhen: part.when ?? [],
    enableBehavior: part.whenBehavior ?? 'all',
    units: [],
    links: [],
    fingerprint: '',
    initial: [],
    codes: [],
    items: inside.map(item => ({ ...item, parent: part.id })),
  };
}

interface Assembly {
  readonly questionnaires: ReadonlyMap<string, Questionnaire>;
  readonly valueSets: ReadonlyMap<string, FormOption[]>;
  /** Need keys: each file in dialogs/screens/ is the screen of one. */
  readonly needs: readonly string[];
  readonly problems: string[];
}

function assemblePart(part: Part, assembly: Assembly): FormItem | undefined {
  const questionnaire = assembly.questionnaires.get(part.questionnaire);
  if (questionnaire === undefined) return undefined;
  const where = `dialogs/${part.questionnaire}.json`;
  const { form, problems } = buildForm(questionnaire, { part: part.id, file: part.questionnaire, valueSets: assembly.valueSets, where });
  assembly.problems.push(...problems);
  const local = new Set(form.order.map(({ localId }) => localId));
  return partItem(
    part,
    questionnaire,
    form.roots.map(item => resolveConditions(item, local)),
  );
}

function checkParts(parts: readonly Part[], needs: readonly string[]): string[] {
  return parts.flatMap((part, place) => {
    const problems: string[] = [];
    if (parts.findIndex(({ id }) => id === part.id) !== place) problems.push(`${file}: part '${part.id}' stands twice`);
    if ((part.when?.length ?? 0) > 1 && part.whenBehavior === undefined) {
      problems.push(`${file}: part '${part.id}': has several conditions and no whenBehavior`);
    }
    const need = /^screens\/(?<need>.+)$/u.exec(part.questionnaire)?.groups?.['need'];
    if (need !== undefined && !needs.includes(need)) {
      problems.push(`${file}: part '${part.id}': ${part.questionnaire} is the screen of no need in dialogs/needs.json`);
    }
    return problems;
  });
}

/** What is wrong with conditions that stand outside a questionnaire (ends, earned codes). `where` begins each problem. */
export function checkConditions(form: Form, conditions: readonly EnableWhen[], where: string): string[] {
  return conditions.flatMap(condition => {
    const question = form.byLinkId.get(condition.question);
    const fault = question === undefined ? `names '${condition.question}', which does not exist` : checkCondition(condition, question);
    return fault === undefined ? [] : [`${where}: ${fault}`];
  });
}

function checkRoles(form: Form, wanted: Journey['roles']): string[] {
  return roles.flatMap(role =>
    wanted[role].flatMap(linkId => {
      const item = form.byLinkId.get(linkId);
      if (item === undefined) return [`${file}: role '${role}' names '${linkId}', which does not exist`];
      return isQuestion(item) ? [] : [`${file}: role '${role}' names '${linkId}', a ${item.type}, which never has an answer`];
    }),
  );
}

function checkEnds(form: Form, ends: JourneyFile['ends']): string[] {
  return ends.flatMap((end, place) => [
    ...(ends.findIndex(({ id }) => id === end.id) === place ? [] : [`${file}: end '${end.id}' stands twice`]),
    ...checkConditions(form, end.when, `${file}: end '${end.id}'`),
  ]);
}

function checkWays(form: Form, ways: readonly string[], items: readonly string[]): string[] {
  const codes = items.flatMap(linkId => form.byLinkId.get(linkId)?.options ?? []).map(({ code }) => code);
  return ways
    .filter(way => !codes.includes(way))
    .map(way => `${file}: sendWithoutReview names '${way}', which is not an option of role 'way'`);
}

function toList(linkIds: string | readonly string[]): readonly string[] {
  return typeof linkIds === 'string' ? [linkIds] : linkIds;
}

function toRoles(given: JourneyFile['roles']): Journey['roles'] {
  // The schema demands every role, so every key of Role is here.
  return Object.fromEntries(roles.map(role => [role, toList(given[role])])) as unknown as Journey['roles'];
}

/** The journey as one Form, and everything wrong with it. Parts whose questionnaire could not be read are left out (told elsewhere). */
export function assembleJourney(
  journey: JourneyFile,
  questionnaires: ReadonlyMap<string, Questionnaire>,
  valueSets: ReadonlyMap<string, FormOption[]>,
  needs: readonly string[],
): { journey: Journey; problems: string[] } {
  const problems = checkParts(journey.parts, needs);
  const assembly: Assembly = { questionnaires, valueSets, needs, problems };
  const parts = journey.parts.filter(({ id }, place) => journey.parts.findIndex(other => other.id === id) === place);
  const roots = parts.map(part => assemblePart(part, assembly)).filter(item => item !== undefined);
  const sources = new Map(
    parts.flatMap(part => {
      const source = questionnaires.get(part.questionnaire);
      return source === undefined ? [] : [[part.id, source] as const];
    }),
  );
  const form = toForm(roots, sources);
  const named = toRoles(journey.roles);
  const place = (item: FormItem) =>
    item.parent === undefined ? `${file}: part '${item.linkId}'` : `dialogs/${item.file}.json: item '${item.localId}'`;
  problems.push(...checkEnableWhen(form, place));
  // Where a questionnaire is missing, everything that names its items would be told again: the missing file comes first.
  if (roots.length === parts.length) {
    problems.push(...checkEnds(form, journey.ends), ...checkRoles(form, named), ...checkWays(form, journey.sendWithoutReview, named.way));
  }
  return {
    journey: {
      form,
      parts: parts.map(part => ({ id: part.id, file: part.questionnaire, review: part.review })),
      ends: journey.ends.map(({ id, when, keep }) => ({ id, when, keep })),
      roles: named,
      sendWithoutReview: journey.sendWithoutReview,
    },
    problems: [...new Set(problems)],
  };
}
