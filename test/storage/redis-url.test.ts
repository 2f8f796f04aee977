import { describe, it } from 'mocha';
import { expect } from 'chai';
import { parseRedisUrl } from '../../src/storage/redis/parse-redis-url.js';

describe('REDIS_URL', () => {
  it('names one server', () => {
    expect(parseRedisUrl('redis://cache')).to.deep.equal({ kind: 'single', tls: false, address: { host: 'cache', port: 6379 }, db: 0 });
    expect(parseRedisUrl('rediss://way:p%40ss@cache.example:6380/2')).to.deep.equal({
      kind: 'single',
      tls: true,
      address: { host: 'cache.example', port: 6380 },
      db: 2,
      username: 'way',
      password: 'p@ss',
    });
    expect(parseRedisUrl('redis://[::1]:7000')).to.deep.include({ address: { host: '::1', port: 7000 } });
  });

  it('names a cluster by several hosts', () => {
    const addresses = [
      { host: 'a', port: 7001 },
      { host: 'b', port: 7002 },
      { host: 'c', port: 6379 },
    ];
    expect(parseRedisUrl('rediss://:secret@a:7001, b:7002,rediss://c')).to.deep.equal({
      kind: 'cluster',
      tls: true,
      addresses,
      password: 'secret',
    });
    expect(parseRedisUrl('redis://a,').kind).to.equal('cluster');
  });

  it('names sentinels and the master they watch', () => {
    const addresses = [
      { host: 's1', port: 26_379 },
      { host: 's2', port: 26_380 },
    ];
    expect(parseRedisUrl('redis+sentinel://:secret@s1,s2:26380/waymark')).to.deep.equal({
      kind: 'sentinel',
      tls: false,
      addresses,
      name: 'waymark',
      password: 'secret',
    });
  });

  it('is refused, without showing the password, when it is anything else', () => {
    for (const url of [
      '',
      'cache:6379',
      'http://:hush@cache',
      'redis://:hush@cache/queue',
      'redis+sentinel://:hush@s1',
      'redis://:hush@',
    ]) {
      expect(() => parseRedisUrl(url), url)
        .to.throw(/^REDIS_URL (?!.*hush)/u)
        .with.property('code', 'redis-url');
    }
  });
});
