// The journey as one Form: dialogs/journey.json with the questionnaires of its parts put in, every item knowing its part and file; conditions,
// roles and ends are checked against it.
import { assembleQuestionnaire } from '../modular/assemble-questionnaire.js';
import { buildForm, toForm } from '../forms/build-form.js';
import { checkCondition, checkEnableWhen } from '../forms/check-enable-when.js';
import type { Journey, JourneyPart } from '../content.js';
import type { FindQuestionnaire } from '../modular/find-questionnaire.js';
import { type Form, type FormItem, type FormOption, isQuestion } from '../forms/form.js';
import { journeyFile, type NamedPart, readParts } from './journey-parts.js';
import { type RolesFile, roles } from './journey-schema.js';
import type { EnableWhen, Questionnaire } from '../forms/questionnaire-schema.js';

/** id under which a content file may word a part's title. */
export const titleId = '$title';

const rolesFile = 'dialogs/roles.json';

type Part = Pick<JourneyPart, 'id' | 'file'>;

function checkNeeds(parts: readonly Part[], needs: readonly string[]): string[] {
  return parts.flatMap(({ id, file }) => {
    const need = /^screens\/(?<need>.+)$/u.exec(file)?.groups?.['need'];
    if (need === undefined || needs.includes(need)) return [];
    return [`${journeyFile}: part '${id}': ${file} is the screen of no need in dialogs/needs.json`];
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
      if (item === undefined) return [`${rolesFile}: role '${role}' names '${linkId}', which does not exist`];
      return isQuestion(item) ? [] : [`${rolesFile}: role '${role}' names '${linkId}', a ${item.type}, which never has an answer`];
    }),
  );
}

function checkEnds(form: Form, ends: RolesFile['ends']): string[] {
  return ends.flatMap((end, place) => [
    ...(ends.findIndex(({ id }) => id === end.id) === place ? [] : [`${rolesFile}: end '${end.id}' stands twice`]),
    ...checkConditions(form, end.when, `${rolesFile}: end '${end.id}'`),
  ]);
}

function checkWays(form: Form, ways: readonly string[], items: readonly string[]): string[] {
  const codes = items.flatMap(linkId => form.byLinkId.get(linkId)?.options ?? []).map(({ code }) => code);
  return ways
    .filter(way => !codes.includes(way))
    .map(way => `${rolesFile}: sendWithoutReview names '${way}', which is not an option of role 'way'`);
}

function toList(linkIds: string | readonly string[]): readonly string[] {
  return typeof linkIds === 'string' ? [linkIds] : linkIds;
}

function toRoles(given: RolesFile['roles']): Journey['roles'] {
  // The schema demands every role, so every key of Role is here.
  return Object.fromEntries(roles.map(role => [role, toList(given[role])])) as unknown as Journey['roles'];
}

/**
 * An item of the assembled form as an item of its part. Its expressions are those of the part's own form (`own`): they read the answers of
 * that part, under the linkIds of its file, as anybody who uses the file alone would.
 */
function inPart({ rules: assembledRules, ...item }: FormItem, { id, file }: Part, own: Form): FormItem {
  const isPart = item.linkId === id;
  const localId = isPart ? titleId : item.linkId.slice(id.length + 1);
  const found = own.byLinkId.get(localId);
  const rules = isPart ? (own.rules ?? assembledRules) : found?.rules;
  return {
    ...item,
    part: id,
    file,
    localId,
    items: item.items.map(child => inPart(child, { id, file }, own)),
    ...(rules !== undefined && { rules }),
    // Said of a whole questionnaire, it is said of its items alone where that is put into the journey.
    ...(found?.private && { private: true }),
  };
}

function checkPrefixes(roots: readonly FormItem[]): string[] {
  const check = (item: FormItem): readonly string[] => [
    ...(item.localId === titleId || item.linkId.startsWith(`${item.part}.`)
      ? []
      : [`dialogs/${item.file}.json: '${item.linkId}' must begin with '${item.part}.': write %linkIdPrefix + before the prefix inside it`]),
    ...item.items.flatMap(check),
  ];
  return roots.flatMap(check);
}

/** Everything the journey is made of. */
export interface JourneySources {
  /** dialogs/journey.json. */
  readonly questionnaire: Questionnaire;
  readonly roles: RolesFile;
  readonly find: FindQuestionnaire;
  /** The file in dialogs/, without `.json`, of a canonical; also where it cannot be read. */
  readonly fileOf: (canonical: string) => string | undefined;
  /** linkIds of such a file whose type cannot be read: conditions on them are not judged. */
  readonly unreadIn: (file: string) => ReadonlySet<string>;
  readonly valueSets: ReadonlyMap<string, FormOption[]>;
  /** Need keys: each file in dialogs/screens/ is the screen of one. */
  readonly needs: readonly string[];
}

/** What the journey became. */
export interface AssembledJourney {
  readonly journey: Journey;
  /** Is the questionnaire of every part there? Where not, what names its items is not judged: the missing file comes first. */
  readonly whole: boolean;
  readonly problems: readonly string[];
}

function withFile(parts: readonly NamedPart[], { fileOf }: JourneySources): readonly JourneyPart[] {
  return parts.flatMap(({ id, canonical, review, gate }) => {
    const file = fileOf(canonical);
    return file === undefined ? [] : [{ id, file, review, gate }];
  });
}

/** The groups to assemble: each part once, without those whose file is there and cannot be read (told when it was). */
function soundGroups(parts: readonly NamedPart[], { questionnaire, find, fileOf }: JourneySources): Questionnaire['item'] {
  return parts.flatMap(({ id, canonical }) => {
    if (fileOf(canonical) !== undefined && find(canonical) === undefined) return [];
    return questionnaire.item.find(({ linkId }) => linkId === id) ?? [];
  });
}

function readSources(parts: readonly NamedPart[], find: FindQuestionnaire): ReadonlyMap<string, Questionnaire> {
  return new Map(
    parts.flatMap(({ id, canonical }) => {
      const found = find(canonical);
      // A part may be made of parts itself; its answers leave under the linkIds it has when assembled alone.
      return found === undefined ? [] : [[id, assembleQuestionnaire(found.questionnaire, find, found.where).questionnaire] as const];
    }),
  );
}

function placeOf(item: FormItem): string {
  return item.parent === undefined ? `${journeyFile}: part '${item.linkId}'` : `dialogs/${item.file}.json: item '${item.localId}'`;
}

/** The journey as one Form, and everything wrong with it. Parts whose questionnaire could not be read are left out. */
export function assembleJourney(given: JourneySources): AssembledJourney {
  const { questionnaire, find, valueSets, needs, roles: rolesGiven } = given;
  const { parts: named, problems: misnamed } = readParts(questionnaire);
  const parts = withFile(named, given);
  const modular = { ...questionnaire, item: soundGroups(named, given) };
  const { questionnaire: assembled, problems: unassembled } = assembleQuestionnaire(modular, find, journeyFile);
  // What is wrong inside a file has been told of that file: here it would be told again in other linkIds.
  const { form: whole } = buildForm(assembled, { part: '', file: 'journey', valueSets, where: journeyFile });
  const sources = readSources(named, find);
  const roots = parts.flatMap(part => {
    const source = sources.get(part.id);
    if (source === undefined) return [];
    const { form: own } = buildForm(source, { part: '', file: part.file, valueSets, where: journeyFile });
    return whole.roots.filter(({ linkId }) => linkId === part.id).map(item => inPart(item, part, own));
  });
  const form = { ...whole, ...toForm(roots, sources) };
  const unread = new Set(parts.flatMap(({ id, file }) => [...given.unreadIn(file)].map(linkId => `${id}.${linkId}`)));
  const wanted = toRoles(rolesGiven.roles);
  const { ends, sendWithoutReview } = rolesGiven;
  const isWhole = roots.length === named.length;
  return {
    journey: { form, parts, ends, roles: wanted, sendWithoutReview },
    whole: isWhole,
    problems: [
      ...new Set([
        ...misnamed,
        ...unassembled,
        ...checkNeeds(parts, needs),
        ...checkPrefixes(roots),
        ...checkEnableWhen(form, placeOf, unread),
        ...(isWhole ? [...checkEnds(form, ends), ...checkRoles(form, wanted), ...checkWays(form, sendWithoutReview, wanted.way)] : []),
      ]),
    ],
  };
}
