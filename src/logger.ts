// The log: one JSON object a line on standard output, ids and outcomes only. Whatever a person typed or is called is cut out here a second
// time, in case a caller should ever hand it over.
import { pino, type Logger } from 'pino';
import type { LogLevel } from './config.js';
import { AppError } from './errors.js';

export type { Logger } from 'pino';

const personal = [
  'text',
  'name',
  'phone',
  'email',
  'address',
  'answer',
  'answers',
  'value',
  'body',
  'form',
  'query',
  'words',
  'dateOfBirth',
  'postcode',
];
const secret = ['cookie', 'cookies', 'authorization', 'token', 'password', 'key', 'code'];

/** Every path at the top of a logged object and up to two levels below it. */
const redacted = [...personal, ...secret].flatMap(field => [field, `*.${field}`, `*.*.${field}`]);

/** The product's logger. `destination` is for tests: anything with a `write`. */
export function createLogger(level: LogLevel, destination?: { write: (line: string) => void }): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: redacted, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeFault, req: () => undefined, res: () => undefined },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What may be said of a fault: its kind, its stable code and where it arose; the message only of our own faults, whose wording is fixed. */
export function describeFault(fault: unknown): Readonly<Record<string, unknown>> {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const told = fault instanceof AppError ? { fault: fault.code, message: fault.message } : {};
  const cause = fault.cause === undefined ? {} : { cause: describeFault(fault.cause) };
  return { kind: fault.name, ...told, at: framesOf(fault), ...cause };
}

function framesOf(fault: Error): readonly string[] {
  const lines = (fault.stack ?? '').split('\n').map(line => line.trim());
  return lines.filter(line => line.startsWith('at ')).slice(0, 8);
}
