// Which sites may show Waymark inside a page of their own, and speak to it from there. An origin stands in a Content-Security-Policy as it
// is written here, so nothing but an origin is taken.
import { z } from 'zod';

/** A name or address as browsers write it; whatever else a URL allows there could be read as another word of a policy. */
const hostName = /^([a-z\d]([a-z\d.-]*[a-z\d])?|\[[\da-f:.]+\])$/u;
const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What is wrong with one entry; undefined: nothing. */
function faultOf(text: string): string | undefined {
  if (text.includes('*')) return 'is a pattern: name each site in full';
  if (!URL.canParse(text)) return 'is no address: write https:// and the name of the site';
  const { protocol, hostname, href, origin } = new URL(text);
  if (!hostName.test(hostname)) return 'has a name no site has';
  if (protocol !== 'https:' && !(protocol === 'http:' && thisMachine.has(hostname))) {
    return 'must begin with https:// (http:// is taken for this machine alone, to try it out)';
  }
  return href === `${origin}/` ? undefined : 'must end after the name of the site (and its port, if it has one)';
}

/** `https://www.example.nhs.uk, https://example.org:8443` as origins, each once, in the order given. */
const origins = z
  .string()
  .default('')
  .transform((text, context) => {
    const entries = text.split(',').map(entry => entry.trim());
    const named = entries.filter(entry => entry !== '');
    named.forEach((entry, at) => {
      const fault = faultOf(entry);
      if (fault !== undefined) context.issues.push({ code: 'custom', message: `site ${String(at + 1)} ${fault}`, input: undefined });
    });
    return [...new Set(named.flatMap(entry => (URL.canParse(entry) ? [new URL(entry).origin] : [])))];
  });

/** The variables. */
export const embedVariables = {
  WAYMARK_EMBED_ORIGINS: origins,
  WAYMARK_WEB_CHAT: z.string().optional(),
};
