// /urgent: whom to ring now, by what is happening. The same numbers as in the chat, from dialogs/.
import { redFlagKinds } from '../../content/content.js';
import type { RedFlagKind } from '../../content/content.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Frame } from './pages-parts.js';
import { textPage } from './side-pages.js';
import type { Words } from './words.js';

type ShownKind = Exclude<RedFlagKind, 'emergency'>;

const shownKinds = redFlagKinds.filter((kind): kind is ShownKind => kind !== 'emergency');

function section(kind: ShownKind, { content }: Frame, words: Words): Html | undefined {
  // 999 stands at the top already
  const above = content.redFlags.responses.get('emergency')?.helplines ?? [];
  const ids = content.redFlags.responses.get(kind)?.helplines ?? [];
  const lines = helplineList(
    ids.filter(id => !above.includes(id)),
    content.helplines,
    words,
  );
  return (
    lines &&
    html`<section>
      <h2>${words.t(`page.urgent.${kind}`)}</h2>
      ${lines}
    </section>`
  );
}

/** Help now, in one language. */
export function renderUrgent(frame: Frame, words: Words): Html {
  const body = html`<div class="wm-crisis">
      <p class="wm-lead">${words.t('page.urgent.now')}</p>
      <p>
        <a class="nhsuk-button nhsuk-button--warning" href="tel:999">${words.t('page.helpline.call')} <bdi dir="ltr">999</bdi></a>
      </p>
      <p>${words.t('page.urgent.silent')}</p>
    </div>
    ${shownKinds.map(kind => section(kind, frame, words))}
    <p><a href="/chat?lang=${words.lang}">${words.t('page.urgent.back')}</a></p>`;
  return textPage(frame, words, { title: words.t('button.urgent'), body, path: '/urgent' });
}
