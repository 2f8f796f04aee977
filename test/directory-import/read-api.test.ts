// Reading a feed over HTTP from real servers that behave as feeds in the field do: wrong totals, pages for ever, faults that pass and faults that stay.
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { FeedNotice, FeedRow } from '../../src/directory-import/feed-source.js';
import { createApiSource } from '../../src/directory-import/read-api.js';
import { aFeedService, feedServices, pageOf, sendHead, sendJson, startFeed, type FeedServer } from '../support/feed-server.js';

describe('a feed over HTTP', () => {
  let feed: FeedServer;
  let waits: number[];

  beforeEach(async () => {
    feed = await startFeed(feedServices(25));
    waits = [];
  });
  afterEach(() => feed.stop());

  const wait = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  interface Read {
    readonly rows: readonly FeedRow[];
    readonly notices: readonly FeedNotice[];
    readonly ids: readonly string[];
  }
  const read = async (url = feed.url, parts: { timeoutMs?: number; mostBytes?: number; modifiedAfter?: string } = {}): Promise<Read> => {
    const { modifiedAfter, ...fetching } = parts;
    const rows: FeedRow[] = [];
    const notices: FeedNotice[] = [];
    const source = createApiSource(url, { wait, timeoutMs: 2_000, ...fetching });
    const request = { notice: (notice: FeedNotice) => notices.push(notice), ...(modifiedAfter !== undefined && { modifiedAfter }) };
    for await (const row of source.rows(request)) rows.push(row);
    // safe: the rows of these feeds are objects
    return { rows, notices, ids: rows.map(({ row }) => String((row as { id?: unknown }).id)) };
  };
  const faultOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
    work.then(
      () => new Error('nothing was wrong'),
      (fault: unknown) => fault as Error, // safe: nothing else is thrown here
    );
  const onPage = (number: number, act: (response: Parameters<typeof sendJson>[0]) => void, times = Infinity): void => {
    let left = times;
    feed.misbehave = (address, response) => {
      if (address.searchParams.get('page') !== String(number) || left <= 0) return false;
      left -= 1;
      act(response);
      return true;
    };
  };

  it('gives every service of every page, a hundred asked for at once', async () => {
    const { ids, notices } = await read();
    expect(ids).to.deep.equal(feedServices(25).map(({ id }) => id));
    expect(notices).to.deep.equal([]);
    expect(feed.asked[0]).to.equal('/services?page=1&per_page=100');
  });

  it('may be named by its root or by its services, with or without a slash', async () => {
    for (const path of ['', '/', '/services', '/services/']) expect((await read(`${feed.url}${path}`)).ids, path).to.have.length(25);
    expect(createApiSource('https://example.org/hsds/v3/services/', { wait }).name).to.equal('https://example.org/hsds/v3');
    expect(createApiSource('https://example.org', { wait }).name).to.equal('https://example.org');
  });

  it('is asked for what changed', async () => {
    await read(feed.url, { modifiedAfter: '2025-12-31T00:00:00Z' });
    expect(feed.asked[0]).to.include('modified_after=2025-12-31T00%3A00%3A00Z');
  });

  it('is asked for the whole service where its list is short', async () => {
    const short = (id: string): object => ({ id, name: 'Short', status: 'active' });
    feed.services = [...feedServices(2), aFeedService('a/b ?c')];
    feed.misbehave = (address, response) => {
      if (address.pathname !== '/services') return false;
      sendJson(response, { contents: address.searchParams.get('page') === '1' ? ['s1', 's2', 'a/b ?c', 'gone'].map(short) : [] });
      return true;
    };
    const { rows, ids } = await read();
    expect(rows.slice(0, 3).map(({ row }) => row)).to.deep.equal(feed.services);
    expect(ids[3]).to.equal('gone');
    expect(rows[3]?.issues).to.deep.equal([{ severity: 'warned', code: 'no-detail', found: 'status 404' }]);
  });

  it('is taken to be down when no single service can be had any more', async () => {
    const list = feedServices(25).map(({ id, name }) => ({ id, name, status: 'active' }));
    const broken = new Set<string>(['/services/s2']);
    feed.misbehave = (address, response) => {
      if (address.pathname === '/services') sendJson(response, pageOf(address, list, 25));
      else if (broken.has(address.pathname) || broken.has('all')) sendJson(response, {}, 500);
      else if (address.pathname === '/services/s3') sendJson(response, aFeedService('another'));
      else return false;
      return true;
    };
    const { rows } = await read();
    expect(rows.map(({ issues }) => issues?.[0]?.found).slice(0, 4)).to.deep.equal([undefined, 'no answer', 'another service', undefined]);
    broken.add('all');
    expect(await faultOf(read())).to.include({ code: 'feed-unreachable' });
  });

  it('of version 1 is read by its own names', async () => {
    feed.misbehave = (address, response) => {
      const { contents, total_items: totalElements, total_pages: totalPages } = pageOf(address, feed.services, 10);
      sendJson(response, { totalElements: String(totalElements), totalPages, content: contents });
      return true;
    };
    const { ids, notices } = await read();
    expect(ids).to.have.length(25);
    expect(notices).to.deep.equal([]);
  });

  it('may be one bare list', async () => {
    feed.misbehave = (_, response) => {
      sendJson(response, feed.services);
      return true;
    };
    const { ids, notices } = await read();
    expect(ids).to.have.length(25);
    expect(notices).to.deep.equal([]);
  });

  describe('is never believed about its size', () => {
    const totals = (items: number, pages: number, perPage = 10): void => {
      feed.misbehave = (address, response) => {
        sendJson(response, { ...pageOf(address, feed.services, perPage), total_items: items, total_pages: pages });
        return true;
      };
    };

    it('where it has more pages than it says', async () => {
      totals(5, 1);
      const { ids, notices } = await read();
      expect(ids).to.have.length(25);
      expect(notices).to.deep.equal([
        { code: 'more-pages', detail: 'page 2 of 1' },
        { code: 'wrong-total', detail: 'says 5 services, gives 25' },
      ]);
    });

    it('where it has fewer', async () => {
      totals(900, 90);
      const { ids, notices } = await read();
      expect(ids).to.have.length(25);
      expect(notices).to.deep.equal([
        { code: 'page-empty', detail: 'page 4 of 90' },
        { code: 'wrong-total', detail: 'says 900 services, gives 25' },
      ]);
    });

    it('where it gives one page for ever', async () => {
      feed.misbehave = (address, response) => {
        const asked = new URL(address);
        if (Number(address.searchParams.get('page')) > 2) asked.searchParams.set('page', '2');
        sendJson(response, { ...pageOf(asked, feed.services, 10), total_pages: 1_000_000 });
        return true;
      };
      const { ids, notices } = await read();
      expect(ids).to.have.length(20);
      expect(notices[0]).to.deep.equal({ code: 'page-repeated', detail: 'page 3 of 1000000' });
    });

    it('where it says 404 behind its last page', async () => {
      feed.misbehave = (address, response) => {
        if (Number(address.searchParams.get('page')) <= 3) return false;
        sendJson(response, {}, 404);
        return true;
      };
      const { ids, notices } = await read();
      expect(ids).to.have.length(25);
      expect(notices).to.deep.equal([]);
    });
  });

  it('that is empty and says so has nothing odd about it', async () => {
    feed.services = [];
    expect(await read()).to.deep.equal({ rows: [], notices: [], ids: [] });
  });

  describe('is asked again', () => {
    it('after a 500, a full moment and half an answer, waiting longer each time', async () => {
      const answers = [
        (response: Parameters<typeof sendJson>[0]) => {
          sendJson(response, { error: 'sorry' }, 500);
        },
        (response: Parameters<typeof sendJson>[0]) => {
          sendHead(response, 429, { 'Retry-After': '7' });
          response.end();
        },
        (response: Parameters<typeof sendJson>[0]) => {
          sendHead(response, 200, { 'Content-Length': '1000' });
          response.write('{"contents":[');
          response.destroy();
        },
        (response: Parameters<typeof sendJson>[0]) => {
          sendHead(response, 200);
          response.end('{"contents":[');
        },
      ];
      onPage(2, response => answers.shift()?.(response), 4);
      const { ids } = await read();
      expect(ids).to.have.length(25);
      expect(waits).to.deep.equal([1_000, 7_000, 4_000, 8_000]);
    });

    it('after silence', async () => {
      onPage(2, () => undefined, 1);
      expect((await read(feed.url, { timeoutMs: 200 })).ids).to.have.length(25);
      expect(waits).to.deep.equal([1_000]);
    });

    it('five times, and then given up', async () => {
      onPage(2, response => {
        sendJson(response, {}, 503);
      });
      const fault = await faultOf(read());
      expect(fault).to.include({ code: 'feed-unreachable' });
      expect(fault.message).to.equal(`${feed.url}/services was asked 5 times and gave no answer: status 503`);
      expect(feed.asked.filter(path => path.includes('page=2'))).to.have.length(5);
    });

    it('but not where it refuses', async () => {
      onPage(1, response => {
        sendJson(response, {}, 401);
      });
      expect(await faultOf(read())).to.include({ code: 'feed-unreachable' });
      expect(feed.asked).to.have.length(1);
    });
  });

  it('is cut where an announced page is missing, and none where it gives something else', async () => {
    onPage(2, response => {
      sendJson(response, {}, 404);
    });
    expect(await faultOf(read())).to.include({ code: 'feed-cut' });
    onPage(1, response => {
      sendJson(response, { hello: 'world' });
    });
    expect(await faultOf(read())).to.include({ code: 'feed-form' });
    onPage(1, response => {
      sendJson(response, {}, 404);
    });
    expect(await faultOf(read())).to.include({ code: 'feed-cut' });
  });

  it('gives no more at once than fits', async () => {
    expect(await faultOf(read(feed.url, { mostBytes: 1_000 }))).to.include({ code: 'feed-too-big' });
  });

  it('keeps user, password and key to itself', async () => {
    const seen: (string | undefined)[] = [];
    feed.misbehave = (address, response, request) => {
      seen.push(request.headers.authorization);
      if (address.searchParams.get('page') === '1') return false;
      sendJson(response, {}, 500);
      return true;
    };
    const url = feed.url.replace('//', '//reader:p%C3%A4ss@');
    expect(createApiSource(`${url}/?key=secret`, { wait }).name).to.equal(feed.url);
    const fault = await faultOf(read(`${url}/?key=secret`));
    expect(fault.message).not.to.match(/reader|ss@|secret/u);
    expect(feed.asked[0]).to.include('key=secret');
    expect(seen[0]).to.equal(`Basic ${Buffer.from('reader:päss').toString('base64')}`);
  });

  it('leads on to another address, without the password, and never out of the web', async () => {
    const other = await startFeed(feedServices(3));
    const heard: (string | undefined)[] = [];
    other.misbehave = (_, __, request) => {
      heard.push(request.headers.authorization);
      return false;
    };
    let to = (address: URL): string => `${other.url}${address.pathname}${address.search}`;
    feed.misbehave = (address, response) => {
      sendHead(response, 302, { Location: to(address) });
      response.end();
      return true;
    };
    expect((await read(feed.url.replace('//', '//u:p@'))).ids).to.have.length(3);
    expect(heard).to.deep.equal([undefined, undefined]);
    to = () => 'file:///etc/passwd';
    expect(await faultOf(read())).to.include({ code: 'feed-address' });
    to = address => address.pathname;
    expect(await faultOf(read())).to.include({ code: 'feed-address' });
    to = () => 'http://[';
    expect(await faultOf(read())).to.include({ code: 'feed-address' });
    await other.stop();
  });

  it('is an http address and nothing else', () => {
    for (const address of ['ftp://example.org', 'file:///etc/passwd', 'not an address']) {
      expect(() => createApiSource(address, { wait }), address)
        .to.throw()
        .with.property('code', 'feed-address');
    }
  });
});
