// The code that names a conversation in a browser: 65 random bits in Crockford's base 32, kept in a cookie that dies with the browser.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 13;

/**
 * A new conversation code.
 * @param entropy at least 17 random hexadecimal digits.
 */
export function makeCode(entropy: string): string {
  let bits = BigInt(`0x${entropy.slice(0, 17)}`);
  let code = '';
  while (code.length < codeLength) {
    code += alphabet.charAt(Number(bits % 32n));
    bits /= 32n;
  }
  return code;
}

/** The code, if this text is one. */
export function parseCode(text: string): string | undefined {
  return /^[0-9A-HJKMNP-TV-Z]{13}$/u.test(text) ? text : undefined;
}

/** The name the conversation has behind the pages. */
export function conversationId(code: string): string {
  return `web:${code}`;
}

/** What the cookie is called. */
export function sessionName(secure: boolean): string {
  return secure ? '__Host-waymark' : 'waymark';
}

/** The conversation code in a request's cookie, if it is one. */
export function readSession(cookies: Readonly<Record<string, string>>, secure: boolean): string | undefined {
  const value = cookies[sessionName(secure)];
  return value === undefined ? undefined : parseCode(value);
}

function cookie(value: string, secure: boolean, rest = ''): string {
  return `${sessionName(secure)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}${rest}`;
}

/** Set-Cookie line that keeps the conversation until the browser closes. */
export function sessionCookie(code: string, secure: boolean): string {
  return cookie(code, secure);
}

/** Set-Cookie line that forgets it. */
export function forgetSession(secure: boolean): string {
  return cookie('', secure, '; Max-Age=0');
}
