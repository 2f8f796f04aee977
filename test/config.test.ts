// The environment as an operator sets it, well and badly.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { readConfig } from '../src/config.js';
import { ConfigError } from '../src/errors.js';

const key = Buffer.alloc(32, 7).toString('base64');

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (fault) {
    if (fault instanceof ConfigError) return fault.problems;
    throw fault;
  }
}

describe('configuration', () => {
  it('takes sites that may show it as origins, each once', () => {
    const given = 'https://Surgery.example.nhs.uk, https://example.org:8443/, https://surgery.example.nhs.uk:443, http://localhost:8080,';
    const origins = ['https://surgery.example.nhs.uk', 'https://example.org:8443', 'http://localhost:8080'];
    expect(readConfig({ WAYMARK_EMBED_ORIGINS: given }).embedOrigins).to.deep.equal(origins);
    expect(readConfig({ WAYMARK_EMBED_ORIGINS: 'https://пример.example' }).embedOrigins).to.deep.equal(['https://xn--e1afmkfd.example']);
  });

  it('takes nothing but an origin for a site, and says of each what is wrong', () => {
    const wrong: readonly (readonly [string, RegExp])[] = [
      ['http://surgery.example', /site 1 must begin with https/u],
      ['https://a.example, surgery.example', /site 2 is no address/u],
      ['https://*.example', /site 1 is a pattern/u],
      ['*', /site 1 is a pattern/u],
      ['https://surgery.example/contact', /site 1 must end after the name/u],
      ['https://surgery.example?x', /site 1 must end after the name/u],
      ['https://name:word@surgery.example', /site 1 must end after the name/u],
      ["https://a.example;script-src'self'", /site 1 has a name no site has/u],
      ['javascript://a.example', /site 1 must begin with https/u],
      ['null', /site 1 is no address/u],
    ];
    for (const [given, said] of wrong) {
      const [first = '', ...more] = problemsOf({ WAYMARK_EMBED_ORIGINS: given });
      expect(first, given)
        .to.match(/^WAYMARK_EMBED_ORIGINS: /u)
        .and.match(said);
      expect(more, given).to.deep.equal([]);
    }
  });

  it('starts with nothing set', () => {
    expect(readConfig({})).to.deep.equal({
      production: false,
      port: 3978,
      host: undefined,
      store: { kind: 'embedded' },
      dataFolder: './data',
      keys: undefined,
      dialogsFolder: undefined,
      localesFolder: undefined,
      botFramework: undefined,
      publicUrl: undefined,
      trustProxy: false,
      logLevel: 'info',
      metricsToken: undefined,
      modelsFolder: undefined,
      draftLanguages: { tags: [], acceptedBy: undefined },
      smtp: undefined,
      directoryFeed: undefined,
      directLineSecrets: [],
      embedOrigins: [],
      webChatFile: undefined,
      staffFile: undefined,
    });
  });

  it('reads which feed is imported by itself, and how often', () => {
    expect(readConfig({ WAYMARK_DIRECTORY_FEED: './feed' }).directoryFeed).to.deep.equal({ place: './feed', everyHours: 24 });
    const address = { WAYMARK_DIRECTORY_FEED: 'https://feed.example.org/o/OpenReferral/v3' };
    expect(readConfig({ ...address, WAYMARK_DIRECTORY_EVERY: '6' }).directoryFeed?.everyHours).to.equal(6);
    expect(readConfig({ ...address, WAYMARK_DIRECTORY_EVERY: '0' }).directoryFeed).to.equal(undefined);
    expect(problemsOf({ WAYMARK_DIRECTORY_FEED: 'ftp://secret@feed.example.org', WAYMARK_DIRECTORY_EVERY: 'daily' })).to.deep.equal([
      'WAYMARK_DIRECTORY_FEED: must be an http:// or https:// address, a folder or a file',
      'WAYMARK_DIRECTORY_EVERY: must be a whole number of hours; 0: never',
    ]);
  });

  it('reads the mail server for notices, which link to the worklist', () => {
    const env = { WAYMARK_SMTP_URL: 'smtps://u:p@mail.example.org', WAYMARK_PUBLIC_URL: 'https://help.example.org' };
    expect(readConfig(env).smtp).to.deep.equal({
      host: 'mail.example.org',
      port: 465,
      security: 'tls',
      login: { user: 'u', pass: 'p' },
    });
    expect(problemsOf({ WAYMARK_SMTP_URL: env.WAYMARK_SMTP_URL })).to.deep.equal([
      'WAYMARK_PUBLIC_URL: required when WAYMARK_SMTP_URL is set; the notices link to the worklist',
    ]);
    expect(problemsOf({ ...env, WAYMARK_SMTP_URL: 'mail.example.org' })).to.deep.equal(['WAYMARK_SMTP_URL: is not a URL']);
  });

  it('reads every setting', () => {
    const config = readConfig({
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      REDIS_URL: 'rediss://:secret@redis.example:6380/1',
      WAYMARK_KEY: `2:${key}, 1:${'ab'.repeat(32)}`,
      WAYMARK_DATA: '/var/lib/waymark',
      WAYMARK_DIALOGS: '/etc/waymark/dialogs',
      WAYMARK_LOCALES: '/etc/waymark/locales',
      WAYMARK_PUBLIC_URL: 'https://help.example.org/',
      WAYMARK_TRUST_PROXY: 'true',
      WAYMARK_METRICS_TOKEN: 'a-long-enough-token',
      WAYMARK_DRAFT_LANGUAGES: 'pl, ar: A. Officer',
      LOG_LEVEL: 'warn',
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'password',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: 'tenant',
    });
    expect(config).to.deep.include({ production: true, port: 0, host: '127.0.0.1', trustProxy: true, logLevel: 'warn' });
    expect(config.store).to.deep.equal({ kind: 'redis', url: 'rediss://:secret@redis.example:6380/1' });
    expect(config.keys).to.deep.equal([
      { id: 2, key: Buffer.alloc(32, 7) },
      { id: 1, key: Buffer.alloc(32, 0xab) },
    ]);
    expect(config.publicUrl).to.equal('https://help.example.org');
    expect(config.draftLanguages).to.deep.equal({ tags: ['pl', 'ar'], acceptedBy: 'A. Officer' });
    expect(config.botFramework).to.deep.equal({
      MicrosoftAppId: 'app',
      MicrosoftAppPassword: 'password',
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppTenantId: 'tenant',
    });
  });

  it('takes an empty value for one not set, as container files write it', () => {
    expect(
      readConfig({
        REDIS_URL: '',
        WAYMARK_KEY: ' ',
        WAYMARK_TRUST_PROXY: '',
        WAYMARK_DRAFT_LANGUAGES: '',
        PORT: '',
        LOG_LEVEL: '',
        WAYMARK_STORE: '',
      }),
    ).to.deep.equal(readConfig({}));
  });

  it('reads every kind of Redis address', () => {
    const addresses = ['redis://localhost', 'redis://a:6379,redis://b:6379,rediss://c', 'redis+sentinel://:pw@s1:26379,s2:26379/mymaster'];
    for (const url of addresses) expect(problemsOf({ REDIS_URL: url }), url).to.deep.equal([]);
    for (const url of ['localhost:6379', 'http://redis', 'redis://', 'redis://a,ftp:// b'])
      expect(problemsOf({ REDIS_URL: url }), url).to.have.length(1);
  });

  it('offers unreviewed languages when asked to, and knows who accepts them', () => {
    const drafts = (text: string) => readConfig({ WAYMARK_DRAFT_LANGUAGES: text }).draftLanguages;
    expect(drafts('all')).to.deep.equal({ tags: 'all', acceptedBy: undefined });
    expect(drafts('pl , ar')).to.deep.equal({ tags: ['pl', 'ar'], acceptedBy: undefined });
    expect(drafts('pl, all : A. Officer: CSO')).to.deep.equal({ tags: 'all', acceptedBy: 'A. Officer: CSO' });
  });

  it('wants in production the name of whoever accepts languages nobody has reviewed', () => {
    const production = { NODE_ENV: 'production', WAYMARK_STORE: 'embedded', WAYMARK_KEY: key };
    const example = 'for example: pl, ar: A. Officer';
    for (const text of ['pl, ar', 'all', 'pl:', 'all: ']) {
      expect(problemsOf({ ...production, WAYMARK_DRAFT_LANGUAGES: text }), text).to.deep.equal([
        `WAYMARK_DRAFT_LANGUAGES: in production it also names the clinical safety officer who accepts these languages, after a colon, ${example}`,
      ]);
    }
    expect(problemsOf({ ...production, WAYMARK_DRAFT_LANGUAGES: 'pl: A. Officer' })).to.deep.equal([]);
    expect(problemsOf({ ...production, WAYMARK_DRAFT_LANGUAGES: '' })).to.deep.equal([]);
    expect(problemsOf({ WAYMARK_DRAFT_LANGUAGES: ' : A. Officer' })).to.deep.equal([
      `WAYMARK_DRAFT_LANGUAGES: names no language: write the tags, or all, before the colon, ${example}`,
    ]);
  });

  it('tells all problems at once, by name, and never repeats a value', () => {
    const problems = problemsOf({
      PORT: '70000',
      WAYMARK_KEY: 'hunter2',
      REDIS_URL: 'hunter2',
      WAYMARK_PUBLIC_URL: 'ftp://hunter2',
      WAYMARK_TRUST_PROXY: 'perhaps',
      WAYMARK_METRICS_TOKEN: 'hunter2',
      WAYMARK_STORE: 'files',
      WAYMARK_REDIS: 'x',
      LOG_LEVEL: 'loud',
      MicrosoftAppType: 'Other',
    });
    const names = problems.map(problem => problem.split(':')[0]).sort();
    expect(names).to.deep.equal([
      'LOG_LEVEL',
      'MicrosoftAppType',
      'PORT',
      'REDIS_URL',
      'WAYMARK_KEY',
      'WAYMARK_METRICS_TOKEN',
      'WAYMARK_PUBLIC_URL',
      'WAYMARK_REDIS',
      'WAYMARK_STORE',
      'WAYMARK_TRUST_PROXY',
    ]);
    expect(problems.join('\n')).to.not.include('hunter2').and.not.include('perhaps');
    expect(problems.join('\n')).to.include('WAYMARK_STORE: must be one of embedded, redis');
  });

  it('asks production for a store that lasts and a key', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map(problem => problem.split(':')[0])).to.deep.equal(['REDIS_URL', 'WAYMARK_KEY']);
    expect(problemsOf({ NODE_ENV: 'production', WAYMARK_STORE: 'embedded', WAYMARK_KEY: key })).to.deep.equal([]);
    expect(readConfig({ NODE_ENV: 'production', WAYMARK_STORE: 'embedded', WAYMARK_KEY: key, REDIS_URL: 'redis://x' }).store).to.deep.equal(
      { kind: 'embedded' },
    );
    expect(problemsOf({ WAYMARK_STORE: 'redis' })).to.deep.equal(['REDIS_URL: required when WAYMARK_STORE=redis']);
    expect(problemsOf({ NODE_ENV: 'production', WAYMARK_STORE: 'redis', WAYMARK_KEY: key })).to.have.length(1);
  });

  it('asks for whole Bot Framework credentials or none', () => {
    expect(problemsOf({ MicrosoftAppPassword: 'x' })).to.deep.equal(['MicrosoftAppId: required when MicrosoftAppPassword is set']);
    expect(problemsOf({ MicrosoftAppId: 'x' })).to.deep.equal(['MicrosoftAppPassword: required when MicrosoftAppId is set']);
    expect(problemsOf({ MicrosoftAppId: 'x', MicrosoftAppType: 'UserAssignedMSI' })).to.deep.equal([
      'MicrosoftAppTenantId: required when MicrosoftAppType=UserAssignedMSI',
    ]);
    expect(problemsOf({ MicrosoftAppId: 'x', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' })).to.deep.equal([]);
  });
});
