// Who in this process waits for news of a conversation, by its name.

export interface Watchers {
  /** Gives what ends it. */
  readonly add: (name: string, told: () => void) => () => void;
  readonly tell: (name: string) => void;
  /** Anything may have happened. */
  readonly tellAll: () => void;
}

/** Nobody yet. */
export function createWatchers(): Watchers {
  const waiting = new Map<string, Set<() => void>>();
  const tell = (name: string): void => {
    for (const told of [...(waiting.get(name) ?? [])]) told();
  };
  return {
    add: (name, told) => {
      const all = waiting.get(name) ?? new Set();
      waiting.set(name, all.add(told));
      return () => {
        all.delete(told);
        if (all.size === 0) waiting.delete(name);
      };
    },
    tell,
    tellAll: () => {
      for (const name of [...waiting.keys()]) tell(name);
    },
  };
}
