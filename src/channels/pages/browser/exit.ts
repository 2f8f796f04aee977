// Exit this page, as GOV.UK does it: the link, or Shift three times within five seconds. The page goes blank at once, and the address is
// replaced, so that Back does not lead here. What was typed, and what waits to be sent, goes first: the next page may be long in coming.
import { forgetTurn } from './keep-turn.js';
import { stopListening } from './listen.js';
import { tellAround } from './panel.js';

const presses = 3;
const within = 5000;

/** In a panel: the conversation is forgotten here, the page around closes the panel and goes elsewhere; whatever it does, nothing stays in it. */
async function leavePanel(): Promise<void> {
  await fetch('/exit', { redirect: 'manual', keepalive: true }).catch(() => undefined);
  location.replace('about:blank');
}

/** Leaves now. */
export function leave(): void {
  forgetTurn();
  stopListening();
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = ' ';
  if (tellAround('waymark:exit')) void leavePanel();
  else location.replace('/exit');
}

function watchShift(): void {
  let times: readonly number[] = [];
  addEventListener('keydown', event => {
    if (event.repeat) return;
    times = event.key === 'Shift' ? [...times.filter(at => event.timeStamp - at < within), event.timeStamp] : [];
  });
  addEventListener('keyup', event => {
    if (event.key === 'Shift' && times.length >= presses) leave();
  });
}

/** Watches the exit links and the Shift key. */
export function watchExit(): void {
  watchShift();
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.target.closest('[data-exit]') === null) return;
    event.preventDefault();
    leave();
  });
}
