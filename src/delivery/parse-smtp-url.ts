// WAYMARK_SMTP_URL read: the mail server that notices to whoever is on duty go through.
import { AppError } from '../errors.js';

export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte. `starttls`: refused unless the server offers it. `plain-allowed`: this machine itself. */
  readonly security: 'tls' | 'starttls' | 'plain-allowed';
  readonly login?: { readonly user: string; readonly pass: string };
}

/**
 * `smtps://user:password@host:465`, or `smtp://…:587` where the server must offer STARTTLS unless it is this machine.
 * @throws AppError `smtp-url`; its message never shows the URL, which holds the password.
 */
export function parseSmtpUrl(text: string): SmtpPlace {
  if (!URL.canParse(text)) throw wrong('is not a URL');
  const url = new URL(text);
  const tls = url.protocol === 'smtps:';
  if (!tls && url.protocol !== 'smtp:') throw wrong('must begin with smtps:// or smtp://');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (host === '') throw wrong('has no host');
  if (!/^\/?$/u.test(url.pathname) || `${url.search}${url.hash}` !== '') throw wrong('has something after the host');
  const [standard, security] = tls ? ([465, 'tls'] as const) : ([587, isLoopback(host) ? 'plain-allowed' : 'starttls'] as const);
  return { host, port: Number(url.port) || standard, security, ...loginOf(url) };
}

function loginOf({ username, password }: URL): Pick<SmtpPlace, 'login'> {
  if ((username === '') !== (password === '')) throw wrong('needs both a user and a password, or neither');
  return username === '' ? {} : { login: { user: unescaped(username), pass: unescaped(password) } };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/u.test(host);
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw wrong('has a user or password whose percent signs are not written as %25');
  }
}

function wrong(why: string): AppError {
  return new AppError('smtp-url', `WAYMARK_SMTP_URL ${why}`);
}
