// The staff file: who is staff by their Teams identity, and what a manager is told of a file that is wrong.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import { hasRole, readRoster, seesPractice } from '../../src/access/roster.js';
import { staffOf } from '../../src/channels/bot-framework/teams/staff-of.js';

const tenant = '7b0f9a52-0b6d-4a8e-9a53-1f6f0d8a2c11';
const user = 'C1D2E3F4-1111-4222-8333-444455556666';
const member = { name: 'Front desk 1', teams: { tenant, user }, roles: ['receptionist'], practices: ['SAMPLE1'] };

function fileOf(...staff: readonly object[]): string {
  return JSON.stringify({ staff });
}

function faultOf(text: string): string {
  try {
    readRoster(text);
    return '';
  } catch (fault) {
    return String(fault);
  }
}

describe('the staff file', () => {
  it('finds a person by tenant and object id, in any case of the letters', () => {
    const roster = readRoster(fileOf(member));
    expect(roster.find({ tenant: tenant.toUpperCase(), user: user.toLowerCase() })?.name).to.equal('Front desk 1');
  });

  it('knows nobody of another tenant, whoever they say they are', () => {
    const roster = readRoster(fileOf(member));
    expect(roster.find({ tenant: '00000000-0000-4000-8000-000000000000', user })).to.equal(undefined);
  });

  it('says what is wrong, where, and never who', () => {
    expect(faultOf('{')).to.contain('is not JSON');
    expect(faultOf(fileOf({ ...member, roles: ['boss'] }))).to.contain('staff.0.roles.0');
    expect(faultOf(fileOf({ ...member, teams: { tenant, user: 'somebody@example.org' } }))).to.contain('staff.0.teams.user');
    expect(faultOf(fileOf(member, { ...member, name: 'Front desk 2' }))).to.contain('same person twice');
    expect(faultOf(fileOf({ ...member, phone: 'x' })))
      .to.contain('staff.0')
      .and.not.to.contain('Front desk');
  });

  it('tells roles and practices', () => {
    const [found] = readRoster(fileOf(member)).all();
    expect(found && hasRole(found, 'link-worker', 'receptionist')).to.equal(true);
    expect(found && hasRole(found, 'manager')).to.equal(false);
    expect(found && seesPractice(found, 'SAMPLE1')).to.equal(true);
    expect(found && seesPractice(found, 'SAMPLE2')).to.equal(false);
    expect(found && seesPractice(found, undefined)).to.equal(true);
    expect(seesPractice({}, 'SAMPLE2')).to.equal(true);
  });
});

describe('who writes in Teams', () => {
  const roster = readRoster(fileOf(member));
  const activity = { channelId: 'msteams', from: { id: '29:x', name: '', aadObjectId: user }, channelData: { tenant: { id: tenant } } };

  it('is staff where Teams itself says who it is', () => {
    expect(staffOf(activity, roster)?.name).to.equal('Front desk 1');
  });

  it('is a patient in any other channel, or without an id or a tenant', () => {
    expect(staffOf({ ...activity, channelId: 'directline' }, roster)).to.equal(undefined);
    expect(staffOf({ ...activity, from: { id: user, name: '' } }, roster)).to.equal(undefined);
    expect(staffOf({ ...activity, channelData: { tenant: tenant } }, roster)).to.equal(undefined);
  });
});
