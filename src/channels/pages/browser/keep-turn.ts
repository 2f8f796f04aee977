// A turn that found no connection is kept, in the memory of this page alone (the telephone may be shared), and sent again: when the browser
// says the connection is back, when the page is looked at again, and from time to time. Leaving the page forgets it.
import { sendTurn } from './send-turn.js';
import type { Answer, Turn } from './send-turn.js';

/** Milliseconds between tries, the last one over and over. */
const waits = [2000, 4000, 8000, 15_000, 30_000] as const;

interface Course {
  readonly turn: Turn;
  /** Stops the try that is on its way. */
  stopped: AbortController;
  tries: number;
}

/** What becomes of a turn. */
export interface Outcome {
  /** An answer came. */
  readonly answered: (answer: Answer, turn: Turn) => void;
  /** None came; the turn is kept. */
  readonly kept: (turn: Turn) => void;
}

let course: Course | undefined;
let underWay = false;
let next: number | undefined;
let outcome: Outcome | undefined;

/** Is a turn on its way for the first time? Then another press is the same one, made twice. */
export function isUnderWay(): boolean {
  return underWay && course?.tries === 0;
}

/** Forgets what is kept, and stops what is on its way. */
export function forgetTurn(): void {
  clearTimeout(next);
  course?.stopped.abort();
  course = undefined;
}

function busy({ form }: Turn, state: boolean): void {
  underWay = state;
  form.setAttribute('aria-busy', String(state));
}

async function attempt(now: Course): Promise<void> {
  clearTimeout(next);
  now.stopped = new AbortController();
  busy(now.turn, true);
  const answer = await sendTurn(now.turn, now.stopped);
  // a later press, or leaving, has taken its place
  if (course !== now) return;
  busy(now.turn, false);
  if (answer === undefined) {
    now.tries += 1;
    next = setTimeout(tryAgain, waits[Math.min(now.tries, waits.length) - 1]);
    outcome?.kept(now.turn);
  } else {
    course = undefined;
    outcome?.answered(answer, now.turn);
  }
}

function tryAgain(): void {
  if (course !== undefined && !underWay) void attempt(course);
}

/** Sends a turn, now and as often as it takes. One that was kept gives way to it. */
export function takeTurn(turn: Turn): void {
  if (course !== undefined) busy(course.turn, false);
  forgetTurn();
  course = { turn, stopped: new AbortController(), tries: 0 };
  void attempt(course);
}

/** Begins to watch for the connection. */
export function watchConnection(whatHappens: Outcome): void {
  outcome = whatHappens;
  addEventListener('online', tryAgain);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) tryAgain();
  });
  addEventListener('pagehide', forgetTurn);
}
