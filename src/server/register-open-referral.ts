// /open-referral/: the imported directory as an open feed (HSDS-UK v3), for anybody and any page to read: no key, any origin.
import type { Request, Response, Server } from 'restify';
import type { DirectoryNow } from '../directory/local-directory.js';
import { ResourceNotFound, TooManyRequests } from './http-faults.js';
import type { FeedList, OpenReferralFeed } from './open-referral-feed.js';
import { readFeedQuery } from './open-referral-query.js';
import type { RateLimiter } from './rate-limiter.js';
import { mountGet } from './register-pages.js';
import { contextOf } from './request-context.js';
import { jsonReply, respond, type Reply } from './respond.js';

const root = '/open-referral';
const lists: readonly FeedList[] = ['services', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];

const details = {
  version: 'HSDS-UK-3.0',
  profile: 'https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md',
  openapi_url: 'https://docs.openreferraluk.org/en/latest/openapi30.json',
};

/** Registers the feed. Who reads it too fast gets 429; this machine is not counted. */
export function registerOpenReferral(server: Server, feed: OpenReferralFeed, limiter: RateLimiter, directory: DirectoryNow): void {
  const mount = (path: string, answer: (request: Request) => Promise<unknown>): void => {
    mountGet(server, path, async (request, response) => {
      openUp(response);
      await reply(request, response, feed, limiter, answer);
    });
  };
  mount(root, () => Promise.resolve(details));
  for (const list of lists) {
    mount(`${root}/${list}`, request => answerPage(feed, list, request, directory));
    mount(`${root}/${list}/:id`, async request => {
      // safe: the route has this one parameter, and restify decodes it to text
      const { id } = request.params as { readonly id: string };
      const found = await feed.one(list, id);
      if (found === undefined) throw new ResourceNotFound();
      return found;
    });
  }
}

/** A parameter that cannot be read, told to whoever asked. */
class WrongParameter {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

async function answerPage(feed: OpenReferralFeed, list: FeedList, request: Request, directory: DirectoryNow): Promise<unknown> {
  const query = readFeedQuery(new URLSearchParams(request.getQuery()), directory()?.places);
  return 'wrong' in query ? new WrongParameter(query.wrong) : feed.page(list, query);
}

/** The server's usual headers keep other pages out; these let them in. */
function openUp(response: Response): void {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

async function reply(
  request: Request,
  response: Response,
  feed: OpenReferralFeed,
  limiter: RateLimiter,
  answer: (request: Request) => Promise<unknown>,
): Promise<void> {
  const { local, remote } = contextOf(request);
  if (!local && !limiter.take(remote)) throw new TooManyRequests();
  const version = await feed.version();
  // Weak: the same whether it is compressed or not.
  const caching = version === undefined ? {} : { ETag: `W/"${version}"`, 'Cache-Control': 'public, max-age=300' };
  if (version !== undefined && request.headers['if-none-match']?.includes(`"${version}"`) === true) {
    await respond(request, response, { status: 304, contentType: 'application/json; charset=utf-8', body: '', headers: caching });
    return;
  }
  await respond(request, response, asReply(await answer(request), caching));
}

function asReply(value: unknown, headers: Readonly<Record<string, string>>): Reply {
  if (value instanceof WrongParameter) return jsonReply(400, { error: { code: 'wrong-parameter', parameter: value.name } });
  return { ...jsonReply(200, value), headers };
}
