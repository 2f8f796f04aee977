// A turn that was taken, put in place of the last one: focus goes to what is new, and only that is announced.
import type { Turned } from './send-turn.js';

/** Said by screen readers when they next pause; the same words twice are said twice. */
function announce(text: string): void {
  const region = document.getElementById('news');
  if (region === null) return;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 100);
}

/** Shows it. `prepare` makes the fresh page ready for use. */
export function showTurn(turned: Turned, prepare: () => void): void {
  const main = document.getElementById('main');
  if (main === null) return;
  main.innerHTML = turned.main;
  // stands outside of what was replaced, and something of it may have been pressed
  document.querySelector('.wm-languages')?.removeAttribute('open');
  document.title = turned.title;
  history.replaceState(null, '', turned.url);
  prepare();
  const target = main.querySelector<HTMLElement>('[data-focus]') ?? main;
  target.focus({ preventScroll: true });
  (document.getElementById('now') ?? main).scrollIntoView({ block: 'start' });
  announce(turned.announce);
}
