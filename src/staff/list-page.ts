// The worklist: one line a person; red flags nobody has acted on first, then urgent, then newest. What was told stands on the person's page alone.
import { html, type Html } from '../channels/pages/html.js';
import type { RecordIndex } from '../storage/ports.js';
import { ageBand, needsInWords, spokenInWords } from '../referral/describe-person.js';
import { timeInWords, waitingInWords } from '../text/staff-words.js';
import type { StaffRecord } from '../delivery/read-record.js';
import { openWords } from './urgency-card.js';
import { statusInWords } from '../referral/referral-status.js';

/** Lines a page. */
export const pageSize = 25;

/** One line: what the store lists, and the record where this server can read it. */
export interface ListLine {
  readonly index: RecordIndex;
  readonly record: StaffRecord | undefined;
}

/** The page with its lines. `page` counts from 1. */
export interface ListView {
  readonly lines: readonly ListLine[];
  readonly page: number;
  readonly total: number;
  readonly now: Date;
}

/** The list as a table. */
export function listPage(view: ListView): Html {
  if (view.total === 0)
    return html`<h1>Worklist</h1>
      <p class="empty">No referrals yet. When a patient sends one, it stands here.</p>`;
  return html`<h1>Worklist</h1>
    <p class="count">${view.total === 1 ? '1 referral' : `${String(view.total)} referrals`}: those with red flags nobody has acted on, then
      urgent ones, then the newest.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Referrals">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Age</th>
            <th scope="col">Language</th>
            <th scope="col">Needs</th>
            <th scope="col">Waiting</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          ${view.lines.map(line => row(line, view.now))}
        </tbody>
      </table>
    </div>
    ${paging(view)}`;
}

function row({ index, record }: ListLine, now: Date): Html {
  return html`<tr class="${index.urgent ? 'is-urgent' : ''}">
    <th scope="row"><a href="/worklist/${index.reference}">${index.reference}</a>${mark(index)}${raisedAgain(record)}</th>
    ${record === undefined ? html`<td colspan="3">Written by a newer version of this service. Restart with that version to read it.</td>` : about(record, now)}
    <td>
      <time datetime="${index.submittedAt}" title="${timeInWords(index.submittedAt)}">${waitingInWords(index.submittedAt, now)}</time>
    </td>
    <td><span class="tag ${index.status}">${statusInWords(index.status)}</span>${assignedTo(record)}</td>
  </tr>`;
}

function assignedTo(record: StaffRecord | undefined): Html | undefined {
  return record?.assigned && html` <span class="assigned">Assigned to ${record.assigned.who}</span>`;
}

function mark({ flagged, urgent }: RecordIndex): Html | undefined {
  if (flagged !== undefined) return html` <strong class="tag ${flagged}">${openWords[flagged]}</strong>`;
  return urgent ? html` <strong class="tag urgent">Urgent</strong>` : undefined;
}

function raisedAgain(record: StaffRecord | undefined): Html | undefined {
  const flagged = record?.flagged;
  if (flagged?.open !== true || flagged.raised === undefined || flagged.opened !== undefined) return undefined;
  const { at } = flagged.raised;
  return html` <span class="again"><strong>Raised again</strong> <time datetime="${at}">${timeInWords(at)}</time></span>`;
}

function about({ referral }: StaffRecord, now: Date): Html {
  return html`<td>${ageBand(referral, now)}</td>
    <td>${spokenInWords(referral)}</td>
    <td class="needs">${needsInWords(referral)}</td>`;
}

function paging({ page, total }: ListView): Html | undefined {
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return undefined;
  const link = (to: number, words: string, rel: string): Html => html`<a rel="${rel}" href="/worklist?page=${to}">${words}</a>`;
  return html`<nav class="paging" aria-label="Pages of the worklist">
    ${page > 1 && link(page - 1, 'Previous', 'prev')}<span>Page ${page} of ${pages}</span>${page < pages && link(page + 1, 'Next', 'next')}
  </nav>`;
}
