import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { exportCommand } from '../../src/cli/export-command.js';
import type { ReferralRecord } from '../../src/delivery/referral-record.js';
import { writeReferralRecord } from '../../src/delivery/referral-record.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import type { Json, Store } from '../../src/storage/ports.js';
import { createLogger } from '../../src/logger.js';
import type { Referral } from '../../src/referral/referral.js';
import { fhirFaults } from '../support/fhir-validators.js';
import { ringOf } from '../support/key-ring.js';
import { realContent } from '../support/real-content.js';
import { sentReferral } from '../support/sent-referral.js';

const content = realContent();
const accepted = { at: '2026-11-22T10:00:00.000Z', who: 'Ola', status: 'accepted' } as const;
const closed = { at: '2026-11-23T10:00:00.000Z', who: 'Ola', status: 'completed' } as const;

describe('referral export', () => {
  let folder: string;
  let store: Store;
  let referral: Referral;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-export-'));
    store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date(), logger: createLogger('silent') });
    referral = sentReferral({ 'mind.needs': ['food'] });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const index = (status: string) => ({
    reference: referral.reference,
    submittedAt: referral.submittedAt,
    urgent: false,
    status,
    practice: '',
  });
  const put = (changes: Partial<ReferralRecord> = {}) => {
    const record = writeReferralRecord({ v: 1, referral, status: 'requested', notes: [], history: [], ...changes });
    return store.referrals.put(referral.id, index(changes.status ?? 'requested'), record, 3600);
  };
  const run = (name: string, format: string) =>
    exportCommand({ name, format, out: join(folder, 'letter.pdf') }, store.referrals, content, new Date('2026-11-23T10:00:00Z'));
  const read = (output: string): unknown => JSON.parse(output);

  it('prints the stored record as JSON, found by its id or by its reference in any letters', async () => {
    await put();
    for (const name of [referral.id, referral.reference, referral.reference.toLowerCase()]) {
      const { output, exitCode } = await run(name, 'json');
      expect(exitCode).to.equal(0);
      expect(read(output)).to.deep.equal(JSON.parse(JSON.stringify({ v: 1, referral, status: 'requested', notes: [], history: [] })));
    }
  });

  it('prints a valid FHIR bundle', async () => {
    await put();
    const { output, exitCode } = await run(referral.reference, 'fhir');
    expect(exitCode).to.equal(0);
    expect(fhirFaults(JSON.parse(output) as object)).to.deep.equal([]);
    expect(output).to.include('"proposal"').and.not.include('871731000000106');
  });

  it('says of a closed referral whether it was ever accepted', async () => {
    await put({ status: 'completed', history: [accepted, closed] });
    expect((await run(referral.id, 'fhir')).output)
      .to.include('871731000000106')
      .and.include('"completed"');
  });

  it('gives a referral closed without acceptance no referral code', async () => {
    await put({ status: 'completed', history: [closed] });
    expect((await run(referral.id, 'fhir')).output)
      .to.include('"revoked"')
      .and.not.include('871731000000106');
  });

  it('says what is wrong with an unknown format, an unknown name and a record of a newer version', async () => {
    expect(await run(referral.id, 'xml')).to.deep.equal({ output: 'unknown format: xml (json, fhir, letter)', exitCode: 1 });
    expect(await run('AAAA-AAAA', 'json')).to.deep.equal({ output: 'no referral with this id or reference: AAAA-AAAA', exitCode: 1 });
    const newer: Json = { v: 2 };
    await store.referrals.put(referral.id, index('requested'), newer, 3600);
    expect(await run(referral.id, 'json')).to.deep.equal({
      output: `this referral was written by a newer version: ${referral.id}`,
      exitCode: 1,
    });
  });
});
