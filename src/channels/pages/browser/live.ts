// The pages' one script. Everything works without it; with it a turn is put in place of the last one, focus goes to the new question,
// only what is new is announced, and leaving takes three presses of Shift.
import { watchControls } from './controls.js';
import { leave, watchExit } from './exit.js';
import { watchSharedScreen } from './shared-screen.js';
import { prepareSliders } from './sliders.js';

interface Turned {
  readonly main: string;
  readonly title: string;
  readonly announce: string;
  readonly url: string;
}

/** `trouble` is missing when the server could not even say what is wrong. */
type Answer = Turned | { readonly location: string } | { readonly trouble?: string };

let busy = false;

function news(): HTMLElement | null {
  return document.getElementById('news');
}

/** Said by screen readers when they next pause; the same words twice are said twice. */
function announce(text: string): void {
  const region = news();
  if (region === null) return;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 100);
}

function setBusy(form: HTMLFormElement, state: boolean): void {
  busy = state;
  form.setAttribute('aria-busy', String(state));
}

/** Beside the form, which stays as it was typed. */
function showTrouble(form: HTMLFormElement, said: string | undefined): void {
  const text = said ?? news()?.dataset['trouble'] ?? '';
  form.querySelector('.wm-trouble')?.remove();
  const line = document.createElement('p');
  line.className = 'wm-trouble';
  line.setAttribute('role', 'alert');
  line.textContent = text;
  form.prepend(line);
  line.scrollIntoView({ block: 'nearest' });
}

function show(turned: Turned): void {
  const main = document.getElementById('main');
  if (main === null) return;
  main.innerHTML = turned.main;
  document.title = turned.title;
  history.replaceState(null, '', turned.url);
  prepare();
  const target = main.querySelector<HTMLElement>('[data-focus]') ?? main;
  target.focus({ preventScroll: true });
  (document.getElementById('now') ?? main).scrollIntoView({ block: 'start' });
  announce(turned.announce);
}

function go(address: string): void {
  if (address === '/exit') leave();
  else location.assign(address);
}

function obey(answer: Answer, form: HTMLFormElement): void {
  if ('main' in answer) show(answer);
  else if ('location' in answer) go(answer.location);
  else showTrouble(form, answer.trouble);
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value);
  return body;
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<Answer> {
  const headers = { 'x-waymark': 'live', accept: 'application/json' };
  const patience = new AbortController();
  setTimeout(() => {
    patience.abort();
  }, 20_000);
  const response = await fetch(form.action, { method: 'POST', body: fieldsOf(form, submitter), headers, signal: patience.signal });
  if (response.status !== 200 && response.status !== 503) throw new Error(String(response.status));
  // safe: this address answers a live request with one of these three shapes
  return (await response.json()) as Answer;
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  setBusy(form, true);
  try {
    obey(await post(form, submitter), form);
  } catch {
    showTrouble(form, undefined);
  } finally {
    setBusy(form, false);
  }
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['live'] === undefined) return;
  event.preventDefault();
  if (!busy) void send(form, event.submitter);
}

/** What a fresh page needs before it is used. */
function prepare(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
  prepareSliders();
}

function onClick(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-print]') !== null) print();
}

/** What is folded would not be on paper. */
function unfold(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-print-open]')) details.open = true;
}

document.documentElement.classList.add('js');
// An older browser does not say which button was pressed: there the forms are sent the plain way.
if (typeof SubmitEvent !== 'undefined' && 'submitter' in SubmitEvent.prototype) document.addEventListener('submit', onSubmit);
document.addEventListener('click', onClick);
addEventListener('beforeprint', unfold);
watchControls();
watchExit();
watchSharedScreen();
prepare();
// A page from the browser's memory may be old, or belong to someone who has left: ask the server again.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
