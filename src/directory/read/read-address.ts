// Addresses of the web, of mail and telephone numbers of a feed: made valid, or nothing.

const scheme = /^[a-z][a-z0-9+.-]*:/iu;
const domain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/iu;
const mail = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?<host>[^@\s]+)$/iu;
/** Addresses with nothing to mend, which nearly all are. */
const plain = /^https?:\/\/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}(?:[/?][\w\-.~:/?@!$&'()*+,;=]*)?$/iu;
/** Addresses that need no escaping. */
const clean = /^[\w\-.~:/?@!$&'()*+,;=]*(?:#[\w\-.~:/?@!$&'()*+,;=]*)?$/u;
/** What no part of an address may hold as it stands (RFC 3986). */
const escaped = /%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]|(?<=#[^#]*)#/giu;

function withScheme(raw: string): string {
  const text = raw
    .trim()
    .replace(/^(?:https?:\/*)?(?=https?:\/\/)/iu, '')
    .replace(/^(https?):\/*/iu, '$1://');
  const schemed = scheme.test(text) && !/^[^/]+:\d+(?:\/|$)/u.test(text);
  return schemed || text === '' ? text : `https://${text.replace(/^\/+/u, '')}`;
}

function isPublic({ hostname, username, password }: URL): boolean {
  return domain.test(hostname) && username === '' && password === '';
}

/** An http or https address, with its scheme; undefined where it can be none. "www.example.org" is one. */
export function readUrl(raw: string): string | undefined {
  if (raw.length > 2000) return undefined;
  if (plain.test(raw)) return raw;
  const whole = withScheme(raw);
  if (/\s/u.test(whole) || !/^https?:\/\//iu.test(whole) || !URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  if (!isPublic(url)) return undefined;
  if (clean.test(whole)) return whole;
  return (/[^\x21-\x7E]/u.test(whole) ? url.href : whole).replace(escaped, encodeURIComponent);
}

function isMail(text: string): boolean {
  const host = text.length > 254 ? undefined : mail.exec(text)?.groups?.['host'];
  return host !== undefined && domain.test(host);
}

/** An e-mail address; undefined where it is none. "mailto:" goes; of several the first is taken. */
export function readEmail(raw: string): string | undefined {
  if (isMail(raw)) return raw;
  const [first = ''] = raw
    .trim()
    .replace(/^mailto:/iu, '')
    .split(/[\s,;]+/u);
  const text = first
    .slice(0, 300)
    .replace(/[.<>]+$/u, '')
    .replace(/^</u, '');
  return isMail(text) ? text : undefined;
}

/** Telephone numbers in a text, as written: "020 7946 0000 / 07700 900123" is two. Nothing with fewer than three digits is one. */
export function readPhones(raw: string): readonly string[] {
  return raw
    .replace(/^tel:/iu, '')
    .split(/\s*(?:[/;,|]|\bor\b)\s*/iu)
    .map(each => each.trim())
    .filter(each => {
      const digits = each.replace(/\D/gu, '').length;
      return digits >= 3 && digits <= 20 && each.length <= 60;
    });
}
