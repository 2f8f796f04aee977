// A page of the waiting-room screen leads nowhere else: links to other sites, telephones and mail stay as words.
import { raw } from './html.js';
import type { Html } from './html.js';

/** The same markup, its links out of the product turned into plain text. Only our own markup comes here: everything in it is escaped already. */
export function withoutWaysOut(page: Html): Html {
  return raw(page.toString().replaceAll(/<a\b[^>]*\shref="(?:https?:|tel:|sms:|mailto:)[^>]*>([\s\S]*?)<\/a>/gu, '<span>$1</span>'));
}
