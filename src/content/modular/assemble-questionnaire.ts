// A modular questionnaire with its sub-questionnaires put in: every display that names one (SDC subQuestionnaire) gives way to its items, to
// any depth. Source of each rule: https://hl7.org/fhir/uv/sdc/modular.html#modular
import { canonicalOf, type FindQuestionnaire, type FoundQuestionnaire, readCanonical } from './find-questionnaire.js';
import { prefixName, readPrefix } from './link-id-prefix.js';
import { ContainedResources } from './merge-contained.js';
import {
  clashes,
  type Extension,
  extensionsForHolder,
  extensionsForRoot,
  namesGivenBy,
  readNamedExpression,
} from './modular-extensions.js';
import { isModular, partFaults, placeholderFaults, rootFaults, subQuestionnaireOf } from './modular-rules.js';
import { modularUrls } from './modular-urls.js';
import type { Gathered, Moved, Placed, Source } from './placed-item.js';
import type { Questionnaire, QuestionnaireItem } from '../forms/questionnaire-schema.js';
import type { Extended } from '../forms/read-extension.js';
import { writeAssembled } from './write-assembled.js';

interface Assembly extends Gathered {
  readonly root: Questionnaire;
  readonly find: FindQuestionnaire;
  putIn: number;
}

interface Scope {
  readonly prefix: string | undefined;
  readonly names: readonly string[];
  /** Urls of the questionnaires around, outermost first. */
  readonly path: readonly string[];
}

interface Inside {
  readonly placed: readonly Placed[];
  readonly moved: readonly Moved[];
}

// Files that name one another many times over would grow without end.
const mostPutIn = 1000;

function prefixIn({ extension = [] }: Extended): string | undefined {
  const variables = extension.filter(({ url }) => url === modularUrls.variable).map(readNamedExpression);
  return variables.find(({ name }) => name === prefixName)?.expression;
}

function enter(element: Extended, scope: Scope, complain: (fault: string) => void): Scope {
  const names = [...scope.names, ...namesGivenBy(element)];
  const expression = prefixIn(element);
  if (expression === undefined) return { ...scope, names };
  const prefix = readPrefix(expression, scope.prefix ?? '');
  if (prefix === undefined) complain(`linkIdPrefix is ${expression}: it must be a text in quotes, alone or added to %linkIdPrefix`);
  return { ...scope, names, prefix: prefix ?? scope.prefix };
}

function describeMissing(canonical: string, find: FindQuestionnaire): string {
  const { url, version } = readCanonical(canonical);
  const other = version === undefined ? undefined : find(url);
  if (other === undefined) return `names the questionnaire ${url}, which is in none of the files here`;
  return `names version ${version ?? ''} of ${url}, but ${other.where} is version ${other.questionnaire.version ?? '(none)'}`;
}

function resolve(canonical: string, scope: Scope, assembly: Assembly): FoundQuestionnaire | string {
  const found = assembly.find(canonical);
  if (found === undefined) return describeMissing(canonical, assembly.find);
  const { url } = readCanonical(canonical);
  if (scope.path.includes(url)) return `goes round in a circle: ${[...scope.path.slice(scope.path.indexOf(url)), url].join(' -> ')}`;
  assembly.putIn += 1;
  return assembly.putIn > mostPutIn ? `is one of more than ${String(mostPutIn)} sub-questionnaires, which is too many` : found;
}

function putIn({ questionnaire, where }: FoundQuestionnaire, scope: Scope, assembly: Assembly): Inside {
  const { problems, contained, root } = assembly;
  const complain = (fault: string) => void problems.push(`${where}: ${fault}`);
  partFaults(questionnaire, root['language'], new Set(scope.names)).forEach(complain);
  const own = scope.prefix ?? '';
  const source: Source = { where, own, renames: contained.add(questionnaire, own) };
  const move = (extension: Extension): Moved => ({ extension, source });
  assembly.forRoot.push(...extensionsForRoot(questionnaire).map(move));
  assembly.from.add(canonicalOf(questionnaire) ?? where);
  const inner = enter(questionnaire, { ...scope, path: [...scope.path, questionnaire.url ?? ''] }, complain);
  const { placed, moved } = place(questionnaire.item, source, inner, assembly);
  return { placed, moved: [...extensionsForHolder(questionnaire).map(move), ...moved] };
}

function placeItem(item: QuestionnaireItem, source: Source, scope: Scope, assembly: Assembly): Inside {
  const complain = (fault: string) => void assembly.problems.push(`${source.where}: item '${item.linkId}': ${fault}`);
  const within = enter(item, scope, complain);
  const { placed: items, moved } = place(item.item ?? [], source, within, assembly);
  if (moved.length > 0) clashes([...(item.extension ?? []), ...moved.map(({ extension }) => extension)]).forEach(complain);
  return { placed: [{ item, source, scope: within.prefix, moved, items }], moved: [] };
}

function place(items: readonly QuestionnaireItem[], source: Source, scope: Scope, assembly: Assembly): Inside {
  const all = items.map(item => {
    const canonical = subQuestionnaireOf(item);
    if (canonical === undefined) return placeItem(item, source, scope, assembly);
    const complain = (fault: string) => void assembly.problems.push(`${source.where}: item '${item.linkId}': ${fault}`);
    placeholderFaults(item).forEach(complain);
    const found = resolve(canonical, scope, assembly);
    if (typeof found !== 'string') return putIn(found, scope, assembly);
    complain(found);
    return { placed: [], moved: [] };
  });
  return { placed: all.flatMap(({ placed }) => placed), moved: all.flatMap(({ moved }) => moved) };
}

/** Every linkId, and what clashes: a file that has one twice is told so by its own check. */
function checkLinkIds(placed: readonly Placed[], problems: string[]): ReadonlySet<string> {
  const seen = new Map<string, Source>();
  const visit = ({ item, source, items }: Placed): void => {
    const linkId = source.own + item.linkId;
    const first = seen.get(linkId) ?? source;
    seen.set(linkId, first);
    if (first !== source) {
      const again = first.where === source.where ? 'the same file put in twice' : first.where;
      problems.push(
        `${source.where}: item '${item.linkId}': its linkId '${linkId}' stands in ${again} too: give one of them a linkIdPrefix`,
      );
    }
    items.forEach(visit);
  };
  placed.forEach(visit);
  return new Set(seen.keys());
}

/**
 * Puts every sub-questionnaire of `root` in its place. `find` answers a canonical (`url` or `url|version`); `where` names the root's file.
 * The result has the root's url and version, as SDC wants it, and says what it is assembled from; a questionnaire without parts comes back as
 * it is. Problems (`file: item 'linkId': what is wrong`) are told together; with one the result is not to be run.
 */
export function assembleQuestionnaire(
  root: Questionnaire,
  find: FindQuestionnaire,
  where: string,
): { readonly questionnaire: Questionnaire; readonly problems: readonly string[] } {
  const problems = rootFaults(root).map(fault => `${where}: ${fault}`);
  if (!isModular(root.item)) return { questionnaire: root, problems };
  const complain = (fault: string) => void problems.push(`${where}: ${fault}`);
  const assembly: Assembly = { root, find, putIn: 0, contained: new ContainedResources(), forRoot: [], from: new Set(), problems };
  const source: Source = { where, own: '', renames: assembly.contained.add(root, '') };
  const scope = enter(root, { prefix: undefined, names: [], path: [root.url ?? ''] }, complain);
  const { placed, moved } = place(root.item, source, scope, assembly);
  clashes([...(root.extension ?? []), ...moved.map(({ extension }) => extension)]).forEach(complain);
  const known = checkLinkIds(placed, problems);
  const whole: Placed = { item: { linkId: where, type: 'group' }, source, scope: scope.prefix, moved, items: placed };
  return { questionnaire: writeAssembled(root, whole, known, assembly), problems };
}
