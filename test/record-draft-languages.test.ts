// Who answers for offering patients words nobody has reviewed stands in the audit trail, once a start.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { describe, it } from 'mocha';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/config.js';
import { StoreUnavailable } from '../src/errors.js';
import { createLogger } from '../src/logger.js';
import { recordDraftLanguages } from '../src/record-draft-languages.js';
import type { AuditLine } from '../src/storage/ports.js';
import { realContent } from './support/real-content.js';

const languages = new Map([...realContent().languages].filter(([tag]) => ['en-GB', 'pl', 'ar'].includes(tag)));
const at = '2026-11-22T09:00:00.000Z';

async function recorded(env: Readonly<Record<string, string>>, audit?: (line: AuditLine) => Promise<void>): Promise<readonly AuditLine[]> {
  const lines: AuditLine[] = [];
  await recordDraftLanguages({
    config: readConfig({ WAYMARK_STORE: 'embedded', WAYMARK_KEY: Buffer.alloc(32, 7).toString('base64'), ...env }),
    content: { languages },
    referrals: { audit: audit ?? (line => Promise.resolve(void lines.push(line))) },
    clock: () => new Date(at),
    logger: createLogger('silent'),
  });
  return lines;
}

describe('languages accepted as drafts', () => {
  it('leave one audit line: who, and which languages are offered because of it', async () => {
    expect(await recorded({ NODE_ENV: 'production', WAYMARK_DRAFT_LANGUAGES: 'all: A. Officer' })).to.deep.equal([
      { at, who: 'A. Officer', did: 'accepted-draft-languages', record: [...languages.keys()].filter(tag => tag !== 'en-GB').join(',') },
    ]);
  });

  it('leave none outside production, or where nobody had to accept anything', async () => {
    expect(await recorded({ WAYMARK_DRAFT_LANGUAGES: 'all: A. Officer' })).to.deep.equal([]);
    expect(await recorded({ NODE_ENV: 'production' })).to.deep.equal([]);
  });

  it('do not stop the start while the store is away, but a defect does', async () => {
    const env = { NODE_ENV: 'production', WAYMARK_DRAFT_LANGUAGES: 'pl: A. Officer' };
    expect(await recorded(env, () => Promise.reject(new StoreUnavailable()))).to.deep.equal([]);
    const defect = await recorded(env, () => Promise.reject(new TypeError('broken'))).catch((error: unknown) => error);
    expect(defect).to.be.instanceOf(TypeError);
  });

  it('are offered by a production server, which wrote down who accepted them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-drafts-'));
    cpSync('dialogs', join(folder, 'dialogs'), { recursive: true });
    for (const tag of ['en-GB', 'pl', 'ar']) cpSync(join('locales', tag), join(folder, 'locales', tag), { recursive: true });
    const file = join(folder, 'dialogs', 'service.json');
    // Safe: the file was checked when the real content was loaded above.
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, 'utf8')) as object), sample: false }));
    const config = readConfig({
      NODE_ENV: 'production',
      WAYMARK_STORE: 'embedded',
      WAYMARK_KEY: Buffer.alloc(32, 7).toString('base64'),
      WAYMARK_DATA: join(folder, 'data'),
      WAYMARK_DIALOGS: join(folder, 'dialogs'),
      WAYMARK_LOCALES: join(folder, 'locales'),
      WAYMARK_DRAFT_LANGUAGES: 'pl: A. Officer',
    });
    const app = await createApp(config, createLogger('silent'));
    const { content, store } = app.core;
    expect([...content.languages.keys()]).to.deep.equal(['en-GB', 'pl']);
    expect([...content.unready.keys()]).to.deep.equal(['ar']);
    const lines = await store.referrals.auditOf('pl');
    expect(lines.map(({ who, did }) => [who, did])).to.deep.equal([['A. Officer', 'accepted-draft-languages']]);
    await app.stop();
    rmSync(folder, { recursive: true });
  });
});
