// The few closed lists of facts as bits and small numbers, so that a hundred thousand services can be judged in a millisecond.
import { accessKinds, audienceKinds, weekdays } from './service.js';
import type { AccessKind, AudienceKind, CostKind, WayIn, Weekday } from './service.js';

function bits<T>(values: readonly T[], all: readonly T[]): number {
  return values.reduce((sum, value) => sum | (1 << all.indexOf(value)), 0);
}

export const accessBits = (kinds: readonly AccessKind[]): number => bits(kinds, accessKinds);
export const audienceBits = (kinds: readonly AudienceKind[]): number => bits(kinds, audienceKinds);
export const dayBits = (days: readonly Weekday[]): number => bits(days, weekdays);

/** The days a number of bits stands for, Monday first. */
export const daysOfBits = (mask: number): readonly Weekday[] => weekdays.filter((_, at) => (mask & (1 << at)) !== 0);

/** The kinds of access a number of bits stands for. */
export const accessOfBits = (mask: number): readonly AccessKind[] => accessKinds.filter((_, at) => (mask & (1 << at)) !== 0);

/** Numbers in the table; 0 always is "the feed does not say". */
export const costNumber: Readonly<Record<CostKind, number>> = { free: 1, some: 2, paid: 3 };
export const wayInNumber: Readonly<Record<WayIn, number>> = { 'drop-in': 1, self: 2, professional: 3 };
export const capacityNumber = { open: 1, waiting: 2, closed: 3 } as const;
/** Properties that a service has or has not. */
export const flag = { remote: 1, interpreters: 2, hidden: 4, small: 8, everywhere: 16 } as const;

/** Whether a service has any of these flags. */
export function hasFlag({ flags }: { readonly flags: Uint8Array }, service: number, wanted: number): boolean {
  return ((flags[service] ?? 0) & wanted) !== 0;
}

/** No upper limit of age; a waiting time that is not said, or longer than this many weeks. */
export const noLimit = 255;
