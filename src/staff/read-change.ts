// Reads what a staff form asks for: which change, on which revision of the record.
import type { PageRequest } from '../channels/pages/page.js';
import { detailLength, noteLength, type Change } from '../delivery/change-record.js';
import { detailField, isFlagOutcome, outcomeWords } from './flag-outcomes.js';
import { isClosingReason } from '../referral/referral-status.js';

/** A form read: the change, or what is missing from it (English: staff pages are). */
export type ReadChange =
  | { readonly kind: 'change'; readonly change: Change; readonly rev: number }
  | { readonly kind: 'missing'; readonly say: string }
  | { readonly kind: 'unknown' };

/** Reads the form. */
export function readChange(form: PageRequest['form']): ReadChange {
  const rev = text(form, 'rev');
  const change = changeOf(form);
  if (!/^\d{1,15}$/u.test(rev) || change === undefined) return { kind: 'unknown' };
  return typeof change === 'string' ? { kind: 'missing', say: change } : { kind: 'change', change, rev: Number(rev) };
}

function changeOf(form: PageRequest['form']): Change | string | undefined {
  switch (text(form, 'do')) {
    case 'accept':
      return { kind: 'accept' };
    case 'reopen':
      return { kind: 'reopen' };
    case 'note':
      return noteOf(text(form, 'note'));
    case 'close':
      return closingOf(text(form, 'reason'));
    case 'close-flags':
      return flagsOf(form);
    default:
      return undefined;
  }
}

function noteOf(note: string): Change | string {
  if (note === '') return 'Write something in the note first.';
  return note.length > noteLength
    ? `A note holds up to ${String(noteLength)} characters. This one has ${String(note.length)}.`
    : { kind: 'note', text: note };
}

function closingOf(reason: string): Change | string {
  return isClosingReason(reason) ? { kind: 'close', reason } : 'Choose why the referral is closed.';
}

function flagsOf(form: PageRequest['form']): Change | string {
  const outcome = text(form, 'outcome');
  if (!isFlagOutcome(outcome)) return 'Choose what was done about the red flags.';
  const detail = text(form, detailField(outcome));
  if (detail === '') return outcomeWords[outcome].missing;
  return detail.length > detailLength
    ? `Write up to ${String(detailLength)} characters. This has ${String(detail.length)}. More can go into a note.`
    : { kind: 'close-flags', outcome, detail };
}

/** A single text field, without space around it; '' where it is absent or repeated. */
export function text(form: PageRequest['form'], name: string): string {
  const value = form[name];
  return typeof value === 'string' ? value.trim().replaceAll('\r\n', '\n') : '';
}
