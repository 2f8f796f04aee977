// Which pages may stand in a panel on another site: those of the conversation and what is read beside it. Pages that let somebody in, tell how a
// referral stands, or belong to staff or to a shared screen never do.

const paths: ReadonlySet<string> = new Set([
  '/',
  '/chat',
  '/chat/language',
  '/chat/over',
  '/urgent',
  '/privacy',
  '/accessibility',
  '/web-chat',
]);

/** May the page at this path be framed by the sites of `WAYMARK_EMBED_ORIGINS`? */
export function isFramable(path: string): boolean {
  return paths.has(path.length > 1 ? path.replace(/\/$/u, '') : path);
}
