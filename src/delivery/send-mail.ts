// Sends one plain mail by SMTP. The only place that knows the mail library.
import { createTransport } from 'nodemailer';
import { AppError } from '../errors.js';
import type { SmtpPlace } from './parse-smtp-url.js';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Names the mail wherever it goes, so that one sent twice can be told: letters, digits and dashes. */
  readonly id: string;
}

/** Resolves when the server has taken the mail. @throws AppError `mail-not-taken` */
export type SendMail = (mail: Mail) => Promise<void>;

/** What a test's own certificate authority needs. */
export interface MailTlsOptions {
  readonly ca?: string;
}

const patienceMs = 10_000;

/** Makes the way to this mail server; a connection for each mail, since they are few. */
export function createSendMail({ host, port, security, login }: SmtpPlace, tls: MailTlsOptions = {}): SendMail {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ...(login && { auth: login }),
    tls: { minVersion: 'TLSv1.2', ...tls },
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ from, to, subject, text, id }) => {
    const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
    try {
      // Answers by machines would only come back to a box that nobody reads for this.
      await transport.sendMail({ from, to, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (fault) {
      throw new AppError('mail-not-taken', 'The mail server did not take the notice', { reason: codeOf(fault) }, fault);
    }
  };
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
}
