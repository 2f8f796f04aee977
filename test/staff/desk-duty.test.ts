// The flag for the duty clinician where mail is set up: what is written down, what the mail says, and what is said when it did not go.
import { describe, it } from 'mocha';
import { expect } from 'chai';
import type { Mail } from '../../src/delivery/send-mail.js';
import { createSignIn } from '../../src/staff/sign-in.js';
import { askForDuty } from '../../src/staff/desk-duty.js';
import type { DeskParts } from '../../src/staff/desk-parts.js';
import { StoreUnavailable } from '../../src/errors.js';
import type { AuditLine } from '../../src/storage/ports.js';
import { realContent } from '../support/real-content.js';
import { setClock } from '../support/set-clock.js';

const session = { id: 'x', who: 'Amina', until: 0 };

function desk(send: (mail: Mail) => Promise<void>, audited: AuditLine[], email?: string): DeskParts {
  const clock = setClock('2026-11-22T12:00:00Z');
  return {
    service: {
      name: 'Riverside',
      sample: false,
      email: 'desk@riverside.example',
      clinicalContact: { name: 'Dr Day', role: 'Duty doctor', phone: '020 7946 0124', ...(email !== undefined && { email }) },
    },
    content: realContent(),
    directory: () => undefined,
    referrals: { audit: line => Promise.resolve(void audited.push(line)) },
    clock,
    signIn: createSignIn({ key: Buffer.alloc(32, 1), clock }),
    styles: '',
    deskScript: '',
    mail: { send, mayMail: () => true, entropy: () => 'id', publicUrl: undefined },
  };
}

describe('the flag for the duty clinician', () => {
  it('tells them by e-mail who asks and when, nothing of the patient, and asks to call all the same', async () => {
    const [mails, audited]: [Mail[], AuditLine[]] = [[], []];
    const parts = desk(mail => Promise.resolve(void mails.push(mail)), audited, 'duty@riverside.example');
    expect(await askForDuty(parts, session))
      .to.include('An e-mail has gone to Dr Day')
      .and.include('Call them.');
    expect(audited).to.deep.equal([{ at: '2026-11-22T12:00:00.000Z', who: 'Amina', did: 'duty-asked-at-desk' }]);
    expect(mails[0]?.to).to.equal('duty@riverside.example');
    expect(mails[0]?.text).to.include('Asked by: Amina').and.include('It says nothing about the person.');
  });

  it('tells them also where the store is away, and says what was not done', async () => {
    const mails: Mail[] = [];
    const mailing = desk(mail => Promise.resolve(void mails.push(mail)), [], 'duty@riverside.example');
    const away = { audit: () => Promise.reject(new StoreUnavailable()) };
    const said = await askForDuty({ ...mailing, referrals: away }, session);
    expect(said).to.include('It could not be written down. An e-mail has gone to Dr Day').and.not.include('Written down at');
    expect(mails).to.have.length(1);
    const nothing = desk(() => Promise.reject(new Error('no')), [], 'duty@riverside.example');
    expect(await askForDuty({ ...nothing, referrals: away }, session)).to.include(
      'It could not be written down. The e-mail to Dr Day could not be sent. Call them.',
    );
  });

  it('counts how often by the session, not by the name that was typed', async () => {
    const counted: string[] = [];
    const parts = desk(() => Promise.resolve(), [], 'duty@riverside.example');
    const mail = parts.mail && { ...parts.mail, mayMail: (by: string) => counted.push(by) > 0 };
    await askForDuty({ ...parts, mail }, { ...session, id: 'one' });
    await askForDuty({ ...parts, mail }, { ...session, id: 'two' });
    expect(counted).to.deep.equal(['duty one', 'duty two']);
  });

  it('says so where the e-mail did not go, or nobody named an address', async () => {
    const failing = (): Promise<void> => Promise.reject(new Error('no'));
    expect(await askForDuty(desk(failing, [], 'duty@riverside.example'), session)).to.include('could not be sent. Call them.');
    expect(await askForDuty(desk(failing, []), session)).to.include('This page cannot call anyone. Call Dr Day.');
  });
});
