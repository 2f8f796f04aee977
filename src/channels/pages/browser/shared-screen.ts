// A screen that others use too: when nobody touches it for a while it asks whether somebody is there, counts down, and clears itself. A desk
// that waits for the person's own phone looks whether the conversation has gone over.
import { forgetTurn } from './keep-turn.js';

const second = 1000;
const lookEvery = 3000;

/** Clears the screen now. The address is replaced, so that Back does not lead here; what it led to asks the server again. */
function clear(address: string): void {
  forgetTurn();
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = ' ';
  location.replace(address);
}

function sentencesOf(there: HTMLElement): readonly string[] {
  // safe: the server wrote a list of sentences there
  return JSON.parse(there.dataset['seconds'] ?? '[]') as readonly string[];
}

function open(there: HTMLDialogElement): void {
  // an older browser knows no dialogs, and shows what is marked open
  if (typeof there.showModal === 'function') there.showModal();
  else there.setAttribute('open', '');
}

function close(there: HTMLDialogElement): void {
  if (typeof there.close === 'function') there.close();
  else there.removeAttribute('open');
}

/** Counts the last seconds; says them where they are shown. */
function countDown(there: HTMLDialogElement, atEnd: () => void): number {
  const sentences = sentencesOf(there);
  const line = there.querySelector('[data-left]');
  let left = sentences.length;
  const show = (): void => {
    if (line) line.textContent = sentences[left - 1] ?? '';
  };
  show();
  return setInterval(() => {
    left -= 1;
    if (left <= 0) atEnd();
    else show();
  }, second);
}

function watchTouch(there: HTMLDialogElement, asksAfter: number, address: string): void {
  let asking: number | undefined;
  let counting: number | undefined;
  const wait = (): void => {
    clearTimeout(asking);
    asking = setTimeout(() => {
      open(there);
      counting = countDown(there, () => {
        clear(address);
      });
    }, asksAfter * second);
  };
  const stay = (): void => {
    clearInterval(counting);
    counting = undefined;
    if (there.hasAttribute('open')) close(there);
    wait();
  };
  const touched = (): void => {
    if (counting === undefined) wait();
  };
  for (const kind of ['pointerdown', 'keydown', 'input', 'scroll']) addEventListener(kind, touched, { passive: true });
  // Pressing anywhere says that somebody is there; so does Escape, which closes the question.
  addEventListener('click', () => {
    if (counting !== undefined) stay();
  });
  there.addEventListener('close', stay);
  wait();
}

async function look(): Promise<void> {
  const response = await fetch('/chat/over', { headers: { 'x-waymark': 'live', accept: 'application/json' } });
  // safe: this address answers a live request so
  const { location: address } = (await response.json()) as { readonly location?: string };
  if (address !== undefined) clear(address);
}

/** Watches this page, if others use its screen too. */
export function watchSharedScreen(): void {
  const there = document.getElementById('there');
  const { asksAfter, clearedBy } = document.body.dataset;
  if (!(there instanceof HTMLElement) || asksAfter === undefined || clearedBy === undefined) return;
  // safe: the server wrote it as a dialog; older browsers do not know the type
  watchTouch(there as HTMLDialogElement, Number(asksAfter), clearedBy);
  setInterval(() => {
    if (document.querySelector('[data-over]') !== null) void look().catch(() => undefined);
  }, lookEvery);
}
