// The engine's messages often quote the values they stumbled over, and these are answers. Only what says nothing about a value passes on.

const safe: readonly RegExp[] = [
  /^Attempting to access an undefined environment variable: [\w-]+/u,
  /^Not implemented: \w+/u,
  /^Expected (?:a )?single(?: text)?$/u,
  /^Expected (?:a )?(?:text|\w+(?= ?, but got))/u,
  /^Unexpected collection/u,
  /^Unary [+-] can only be applied to [\w ,]+/u,
  /^The asynchronous function "\w+" is not allowed/u,
  /^"[\w.]+" cannot be resolved to a valid type identifier/u,
  /^\w+ expects no params$/u,
  /^(?:Environment )?Variable %\w+ already defined$/u,
  /^error parsing regexp: [a-z ()]+/iu,
  /^flags of a pattern are i and m$/u,
  /^Maximum call stack size exceeded$/u,
  /^Cannot (?=\[)/u,
  /^Cannot convert (?=.* to a number$)/su,
];

const replaced: Readonly<Record<string, string>> = {
  'Cannot ': 'Cannot compute with these values',
  'Cannot convert ': 'Cannot convert a value to a number',
};

/** The part of an engine's message that holds no answer. */
export function safeMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  for (const shape of safe) {
    const [found] = shape.exec(message) ?? [];
    if (found !== undefined) return replaced[found] ?? found;
  }
  return 'It cannot be evaluated with these answers';
}
