// A heading of any level, so that a part of a page can stand at more than one depth.
import { html, raw } from './html.js';
import type { Html, Part } from './html.js';

/** The heading; more attributes of ours may follow its class. */
export function heading(level: number, className: string, content: Part, attributes = ''): Html {
  const tag = raw(`h${String(level)}`);
  return html`<${tag} class="${className}"${raw(attributes)}>${content}</${tag}>`;
}
