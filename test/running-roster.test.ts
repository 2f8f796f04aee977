// The staff file while the server runs: somebody is taken out of it, and it is broken for a while.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { expect } from 'chai';
import { createLogger } from '../src/logger.js';
import { openRoster } from '../src/running-roster.js';

const tenant = '7b0f9a52-0b6d-4a8e-9a53-1f6f0d8a2c11';
const users = ['c1d2e3f4-1111-4222-8333-444455556666', 'c1d2e3f4-1111-4222-8333-444455556667'] as const;

function textOf(some: readonly string[]): string {
  return JSON.stringify({ staff: some.map(user => ({ name: 'A', teams: { tenant, user }, roles: ['link-worker'] })) });
}

describe('the staff file in a running server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-roster-'));
  const file = join(folder, 'staff.json');
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  let now = Date.parse('2026-03-02T10:00:00Z');
  const around = { logger: createLogger('silent'), clock: () => new Date(now) };
  const isStaff = (roster: ReturnType<typeof openRoster>, at: 0 | 1): boolean => roster.find({ tenant, user: users[at] }) !== undefined;

  it('forgets who was taken out, soon', () => {
    writeFileSync(file, textOf(users));
    const roster = openRoster(file, around);
    expect([isStaff(roster, 0), isStaff(roster, 1)]).to.deep.equal([true, true]);
    writeFileSync(file, textOf([users[0]]));
    now += 6_000;
    expect([isStaff(roster, 0), isStaff(roster, 1)]).to.deep.equal([true, false]);
  });

  it('keeps the last good one while the file is broken or gone, and takes it when it is mended', () => {
    writeFileSync(file, textOf([users[0]]));
    const roster = openRoster(file, around);
    writeFileSync(file, '{ "staff": [');
    now += 6_000;
    expect(isStaff(roster, 0)).to.equal(true);
    rmSync(file);
    now += 6_000;
    expect(isStaff(roster, 0)).to.equal(true);
    writeFileSync(file, textOf([users[1]]));
    now += 6_000;
    expect([isStaff(roster, 0), isStaff(roster, 1)]).to.deep.equal([false, true]);
  });

  it('stops the start where it was never good', () => {
    writeFileSync(file, '[]');
    expect(() => openRoster(file, around)).to.throw('staff file');
    expect(() => openRoster(join(folder, 'none.json'), around)).to.throw('cannot be opened');
  });

  it('makes nobody staff where none is named', () => {
    expect(openRoster(undefined, around).all()).to.deep.equal([]);
  });
});
