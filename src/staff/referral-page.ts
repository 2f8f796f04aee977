// One referral whole, with what staff can do to it beside it.
import { html, type Html } from '../channels/pages/html.js';
import type { Service } from '../content/journey/service-schema.js';
import type { AuditLine } from '../storage/ports.js';
import { beforeCalling } from './before-calling.js';
import { hasOpenFlags, noteLength } from '../delivery/change-record.js';
import { ageBand } from '../referral/describe-person.js';
import { timeInWords, waitingInWords } from '../text/staff-words.js';
import { flagFields, type FlagFault } from './flag-form.js';
import { personSections } from './person-sections.js';
import type { OpenRecord, StaffRecord } from '../delivery/read-record.js';
import { closingReasons, isClosingReason, isOver, statusInWords } from '../referral/referral-status.js';

/** A referral page and what was just done or went wrong on it. */
export interface ReferralView {
  readonly open: OpenRecord;
  readonly audit: readonly AuditLine[];
  readonly token: string;
  readonly now: Date;
  /** Whom red flags go to. */
  readonly duty: Service['clinicalContact'];
  /** Just done, told once. */
  readonly done?: string;
  /** What is missing from the form sent. */
  readonly missing?: string;
  /** Somebody else changed it meanwhile; nothing of this form was kept. */
  readonly stale?: boolean;
  /** A note that could not be kept, given back. */
  readonly note?: string;
  /** What is missing from what was written about red flags. */
  readonly flagFault?: FlagFault;
  /** It was to be closed while red flags are open. */
  readonly closingRefused?: boolean;
}

/** The page. */
export function referralPage(view: ReferralView): Html {
  const { referral } = view.open.record;
  return html`<p class="back"><a href="/worklist">Back to the worklist</a></p>
    ${notices(view)}
    <div class="head">
      <h1>Referral <span dir="ltr">${referral.reference}</span></h1>
      <p>
        <span class="tag ${view.open.record.status}">${statusInWords(view.open.record.status)}</span> ${ageBand(referral, view.now)} · sent
        ${timeInWords(referral.submittedAt)} · waiting: ${waitingInWords(referral.submittedAt, view.now)}
      </p>
      ${assignedTo(view.open.record)}
    </div>
    <p><a href="/worklist/${referral.reference}/letter" target="_blank" rel="noopener">Letter to print (PDF)</a></p>
    ${beforeCalling(view.open.record, view.duty)}
    <div class="columns">
      <div class="person">${personSections(referral, view.now)}</div>
      <aside class="work" aria-label="What has been done">${actions(view)}${notes(view.open.record)}${trail(view)}</aside>
    </div>`;
}

function assignedTo({ assigned }: StaffRecord): Html | undefined {
  return assigned && html`<p class="assigned">Assigned to <strong>${assigned.who}</strong>, since ${timeInWords(assigned.at)}</p>`;
}

function notices({ done, missing, stale, audit }: ReferralView): Html | undefined {
  if (stale === true) {
    const last = audit.filter(line => line.did !== 'viewed').at(-1);
    const by = last === undefined ? '' : ` ${last.who} ${didInWords(last.did)}, ${timeInWords(last.at)}.`;
    return html`<div class="notice stale" role="alert">
      <h2>This referral was changed meanwhile</h2>
      <p>What you sent was not kept.${by} Read it again below, then do what is still needed.</p>
    </div>`;
  }
  if (missing !== undefined) return html`<div class="notice error" role="alert"><p>${missing}</p></div>`;
  return done === undefined ? undefined : html`<div class="notice" role="status"><p>${done}</p></div>`;
}

function actions(view: ReferralView): Html {
  const { status } = view.open.record;
  const hidden = html`<input type="hidden" name="token" value="${view.token}" /><input
      type="hidden"
      name="rev"
      value="${view.open.rev}"
    />`;
  const form = (body: Html): Html => html`<form method="post" action="/worklist/${view.open.index.reference}">${hidden}${body}</form>`;
  return html`<section class="actions">
    ${
      hasOpenFlags(view.open.record) &&
      html`<h2 id="flag-outcome">Red flags</h2>
        ${form(flagFields(view.flagFault))}`
    }
    <h2>Next</h2>
    ${status === 'requested' && form(html`<button name="do" value="accept">Accept this referral</button>`)}
    ${isOver(status) && form(html`<button class="second" name="do" value="reopen">Open it again</button>`)}
    ${form(noteFields(view.note ?? ''))}
    ${
      !isOver(status) &&
      html`<details class="close"${view.closingRefused === true && html` open`}>
        <summary>Close this referral</summary>
        ${hasOpenFlags(view.open.record) ? notYet(view.closingRefused === true) : form(closingFields())}
      </details>`
    }
  </section>`;
}

function noteFields(note: string): Html {
  return html`<label for="note">Note for colleagues</label>
    <textarea class="field" id="note" name="note" rows="3" maxlength="${noteLength}" dir="auto">${note}</textarea>
    <button class="second" name="do" value="note">Add the note</button>`;
}

function closingFields(): Html {
  const reasons = Object.entries(closingReasons).map(
    ([code, words]) =>
      html`<div class="choice">
        <input type="radio" id="reason-${code}" name="reason" value="${code}" required /><label for="reason-${code}">${words}</label>
      </div>`,
  );
  return html`<fieldset>
      <legend>Why is it closed?</legend>
      ${reasons}
    </fieldset>
    <button class="warn" name="do" value="close">Close it</button>`;
}

/** Why it cannot be closed, in the place of the form that would. */
function notYet(wasTried: boolean): Html {
  return html`<p class="${wasTried ? 'error' : 'hint'}"${wasTried && html` role="alert"`}>
    It has red flags that nobody has acted on. Write down above what was done about them; then it can be closed.
  </p>`;
}

function notes({ notes: list }: StaffRecord): Html | undefined {
  if (list.length === 0) return undefined;
  const items = [...list].reverse().map(
    note =>
      html`<li>
        <p class="lines" dir="auto">${note.text}</p>
        <p class="by">${note.who}, ${timeInWords(note.at)}</p>
      </li>`,
  );
  return html`<section>
    <h2>Notes</h2>
    <ul class="notes">
      ${items}
    </ul>
  </section>`;
}

/** The newest lines; the whole trail stays in the store. */
function trail({ audit, open }: ReferralView): Html {
  const lines = [...audit]
    .reverse()
    .slice(0, 12)
    .map(line => html`<li>${line.who} ${didInWords(line.did)}, ${timeInWords(line.at)}</li>`);
  const closed = isOver(open.record.status) ? open.record.history.at(-1)?.reason : undefined;
  const why = closed !== undefined && isClosingReason(closed) ? html`<p>Closed: ${closingReasons[closed]}.</p>` : undefined;
  return html`<section class="trail">
    <h2>Who did what</h2>
    ${why}
    <ul>
      ${lines}
    </ul>
  </section>`;
}

const deeds: Readonly<Record<string, string>> = {
  viewed: 'read it',
  'began-with-patient': 'began it with the patient present, and wrote down the answers',
  opened: 'was the first to open it with its red flags',
  noted: 'added a note',
  'made-letter': 'opened the letter to print',
  accepted: 'accepted it',
  assigned: 'said who has it',
  closed: 'closed it',
  reopened: 'opened it again',
  'flags-added': 'put red flags to it that were told later',
  'flags-spoke': 'acted on its red flags: spoke with the person',
  'flags-passed-to-clinician': 'acted on its red flags: passed to a clinician',
  'flags-safeguarding-referral': 'acted on its red flags: made a safeguarding referral',
  'flags-not-reached-escalated': 'acted on its red flags: person not reached, escalated',
  'raised-again': 'raised it again, as nobody had opened it',
  'told-duty': 'told the duty contact again',
};

function didInWords(did: string): string {
  return deeds[did] ?? did;
}
