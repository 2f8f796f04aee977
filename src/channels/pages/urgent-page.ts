// /urgent: whom to ring now, by what is happening. The same numbers as in the chat, from dialogs/. It is also what a page looks like when
// something here is broken.
import { redFlagKinds } from '../../content/content.js';
import type { RedFlagKind } from '../../content/content.js';
import { isShown } from '../../safety/open-lines.js';
import { helplineList } from './helpline-list.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Frame } from './pages-parts.js';
import { textPage } from './side-pages.js';
import { sourceLanguage, wordsIn } from './words.js';
import type { Words } from './words.js';

type ShownKind = Exclude<RedFlagKind, 'emergency'>;

const shownKinds = redFlagKinds.filter((kind): kind is ShownKind => kind !== 'emergency');

function section(kind: ShownKind, { content }: Frame, words: Words): Html | undefined {
  // 999 stands at the top already
  const above = content.redFlags.responses.get('emergency')?.helplines ?? [];
  const ids = content.redFlags.responses.get(kind)?.helplines ?? [];
  const shown = ids.filter(id => !above.includes(id) && isShown(content.helplines.get(id)));
  const lines = helplineList({ helplines: shown }, content.helplines, words);
  return (
    lines &&
    html`<section>
      <h2>${words.t(`page.urgent.${kind}`)}</h2>
      ${lines}
    </section>`
  );
}

/** 999 first, then every other kind of help. */
export function urgentHelp(frame: Frame, words: Words): Html {
  return html`<div class="wm-crisis">
      <p class="wm-lead">${words.t('page.urgent.now')}</p>
      <p>
        <a class="nhsuk-button nhsuk-button--warning" href="tel:999">${words.t('page.helpline.call')} <bdi dir="ltr">999</bdi></a>
      </p>
      <p>${words.t('page.urgent.silent')}</p>
      <p>${words.t('page.urgent.deaf')}</p>
    </div>
    ${shownKinds.map(kind => section(kind, frame, words))}
    <p>${words.t('page.start.leave')}</p>`;
}

/** The same once more in English, where nobody has reviewed the words of the language yet. */
function andInEnglish(frame: Frame, words: Words): Html | undefined {
  if (!frame.content.unready.has(words.lang)) return undefined;
  const english = wordsIn(frame.content, sourceLanguage);
  return html`<div lang="${english.lang}" dir="${english.dir}">${urgentHelp(frame, english)}</div>`;
}

/** Help now, in one language. */
export function renderUrgent(frame: Frame, words: Words): Html {
  const body = html`${urgentHelp(frame, words)} ${andInEnglish(frame, words)}
    <p><a href="/chat?lang=${words.lang}">${words.t('page.urgent.back')}</a></p>`;
  return textPage(frame, words, { title: words.t('button.urgent'), body, path: '/urgent' });
}

/** The same where the chat does not work: said first, and nothing leads back into it. */
export function renderUrgentWhileDown(frame: Frame, words: Words): Html {
  const body = html`<p>${words.t('page.urgent.down')}</p>
    ${urgentHelp(frame, words)} ${andInEnglish(frame, words)}`;
  return textPage(frame, words, { title: words.t('button.urgent'), body, path: '/urgent' });
}
