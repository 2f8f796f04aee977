// What a page can say by itself when the connection is gone: an answer is kept and sent later, and whom to ring now. Telephones ring and text
// without it. The script shows these; they lie in every page, as there is nothing to fetch them by when they are needed.
import { isShown } from '../../safety/open-lines.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Frame } from './pages-parts.js';
import type { Words } from './words.js';

/** Beside the form whose answer is kept. A red flag in it is heard only when it is sent, so the number is said at once. */
function answerKept(words: Words): Html {
  return html`<template id="offline"><p data-offline>${words.t('page.trouble.offline')}</p><p>${words.t('page.urgent.now')} <a href="tel:999">${words.t('page.helpline.call')} <bdi dir="ltr">999</bdi></a></p></template>`;
}

/** In place of the page of urgent help, which cannot be fetched. */
function urgentHelp({ content }: Frame, words: Words): Html {
  const { responses } = content.redFlags;
  const known = [...(responses.get('self-harm')?.helplines ?? []), ...(responses.get('abuse')?.helplines ?? []).slice(0, 2)];
  const helplines = [...new Set(known)].filter(id => isShown(content.helplines.get(id)));
  return html`<template id="urgent-offline"><section class="wm-crisis" data-urgent-offline aria-labelledby="urgent-now"><h2 id="urgent-now" tabindex="-1">${words.t('button.urgent')}</h2><p>${words.t('page.urgent.now')}</p><p>${words.t('page.urgent.silent')}</p>${helplineList({ helplines }, content.helplines, words)}</section></template>`;
}

/** Both, unseen until the script needs them. */
export function withoutConnection(frame: Frame, words: Words): Html {
  return html`${answerKept(words)}${urgentHelp(frame, words)}`;
}
