// The one base of every fault Waymark throws, and its few kinds. Words for patients never live here.

/** A fault with a stable code, structured fields and the cause beneath it. */
export class AppError extends Error {
  readonly code: string;
  readonly fields: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, fields: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
    this.code = code;
    this.fields = fields;
  }
}

/** The store did not answer in time, or said it cannot write. What was being saved may or may not be there. */
export class StoreUnavailable extends AppError {
  constructor(cause?: unknown) {
    super('store-unavailable', 'The store did not answer', {}, cause);
  }
}

/** Files in dialogs/, locales/ or directory/ are wrong. `problems` holds every one, each with its file and place. */
export class ContentError extends AppError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('content', `${String(problems.length)} problem(s) in content:\n${problems.map(p => `  ${p}`).join('\n')}`, {
      count: problems.length,
    });
    this.problems = problems;
  }
}

/** Environment variables are wrong. `problems` holds every one. */
export class ConfigError extends AppError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super('config', `${String(problems.length)} problem(s) in the environment:\n${problems.map(p => `  ${p}`).join('\n')}`, {
      count: problems.length,
    });
    this.problems = problems;
  }
}
