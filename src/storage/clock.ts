// Where the store and the outbox worker get the time and say what went wrong: handed in, so that tests can set both.

/** The time now. */
export type Clock = () => Date;

/** What is needed of a log; pino's logger fits. Fields hold ids and outcomes, never words of a person. */
export interface StoreLogger {
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
}

/** A log that keeps nothing, for callers that give none. */
export const silentLogger: StoreLogger = { info: () => undefined, warn: () => undefined, error: () => undefined };
