// The pages' one script. Everything works without it; with it a turn is put in place of the last one, focus goes to the new question,
// only what is new is announced, a turn that finds no connection is kept and sent later, and leaving takes three presses of Shift.
import { watchControls } from './controls.js';
import { leave, watchExit } from './exit.js';
import { isUnderWay, takeTurn, watchConnection } from './keep-turn.js';
import { prepareListening, stopListening, watchListening } from './listen.js';
import { watchPanel } from './panel.js';
import { readTurn } from './send-turn.js';
import type { Answer, Turn } from './send-turn.js';
import { watchSharedScreen } from './shared-screen.js';
import { showTurn } from './show-turn.js';
import { prepareSliders } from './sliders.js';
import { watchTextSize } from './text-size.js';
import { clearTrouble, showOffline, showTrouble, showUrgentOffline } from './trouble.js';

function go(address: string): void {
  if (address === '/exit') leave();
  else location.assign(address);
}

function obey(answer: Answer, { form }: Turn): void {
  clearTrouble();
  if ('main' in answer) showTurn(answer, prepare);
  else if ('location' in answer) go(answer.location);
  else showTrouble(form, answer.trouble);
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset['live'] === undefined) return;
  event.preventDefault();
  if (isUnderWay()) return;
  stopListening();
  takeTurn(readTurn(form, event.submitter));
}

/** What a fresh page needs before it is used. */
function prepare(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) button.hidden = false;
  prepareSliders();
  prepareListening();
}

function onClick(event: MouseEvent): void {
  if (!(event.target instanceof Element)) return;
  if (event.target.closest('[data-print]') !== null) print();
  const urgent = event.target.closest('a[href^="/urgent"]') !== null;
  if (urgent && !navigator.onLine && showUrgentOffline()) event.preventDefault();
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
watchConnection({
  answered: obey,
  kept: ({ form }) => {
    showOffline(form);
  },
});
watchControls();
watchExit();
watchSharedScreen();
watchTextSize();
watchListening();
watchPanel();
prepare();
// A page from the browser's memory may be old, or belong to someone who has left: ask the server again.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
