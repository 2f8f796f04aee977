// The story so far: each question as we put it and the person's answer, which one tap changes. Older answers fold away.
import type { StoryLine } from './conversing.js';
import { html } from './html.js';
import type { Html } from './html.js';
import type { Words } from './words.js';

/** How many of the latest answers stay in sight. */
const inSight = 1;

function answer(line: StoryLine, words: Words): Html {
  const text = html`<span dir="auto">${words.say(line.answer)}</span>`;
  if (!line.changeable) return html`<span class="wm-theirs">${text}</span>`;
  const label = html`<span class="nhsuk-u-visually-hidden">${words.t('page.story.you')}: </span>${text}
    <span class="wm-theirs__change">${words.t('button.change')}</span>`;
  return html`<button class="wm-theirs" name="do" value="change:${line.key}">${label}</button>`;
}

function turn(line: StoryLine, words: Words): Html {
  return html`<li>
    <p class="wm-ours">${words.say(line.question)}</p>
    ${answer(line, words)}
  </li>`;
}

/** The story, newest last. `hidden` are the fields every form of this conversation carries. */
export function renderStory(story: readonly StoryLine[], hidden: Html, words: Words): Html | undefined {
  if (story.length === 0) return undefined;
  const older = story.slice(0, -inSight);
  const list = (lines: readonly StoryLine[]): Html =>
    html`<ol class="wm-turns">
      ${lines.map(line => turn(line, words))}
    </ol>`;
  return html`<form class="wm-story" method="post" action="/chat" data-live aria-label="${words.t('page.story.label')}">
    ${hidden}
    ${
      older.length > 0 &&
      html`<details class="nhsuk-details">
        <summary class="nhsuk-details__summary"><span class="nhsuk-details__summary-text">${words.t('page.story.show')}</span></summary>
        ${list(older)}
      </details>`
    }
    ${list(story.slice(-inSight))}
  </form>`;
}
