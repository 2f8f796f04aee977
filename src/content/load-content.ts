// dialogs/ + locales/ -> the Content everything runs on: read once at start, checked whole, frozen. Every problem is told together.
import { ContentError } from '../errors.js';
import type { Content, Language } from './content.js';
import { type ContentFolders, ContentReader } from './content-reader.js';
import { createTranslator } from './languages/create-translator.js';
import { deepFreeze } from './deep-freeze.js';
import { type LoadedDialogs, loadDialogs } from './journey/load-dialogs.js';
import { type EnglishProduct, loadEnglishProduct, type LoadedLanguage, loadLanguage } from './languages/load-language.js';
import { english } from './languages/locale-schema.js';
import { loadModels, type Models } from './models/load-models.js';
import { keepPrepared, languageKey, takePrepared } from './languages/prepared-languages.js';
import { redFlagAnswersOf } from './forms/read-red-flag.js';
import { toRedFlagPolicy } from './journey/red-flags-schema.js';
import { unreviewedParts } from './languages/unready-languages.js';

export interface LoadContentOptions extends ContentFolders {
  /** true: refuse the sample service, and offer only languages whose permission and crisis texts are reviewed. */
  readonly production: boolean;
  /** Languages offered in production although their review is not finished: their tags, or `all`. */
  readonly draftLanguages?: readonly string[] | 'all';
  /** In production too, the faults of any language are problems: for `waymark check`. */
  readonly strict?: boolean;
  /** Folder in which the build keeps languages it has prepared; without it every language is read and checked anew. */
  readonly prepared?: string;
  /** Prepares what is not yet prepared: for the build. */
  readonly prepare?: boolean;
  /** Folder of the trained models; without it needs are heard by phrases alone, and languages by their script. */
  readonly models?: string;
  /** ISO date against which helplines are called stale; today unless given. */
  readonly today?: string;
}

/** Draft languages named one by one. */
function namedDrafts({ draftLanguages }: LoadContentOptions): readonly string[] {
  return draftLanguages === 'all' ? [] : (draftLanguages ?? []);
}

function isAccepted(tag: string, options: LoadContentOptions): boolean {
  return options.draftLanguages === 'all' || namedDrafts(options).includes(tag);
}

interface Chosen {
  readonly offered: readonly LoadedLanguage[];
  readonly unready: readonly LoadedLanguage[];
  readonly warnings: readonly string[];
}

// English is always offered: a service with no language at all would help nobody.
function chooseLanguages(loaded: readonly LoadedLanguage[], options: LoadContentOptions): Chosen {
  if (!options.production) return { offered: loaded, unready: [], warnings: [] };
  const warnings: string[] = [];
  const offered = loaded.filter(each => {
    const { tag } = each.language;
    const missing = unreviewedParts(each.language);
    const stays = missing.length === 0 || tag === english || isAccepted(tag, options);
    const what = `locales/${tag}/locale.json: review of ${missing.join(' and ')} is not finished`;
    if (missing.length > 0) warnings.push(stays ? what : `${what}, so the language is not offered`);
    return stays;
  });
  return { offered, unready: loaded.filter(each => !offered.includes(each)), warnings };
}

function englishFirst(tags: readonly string[]): readonly string[] {
  return [...tags.filter(tag => tag === english), ...tags.filter(tag => tag !== english)];
}

function checkProduction(dialogs: LoadedDialogs | undefined, options: LoadContentOptions): string[] {
  return options.production && dialogs?.service.sample === true
    ? ['dialogs/service.json: sample: this is the invented sample service; production needs your own']
    : [];
}

function checkDrafts(tags: readonly string[], options: LoadContentOptions): string[] {
  return namedDrafts(options)
    .filter(tag => !tags.includes(tag))
    .map(tag => `locales/${tag}: is named as a draft language but is missing`);
}

interface Assembling {
  readonly dialogs: LoadedDialogs;
  readonly loaded: readonly LoadedLanguage[];
  readonly chosen: Chosen;
  readonly models: Models | undefined;
  readonly version: string;
}

function byTag(languages: readonly LoadedLanguage[]): ReadonlyMap<string, Language> {
  return new Map(languages.map(({ language }) => [language.tag, language]));
}

function assemble({ dialogs, loaded, chosen, models, version }: Assembling): Content {
  const helplines = new Map(dialogs.helplines.map(helpline => [helpline.id, helpline]));
  const { service, journey, needs, codesOn, valueSets, groups } = dialogs;
  const translator = createTranslator({ languages: loaded.map(({ words }) => words), form: journey.form, service, helplines });
  return deepFreeze({
    version,
    service,
    helplines,
    journey,
    valueSets,
    needs,
    groups,
    // Rules of every language run on every text, offered or not.
    redFlags: {
      ...toRedFlagPolicy(
        dialogs.redFlags,
        loaded.flatMap(({ rules }) => rules),
        redFlagAnswersOf(journey.form),
      ),
      ...(models && { oblique: models.redFlags }),
    },
    codesOn,
    languages: byTag(chosen.offered),
    unready: byTag(chosen.unready),
    translator,
    ...(models && { models }),
  });
}

interface LanguageSources {
  readonly reader: ContentReader;
  readonly dialogs: LoadedDialogs | undefined;
  readonly product: EnglishProduct | undefined;
  readonly options: LoadContentOptions;
}

/** A language as the build prepared it, if nothing has changed since; else read and checked. */
function loadOrTake(tag: string, base: string, { reader, dialogs, product, options }: LanguageSources): LoadedLanguage | undefined {
  if (options.prepared === undefined) return loadLanguage(reader, tag, dialogs, product);
  const key = languageKey(reader, tag, base);
  const prepared = takePrepared(options.prepared, tag, key);
  if (prepared !== undefined) return prepared;
  const faults = reader.problems.length;
  const loaded = loadLanguage(reader, tag, dialogs, product);
  if (options.prepare === true && loaded !== undefined && reader.problems.length === faults) keepPrepared(options.prepared, key, loaded);
  return loaded;
}

/**
 * In production one broken translation does not stop the service: that language is left out, and its problems are warnings. English, and
 * what stands in dialogs/, must be whole.
 */
function loadUnlessBroken(tag: string, base: string, sources: LanguageSources, warnings: string[]): LoadedLanguage | undefined {
  const { problems } = sources.reader;
  const before = problems.length;
  const loaded = loadOrTake(tag, base, sources);
  const { production, strict = false } = sources.options;
  if (problems.length === before || tag === english || !production || strict) return loaded;
  const found = problems.splice(before);
  warnings.push(`locales/${tag}: has faults, so the language is left out until they are mended`, ...new Set(found));
  return undefined;
}

/** All content, and what is not as it should be though it stops nothing. */
export interface LoadedContent {
  readonly content: Content;
  /** What a deployer should know. */
  readonly warnings: string[];
  /** Models that are missing or stale: the server hears less well with them, and `waymark check` refuses them. */
  readonly staleModels: readonly string[];
}

/**
 * Reads, checks and freezes all content. `dialogs` and `locales` are paths of folders. Throws ContentError with every problem
 * (`dialogs/x.json: place: what is wrong`); warnings are things a deployer should know that stop nothing.
 */
export function loadContent(options: LoadContentOptions): LoadedContent {
  const reader = new ContentReader(options);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const product = loadEnglishProduct(reader);
  const dialogs = loadDialogs(reader, today, product?.product.get('answer.another-practice') ?? '');
  const tags = englishFirst(reader.listFolders('locales'));
  if (!tags.includes(english)) reader.problems.push(`locales/${english}: is missing`);
  reader.problems.push(...checkProduction(dialogs, options), ...checkDrafts(tags, options));
  // A start that cannot succeed keeps nobody waiting for the urgent numbers; what reads everything anew, as `check` does, names every fault.
  if (dialogs === undefined && options.prepared !== undefined) throw new ContentError([...new Set(reader.problems)]);
  const base = reader.version();
  const faults: string[] = [];
  const sources = { reader, dialogs, product, options };
  const loaded = tags.map(tag => loadUnlessBroken(tag, base, sources, faults)).filter(language => language !== undefined);
  if (dialogs === undefined || reader.problems.length > 0) throw new ContentError([...new Set(reader.problems)]);
  const chosen = chooseLanguages(loaded, options);
  const version = reader.version();
  const { models, problems } =
    options.models === undefined ? { models: undefined, problems: [] } : loadModels(options.models, reader, tags);
  const content = assemble({ dialogs, loaded, chosen, models, version });
  return { content, warnings: [...dialogs.warnings, ...faults, ...chosen.warnings], staleModels: problems };
}
