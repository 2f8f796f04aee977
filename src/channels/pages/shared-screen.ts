// A screen that others use after this person: in the waiting room, or at the desk of the practice. When nobody touches it for long, it asks, and
// then clears itself: by the script, or, without one, by loading the address that clears it.
import { html } from './html.js';
import type { Html } from './html.js';
import { withoutAutofill } from './without-autofill.js';
import { withoutWaysOut } from './without-ways-out.js';
import type { Words } from './words.js';

export interface SharedScreen {
  /** Seconds without a touch until it asks. */
  readonly asksAfter: number;
  /** Loaded (GET) when nobody answers. */
  readonly clearedBy: string;
  /** Beside urgent help. */
  readonly beside?: Html;
}

/** Seconds in which somebody can say that they are still there. */
const countDown = 20;

/** The screen in the waiting room. */
export const waitingRoom: SharedScreen = { asksAfter: 60, clearedBy: '/kiosk/clear' };

/** Seconds until the desk is cleared. */
export const deskSeconds = 600;

/** The desk, where staff write down what the person says. Its words are for staff. */
export const desk: SharedScreen = {
  asksAfter: deskSeconds - countDown,
  clearedBy: '/chat/idle',
  beside: html`<a href="/desk/duty" lang="en-GB" dir="ltr">Get the duty clinician now</a>`,
};

/** A page, or part of one, for this screen: nothing is filled in by the browser, and in the waiting room nothing leads out of the product. */
export function fitScreen(page: Html, shared: SharedScreen | undefined): Html {
  if (shared === undefined) return page;
  return withoutAutofill(shared === waitingRoom ? withoutWaysOut(page) : page);
}

/** Sent with the page that clears: the browser drops what it kept of the pages before. Over plain http to this machine browsers ignore it. */
export const nothingKept = { 'Clear-Site-Data': '"cache", "storage"' } as const;

/** Attributes of the body that the script reads. */
export function clearing({ asksAfter, clearedBy }: SharedScreen): Html {
  return html` data-asks-after="${asksAfter}" data-cleared-by="${clearedBy}"`;
}

/** The way to clear it where there is no script. */
export function wipesAlone(shared: SharedScreen | undefined): Html | undefined {
  return (
    shared && html`<noscript><meta http-equiv="refresh" content="${shared.asksAfter + countDown}; url=${shared.clearedBy}"></noscript>`
  );
}

/** Finish, always there. `hidden`: the fields of the conversation's forms, its language among them. */
export function finishForm(action: string, words: Words, hidden?: Html): Html {
  return html`<form class="wm-finish" method="post" action="${action}">
    ${hidden ?? html`<input type="hidden" name="lang" value="${words.lang}">`}<button class="wm-exit">${words.t('kiosk.finish')}</button>
  </form>`;
}

/** "Are you still there?", opened by the script. Every second has its sentence, as languages count in their own ways. */
export function askIfThere(words: Words): Html {
  const seconds = Array.from({ length: countDown }, (_, second) => words.t('kiosk.clearing', { count: second + 1 }));
  return html`<dialog class="wm-there" id="there" aria-labelledby="there-title" data-seconds="${JSON.stringify(seconds)}">
    <h2 id="there-title">${words.t('kiosk.still-there')}</h2>
    <p data-left></p>
    <button class="nhsuk-button" type="button" data-stay>${words.t('kiosk.stay')}</button>
  </dialog>`;
}
