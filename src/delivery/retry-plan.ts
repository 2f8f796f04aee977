// When to try again: twice as long after each failure, up to a limit, spread at random so that many entries do not come back together.

export interface RetryPlan {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** Milliseconds to wait after the nth failure (from 1); between half and the whole of the doubled time. */
export function waitAfter(failures: number, { firstMs, longestMs }: RetryPlan, random: () => number): number {
  const whole = Math.min(firstMs * 2 ** Math.min(failures - 1, 30), longestMs);
  return Math.round(whole * (0.5 + random() / 2));
}
