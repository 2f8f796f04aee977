// "Get the duty clinician now": what to do, at once and without a word about the patient; then it is written down who asked, and whoever is on duty
// is told by e-mail where that is set up. A page cannot fetch anybody, and says so.
import { auditLine } from '../audit/audit-line.js';
import type { Session } from '../access/session-token.js';
import { html, type Html } from '../channels/pages/html.js';
import type { DeskParts } from './desk-parts.js';

/** What became of telling them. */
export type DutyTold = 'e-mail' | 'no-e-mail' | 'not-taken';

type Contact = DeskParts['service']['clinicalContact'];

function writtenWords(at: Date): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(at);
  return `Written down at ${time}, with your name.`;
}

function outcomeWords(written: string, told: DutyTold, { name }: Contact): string {
  if (told === 'e-mail') return `${written} An e-mail has gone to ${name}; nobody knows yet whether it was read. Call them.`;
  if (told === 'not-taken') return `${written} The e-mail to ${name} could not be sent. Call them.`;
  return `${written} This page cannot call anyone. Call ${name}.`;
}

/** The steps. `contact`: dialogs/service.json. */
function steps({ name, role, phone }: Contact): Html {
  return html`<ol>
    <li>If a life is in danger, or somebody is being hurt: make your practice’s crash call and call <a href="tel:999">999</a> now.</li>
    <li>Call <strong>${name}</strong>, ${role}: <a class="lead" href="tel:${phone.replaceAll(/[^\d+]/gu, '')}">${phone}</a></li>
    <li>Stay with the patient. Go somewhere quiet together if that is safe. Do not ask more questions at the desk.</li>
    <li>Follow your practice’s own emergency procedure.</li>
  </ol>`;
}

/** The panel's inside; `token`: of the session's forms, without one there are only the steps; `said`: what was done just now. */
export function dutyPanel(contact: Contact, token: string | undefined, said?: string): Html {
  return html`<div class="duty-panel">
    <h2>Get the duty clinician now</h2>
    ${steps(contact)}
    <p class="told" role="status">${said}</p>
    ${
      token !== undefined &&
      said === undefined &&
      html`<form method="post" action="/desk/duty" data-duty>
        <input type="hidden" name="token" value="${token}" />
        <button class="second">Write down that I asked, and tell them</button>
        <p class="hint">Your name and the time, nothing about the patient.</p>
      </form>`
    }
  </div>`;
}

/** The flag on the desk: always there, opens without waiting for anything. */
export function dutyFlag(contact: Contact, token: string): Html {
  return html`<details class="duty" id="duty">
    <summary>Get the duty clinician now</summary>
    ${dutyPanel(contact, token)}
  </details>`;
}

async function tell({ service, mail }: DeskParts, { id, who }: Session, at: Date): Promise<DutyTold> {
  const { email: to } = service.clinicalContact;
  if (mail === undefined || to === undefined || !mail.mayMail(`duty ${id}`)) return 'no-e-mail';
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' }).format(at);
  const text = [
    'Somebody at the desk needs you now.',
    '',
    `Asked by: ${who}`,
    `At: ${when}`,
    '',
    `This notice comes from ${service.name} by machine.`,
    'It says nothing about the person.',
    '',
  ].join('\n');
  return mail.send({ from: service.email, to, subject: 'The desk needs the duty clinician now', text, id: mail.entropy() }).then(
    () => 'e-mail' as const,
    () => 'not-taken' as const,
  );
}

/** Writes it down, tells them, and says what was done and what was not: neither waits for the other, and neither's fault stops the other. */
export async function askForDuty(parts: DeskParts, session: Session): Promise<string> {
  const at = parts.clock();
  const line = auditLine('duty-asked-at-desk', session.who, at);
  const [written, told] = await Promise.allSettled([parts.referrals.audit(line), tell(parts, session, at)]);
  return outcomeWords(
    written.status === 'fulfilled' ? writtenWords(at) : 'It could not be written down.',
    told.status === 'fulfilled' ? told.value : 'not-taken',
    parts.service.clinicalContact,
  );
}
