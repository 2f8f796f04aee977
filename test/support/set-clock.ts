// A clock that stands where a test sets it.

export interface SetClock {
  (): Date;
  /** Moves it on. */
  readonly forward: (ms: number) => void;
}

/** A clock standing at an instant (or at now). */
export function setClock(start: string | number = Date.now()): SetClock {
  let now = new Date(start).getTime();
  const read = (): Date => new Date(now);
  return Object.assign(read, {
    forward: (ms: number) => {
      now += ms;
    },
  });
}
