// The desk by keyboard: arrows through the results, Escape back to an empty box, and letters that act only while a result has the focus, so that
// they can never stand in somebody's way elsewhere (WCAG 2.1.4).
import { lookAgain } from './results.js';

function box(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('#q');
}

function results(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('#found [data-pick]')];
}

/** One result on or back; before the first stands the box. */
function move(by: number): void {
  const all = results();
  const next = all.indexOf(document.activeElement as HTMLElement) + by;
  const target = next < 0 ? box() : all[Math.min(next, all.length - 1)];
  target?.focus();
}

/** Prints or sends: what is on the leaflet, or where nothing is, the service at hand. */
function act(button: string, service: string): void {
  const form = document.querySelector<HTMLFormElement>('#leaflet');
  const submitter = form?.querySelector<HTMLButtonElement>(`#${button}`);
  const ids = form?.querySelector<HTMLInputElement>('input[name=s]');
  if (!form || !submitter || !ids) return;
  const before = ids.value;
  if (before === '') ids.value = service;
  submitter.disabled = false;
  form.requestSubmit(submitter);
  ids.value = before;
  submitter.disabled = before === '';
}

function clear(): void {
  const field = box();
  if (field === null) return;
  field.value = '';
  field.focus();
  lookAgain();
}

const letters: Readonly<Record<string, string>> = { p: 'print', s: 'send' };

function onResultKey(event: KeyboardEvent, service: string): void {
  const button = letters[event.key.toLowerCase()];
  if (button === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  act(button, service);
}

/** An open fold is closed first, and the focus goes back to what opened it. */
function closeFold(): boolean {
  const open = document.querySelector<HTMLDetailsElement>('details.fold[open], details.duty[open]');
  if (open === null) return false;
  open.open = false;
  open.querySelector('summary')?.focus();
  return true;
}

const arrows: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function onEscape(event: KeyboardEvent): void {
  event.preventDefault();
  if (!closeFold()) clear();
}

function onKey(event: KeyboardEvent): void {
  const { target, key } = event;
  if (event.isComposing || !(target instanceof HTMLElement)) return;
  if (key === 'Escape') {
    onEscape(event);
    return;
  }
  const service = target.closest('#found') === null ? undefined : target.dataset['pick'];
  const by = arrows[key];
  if (by !== undefined && (service !== undefined || target.id === 'q')) {
    event.preventDefault();
    move(by);
  } else if (service !== undefined) onResultKey(event, service);
}

/** Watches the keys. */
export function watchKeys(): void {
  document.addEventListener('keydown', onKey);
}
