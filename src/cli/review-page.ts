// The reviewer's page: self-contained, without script, for a screen or for paper. Each row has a box to tick and a line for remarks.
import { html, raw } from '../channels/pages/html.js';
import type { Html } from '../channels/pages/html.js';
import type { Review } from '../content/review/read-review.js';
import type { ReviewGroup, ReviewPart, ReviewRow, ReviewSection } from '../content/review/review-material.js';
import { reviewStyles } from './review-styles.js';

type Locale = Review['locale'];

const parts: Readonly<Record<ReviewPart, { readonly title: string; readonly what: string }>> = {
  crisis: {
    title: 'Said in a crisis',
    what: 'Somebody may be in danger when they read these. Each must be calm, plain and exactly right.',
  },
  permission: {
    title: 'Permission',
    what: 'People decide by these words what happens to what they told us. Nothing may be promised that the English does not promise.',
  },
  content: { title: 'The questions', what: 'In the order in which they are asked.' },
  product: { title: 'The product’s own sentences', what: 'Buttons, help, errors, letters and pages.' },
  listen: {
    title: 'What is listened for',
    what: 'What people may type for yes, no, not sure, a command, a number, a month. Add what is missing; strike out what means something else.',
  },
  needs: { title: 'What people say when they need something', what: 'Phrases that point to a need. Strike out what nobody says.' },
  'red-flags': {
    title: 'What people say in danger',
    what: 'Rules, and sentences each must find or must not find. Add sentences you would expect to hear, in dialect and slang too.',
  },
};

const placeholder = /(\{\{\w+\}\})/u;

/** Placeholders stand apart and keep their direction, so that they can be compared letter by letter. */
function words(text: string): readonly Html[] {
  return text
    .split(placeholder)
    .filter(piece => piece !== '')
    .map(piece => (placeholder.test(piece) ? html`<bdi class="hole" dir="ltr">${piece}</bdi>` : html`${piece}`));
}

function texts(all: readonly string[]): Html {
  return html`${all.map(text => html`<p>${words(text)}</p>`)}`;
}

/** Long lists run on in a paragraph. */
function list(all: readonly string[]): Html {
  return html`<p>${all.map((text, at) => html`${at > 0 && ' · '}<bdi>${text}</bdi>`)}</p>`;
}

const asLists: ReadonlySet<ReviewPart> = new Set(['listen', 'needs']);

/** A sentence must be there; a list may be one this language has no use for. */
function nothing(part: ReviewPart): Html {
  return asLists.has(part) ? html`<td>none listed</td>` : html`<td class="missing">missing</td>`;
}

function row({ what, english, own }: ReviewRow, part: ReviewPart, { tag, dir }: Locale): Html {
  const show = asLists.has(part) ? list : texts;
  return html`<tr>
    <th scope="row"><code>${what}</code></th>
    <td lang="en-GB" dir="ltr">${show(english)}</td>
    ${own.length === 0 ? nothing(part) : html`<td lang="${tag}" dir="${dir}">${show(own)}</td>`}
    <td class="tick"><span class="box"></span></td>
    <td class="remark"></td>
  </tr>`;
}

function group({ heading, file, rows }: ReviewGroup, part: ReviewPart, locale: Locale): Html {
  return html`<tbody>
    <tr class="group">
      <th colspan="5" scope="rowgroup"><b>${heading}</b> <code>locales/${locale.tag}/${file}</code></th>
    </tr>
    ${rows.map(one => row(one, part, locale))}
  </tbody>`;
}

function table(groups: readonly ReviewGroup[], part: ReviewPart, locale: Locale): Html {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Where</th>
        <th scope="col">English</th>
        <th scope="col">${locale.englishName}</th>
        <th scope="col">Right</th>
        <th scope="col">Remarks</th>
      </tr>
    </thead>
    ${groups.map(one => group(one, part, locale))}
  </table>`;
}

function statusOf(part: ReviewPart, { review }: Locale): string {
  const status = review[part];
  return status.status === 'reviewed' ? `reviewed by ${status.by} on ${status.on}` : 'draft';
}

function section({ part, groups }: ReviewSection, locale: Locale): Html {
  const { title, what } = parts[part];
  return html`<section id="${part}">
    <h2>${title} <small>part <code>${part}</code>: ${statusOf(part, locale)}</small></h2>
    <p>${what}</p>
    ${table(groups, part, locale)}
    <p class="signed">${title}: read by ______________________________ on ____________________</p>
  </section>`;
}

function contents(sections: readonly ReviewSection[]): Html {
  const count = ({ groups }: ReviewSection): number => groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return html`<ol>
    ${sections.map(one => html`<li><a href="#${one.part}">${parts[one.part].title}</a> (${count(one)})</li>`)}
  </ol>`;
}

function telephone({ interpreter, tag, dir }: Locale): Html | undefined {
  return (
    interpreter &&
    html`<p>
      On the telephone people are told to say “${interpreter.english}”, which is written as it sounds:
      <b lang="${tag}" dir="${dir}">${interpreter.sounds}</b>. Read it aloud: would you be understood?
    </p>`
  );
}

function afterwards({ tag }: Locale): Html {
  const example = '"crisis": { "status": "reviewed", "by": "Your name", "on": "2026-12-01" }';
  return html`<section>
    <h2>When you have finished</h2>
    <ol>
      <li>Send the pages with your remarks, or a copy of this file with them written in, to whoever asked you to review. Or correct the files in <code>locales/${tag}/</code> yourself and send the change.</li>
      <li>Corrections are checked with <code>npm run -s waymark -- check</code>.</li>
      <li>When a part is right, somebody sets it in <code>locales/${tag}/locale.json</code> under <code>review</code>, with your name and the day: <code>${example}</code>. The parts are those named in the headings above.</li>
      <li>Only once <code>permission</code> and <code>crisis</code> are reviewed is the language offered to patients as a conversation.</li>
    </ol>
  </section>`;
}

/** The whole page. */
export function renderReview({ locale, sections }: Review): Html {
  const title = `Review of ${locale.englishName} (${locale.tag})`;
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <style>${raw(reviewStyles)}</style>
      </head>
      <body>
        <h1>${title} <span lang="${locale.tag}" dir="${locale.dir}">${locale.name}</span></h1>
        <p>
          Every sentence stands beside its English. Tick what is right. Write beside it what is not, or what you would say instead. What stands in
          <bdi class="hole" dir="ltr">{{braces}}</bdi> is filled in later and must stay as it is. Judge what it says to a frightened person on a small
          telephone, not how close it is to the English.
        </p>
        ${telephone(locale)} ${contents(sections)} ${sections.map(one => section(one, locale))} ${afterwards(locale)}
      </body>
    </html>`;
}
