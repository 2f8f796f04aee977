// dialogs/ -> journey, needs, helplines, red-flag policy and their English texts, checked against one another.
import { answersOf, checkAlwaysOpen, checkHelplines, checkLines, warnHelplines } from './check-helplines.js';
import { z } from 'zod';
import { type AssembledJourney, assembleJourney, checkConditions } from './assemble-journey.js';
import { buildForm } from '../forms/build-form.js';
import { checkEnglishFile } from '../languages/check-texts.js';
import { languageSystem } from './coding-systems.js';
import type { Journey } from '../content.js';
import type { ContentReader } from '../content-reader.js';
import { readEnglishTexts, readOptionalIds, type TextEntry, textEntry, type TextFiles } from '../languages/content-texts.js';
import { DialogsShelf } from './dialogs-shelf.js';
import type { FormOption } from '../forms/form.js';
import { checkGroups, type GroupsFile, readGroups } from './groups-schema.js';
import { readParts } from './journey-parts.js';
import { type RolesFile, rolesFileSchema } from './journey-schema.js';
import { withoutParts } from '../modular/modular-rules.js';
import {
  checkNeedKeys,
  codesSchema,
  endsSchema,
  needsSchema,
  type NeedsFile,
  referralCode,
  type SpokenLanguages,
  spokenLanguagesSchema,
  toSharedValueSets,
} from './needs-schema.js';
import { omitUndefined } from '../omit-undefined.js';
import type { Questionnaire } from '../forms/questionnaire-schema.js';
import { readJourney } from './read-journey.js';
import { missingKinds, type RedFlagPolicyFile, redFlagPolicySchema, redFlagTexts } from './red-flags-schema.js';
import { type Helpline, helplineSchema, type Service, serviceSchema } from './service-schema.js';
import { serviceVariables } from './service-variables.js';

const helplinesSchema = z.array(helplineSchema).min(1);
type HelplinesFile = readonly Helpline[];

/** What dialogs/ holds, checked. */
export interface LoadedDialogs {
  readonly service: Service;
  readonly journey: Journey;
  readonly needs: NeedsFile;
  readonly helplines: HelplinesFile;
  readonly redFlags: RedFlagPolicyFile;
  readonly groups: GroupsFile;
  readonly codesOn: ReadonlySet<string>;
  /** Every file of a questionnaire the journey is made of, sound or not. */
  readonly named: ReadonlySet<string>;
  /** English texts of every content file. */
  readonly english: TextFiles;
  /** Ids per content file that a language may leave out. */
  readonly optional: ReadonlyMap<string, ReadonlySet<string>>;
  /** Options of the value sets that files in dialogs/ share, by `#name`. */
  readonly valueSets: ReadonlyMap<string, FormOption[]>;
  readonly warnings: readonly string[];
}

const fixedFiles = ['service', 'journey', 'roles', 'needs', 'codes', 'spoken-languages', 'ends', 'helplines', 'red-flags', 'groups'];

interface Files {
  readonly service: Service;
  readonly journey: Questionnaire;
  readonly roles: RolesFile;
  readonly needs: NeedsFile;
  readonly codes: Readonly<Record<string, boolean>>;
  readonly languages: SpokenLanguages;
  readonly ends: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly helplines: HelplinesFile;
  readonly redFlags: RedFlagPolicyFile;
  readonly groups: GroupsFile;
}

function readFiles(reader: ContentReader): Partial<Files> {
  return omitUndefined({
    service: reader.read('dialogs', 'service.json', serviceSchema),
    journey: readJourney(reader),
    roles: reader.read('dialogs', 'roles.json', rolesFileSchema),
    needs: reader.read('dialogs', 'needs.json', needsSchema),
    codes: reader.read('dialogs', 'codes.json', codesSchema),
    languages: reader.read('dialogs', 'spoken-languages.json', spokenLanguagesSchema),
    ends: reader.read('dialogs', 'ends.json', endsSchema),
    helplines: reader.read('dialogs', 'helplines.json', helplinesSchema),
    redFlags: reader.read('dialogs', 'red-flags.json', redFlagPolicySchema),
    groups: readGroups(reader),
  });
}

function isWhole(files: Partial<Files>): files is Files {
  return Object.keys(files).length === fixedFiles.length;
}

function checkRedFlags(redFlags: RedFlagPolicyFile): string[] {
  const where = 'dialogs/red-flags.json';
  const kinds = redFlags.kinds.map(({ kind }) => kind);
  return [
    ...missingKinds(redFlags).map(kind => `${where}: kind '${kind}' is missing`),
    ...kinds.filter((kind, place) => kinds.indexOf(kind) !== place).map(kind => `${where}: kind '${kind}' stands twice`),
  ];
}

function checkNeeds(needs: NeedsFile, { form }: Journey): string[] {
  const where = 'dialogs/needs.json';
  return needs.flatMap(need =>
    need.codes.flatMap(({ code, when }) => checkConditions(form, [when], `${where}: need '${need.key}' code ${code}`)),
  );
}

function checkCodes(codes: Readonly<Record<string, boolean>>, needs: NeedsFile, { form }: Journey): string[] {
  const where = 'dialogs/codes.json';
  const options = form.order.flatMap(item =>
    item.options.flatMap(({ snomed, value }) => (snomed === undefined ? [] : [{ snomed, value }])),
  );
  // A code for needing an interpreter comes with each language; a deployer lists those that are wanted.
  const isLanguage = (value: (typeof options)[number]['value']) => 'valueCoding' in value && value.valueCoding.system === languageSystem;
  const needed = [
    referralCode,
    ...needs.flatMap(need => need.codes.map(({ code }) => code)),
    ...options.filter(({ value }) => !isLanguage(value)).map(({ snomed }) => snomed.code),
  ];
  const known = new Set([...needed, ...options.map(({ snomed }) => snomed.code)]);
  return [
    ...[...new Set(needed)].filter(code => codes[code] === undefined).map(code => `${where}: ${code} is missing: say true or false`),
    ...Object.keys(codes)
      .filter(code => !known.has(code))
      .map(code => `${where}: ${code} is a code that nothing in dialogs/ earns`),
  ];
}

function checkEndTexts(ends: Readonly<Record<string, unknown>>, journey: Journey): string[] {
  const ids = journey.ends.map(({ id }) => id);
  return [
    ...ids.filter(id => ends[id] === undefined).map(id => `dialogs/ends.json: '${id}' is missing`),
    ...Object.keys(ends)
      .filter(id => !ids.includes(id))
      .map(id => `dialogs/ends.json: '${id}' is not an end of dialogs/journey.json`),
  ];
}

function entries(texts: Readonly<Record<string, Readonly<Record<string, string>>>>): ReadonlyMap<string, TextEntry> {
  return new Map(Object.entries(texts).map(([id, fields]) => [id, textEntry(fields)]));
}

function toEnglish({ ends, helplines, needs, redFlags }: Files, journey: Journey): TextFiles {
  return new Map([
    ...readEnglishTexts(journey.form),
    ['red-flags', entries(redFlagTexts(redFlags))],
    ['ends', entries(ends)],
    ['helplines', new Map(helplines.map(({ id, text, name }) => [id, textEntry({ text, name })]))],
    ['needs', new Map(needs.map(({ key, label }) => [key, textEntry({ text: label })]))],
  ]);
}

function checkTogether(files: Files, { journey, whole }: AssembledJourney): string[] {
  const { redFlags, needs, codes, helplines, ends, groups } = files;
  // Where a questionnaire is missing, everything that names its items would be told again: the missing file comes first.
  const named = whole
    ? [
        ...checkRedFlags(redFlags),
        ...checkNeeds(needs, journey),
        ...checkCodes(codes, needs, journey),
        ...checkGroups(groups, journey.form),
      ]
    : [];
  return [
    ...named,
    ...checkNeedKeys(needs, 'dialogs/needs.json'),
    ...checkHelplines(helplines, redFlags),
    ...checkLines(needs, helplines),
    ...checkAlwaysOpen(answersOf(redFlags), helplines),
    ...checkEndTexts(ends, journey),
  ];
}

/** What is wrong inside each questionnaire of the journey, by its own linkIds. */
function checkFiles(shelf: DialogsShelf, valueSets: ReadonlyMap<string, FormOption[]>): string[] {
  return shelf.used.flatMap(
    ({ questionnaire, where }) => buildForm(withoutParts(questionnaire), { part: '', file: where, valueSets, where }).problems,
  );
}

/**
 * Reads and checks dialogs/. `today` is an ISO date, `anotherPractice` the English label of that answer. Undefined where a file is so
 * broken that nothing else can be judged; problems are the reader's.
 */
export function loadDialogs(reader: ContentReader, today: string, anotherPractice: string): LoadedDialogs | undefined {
  const files = readFiles(reader);
  const shelf = new DialogsShelf(
    reader,
    reader.listFiles('dialogs').filter(name => !fixedFiles.includes(name)),
  );
  // Every questionnaire is read and judged, whatever else is missing.
  if (files.journey !== undefined) for (const { canonical } of readParts(files.journey).parts) shelf.find(canonical);
  if (!isWhole(files)) return undefined;
  const { service, needs, codes, languages, helplines, redFlags, groups } = files;
  const valueSets = toSharedValueSets(needs, service, languages, anotherPractice);
  const { find, fileOf, unreadIn } = shelf;
  const assembled = assembleJourney({
    questionnaire: files.journey,
    roles: files.roles,
    find,
    fileOf,
    unreadIn,
    valueSets,
    needs: needs.map(({ key }) => key),
  });
  const { journey } = assembled;
  reader.problems.push(...checkFiles(shelf, valueSets), ...assembled.problems, ...checkTogether(files, assembled));
  const english = toEnglish(files, journey);
  const variables = new Set<string>(serviceVariables);
  for (const [name, texts] of english) reader.problems.push(...checkEnglishFile(texts, variables, `dialogs/${name}.json`));
  const named = shelf.asked;
  const unused = reader.listFiles('dialogs').filter(name => !named.has(name) && !fixedFiles.includes(name));
  return {
    service,
    journey,
    needs,
    helplines,
    redFlags,
    groups,
    codesOn: new Set(Object.keys(codes).filter(code => codes[code] === true)),
    named,
    english,
    optional: readOptionalIds(journey.form),
    valueSets,
    warnings: [...warnHelplines(helplines, today), ...unused.map(name => `dialogs/${name}.json: no part of the journey uses it`)],
  };
}
