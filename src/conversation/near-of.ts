// What is near a person, as it is shown: the services that were found for them, as the directory in force has them now.
import type { Content } from '../content/content.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { Match, MatchRequest } from '../directory/match-request.js';
import { matchServices } from '../directory/match-services.js';
import type { Conversation, FoundNear } from './conversation.js';
import type { Near, NearGroup } from './near.js';
import { nearRequests } from './near-requests.js';
import { postcodeTold } from './place-told.js';

/** So many are looked through for what was shown, where the directory has become another one since. */
const lookedThrough = 60;

/** The services with these ids, in their order; those that are gone are left out. */
function matchesOf(ids: readonly string[], request: MatchRequest, { index }: LocalDirectory): readonly Match[] {
  const findIn = (limit: number): readonly Match[] => {
    const { matches } = matchServices(index, { ...request, limit });
    const byId = new Map(matches.map(match => [match.service.id, match]));
    return ids.flatMap(id => byId.get(id) ?? []);
  };
  const found = findIn(request.limit);
  return found.length < ids.length ? findIn(lookedThrough) : found;
}

function groupOf(request: MatchRequest, { shown }: FoundNear, directory: LocalDirectory, content: Content): NearGroup {
  const { need } = request;
  const ids = shown.filter(one => one.need === need).map(({ id }) => id);
  const matches = ids.length === 0 ? [] : matchesOf(ids, request, directory);
  const lines = matches.length > 0 ? [] : (content.needs.find(({ key }) => key === need)?.lines ?? []);
  return { need, matches, lines };
}

function whereOf(conversation: Conversation, content: Content, { places }: LocalDirectory): Near['where'] {
  const postcode = postcodeTold(conversation, content);
  return (postcode === undefined ? undefined : places.find(postcode)?.precision) ?? 'unknown';
}

function look(conversation: Conversation, found: FoundNear, content: Content, directory: LocalDirectory): Near {
  const looked = new Set([...found.shown.map(({ need }) => need), ...found.unmet]);
  const requests = nearRequests(conversation, content, directory).filter(({ need }) => looked.has(need));
  return {
    groups: requests.map(request => groupOf(request, found, directory, content)),
    sample: directory.sample,
    where: whereOf(conversation, content, directory),
  };
}

interface Known {
  readonly content: Content;
  readonly directory: LocalDirectory;
  readonly near: Near;
}

const known = new WeakMap<Conversation, Known>();

/** What is near, or undefined where nothing was looked for or no directory is there. A conversation never changes, so it is looked up once. */
export function nearOf(conversation: Conversation, content: Content, directory: LocalDirectory | undefined): Near | undefined {
  const { near: found } = conversation;
  if (directory === undefined || found === undefined || found.for === '') return undefined;
  const before = known.get(conversation);
  if (before?.content === content && before.directory === directory) return before.near;
  const near = look(conversation, found, content, directory);
  known.set(conversation, { content, directory, near });
  return near;
}

/** One of the services that were shown, by its id. */
export function matchOf(
  id: string,
  conversation: Conversation,
  content: Content,
  directory: LocalDirectory | undefined,
): Match | undefined {
  const groups = nearOf(conversation, content, directory)?.groups ?? [];
  return groups.flatMap(({ matches }) => matches).find(({ service }) => service.id === id);
}
