// What a request to the Direct Line host is told when it is refused: the shape of Direct Line 3.0 (`ErrorResponse`).

/** An answer of the host. `body` undefined: none. */
export interface LineReply {
  readonly status: number;
  readonly body?: object;
}

export type LineFault =
  | 'bad-request'
  | 'missing-token'
  | 'invalid-token'
  | 'expired-token'
  | 'foreign-token'
  | 'foreign-origin'
  | 'secret-in-browser'
  | 'no-secret'
  | 'not-renewed'
  | 'no-conversation'
  | 'no-uploads'
  | 'too-many'
  | 'unavailable';

const faults: Readonly<Record<LineFault, readonly [status: number, code: string, message: string]>> = {
  'bad-request': [400, 'BadArgument', 'The body or a parameter could not be read.'],
  'missing-token': [401, 'MissingToken', 'Send a token or a secret: Authorization: Bearer …'],
  'invalid-token': [403, 'InvalidToken', 'The token or the secret is not valid.'],
  'expired-token': [403, 'TokenExpired', 'The token has expired.'],
  'foreign-token': [403, 'ForeignToken', 'The token is for another conversation.'],
  'foreign-origin': [403, 'ForeignOrigin', 'This page may not use this service or this token.'],
  'secret-in-browser': [403, 'SecretInBrowser', 'A secret is for servers only. Give browsers a token.'],
  'no-secret': [
    403,
    'NoSecret',
    'Tokens are generated for callers on this machine only until a secret is configured, and never so in production.',
  ],
  'not-renewed': [403, 'TokenTooOld', 'The token cannot be renewed any longer. Start again.'],
  'no-conversation': [404, 'ConversationNotFound', 'There is no such conversation, or it is over.'],
  'no-uploads': [415, 'UploadNotSupported', 'Files are not taken here. Nothing was kept.'],
  'too-many': [429, 'TooManyRequests', 'Too many requests. Try again in a moment.'],
  unavailable: [503, 'ServiceUnavailable', 'The service cannot answer just now. Send it again in a moment.'],
};

/** The refusal. */
export function lineFault(fault: LineFault): LineReply {
  const [status, code, message] = faults[fault];
  return { status, body: { error: { code, message } } };
}
