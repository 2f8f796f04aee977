// Whom somebody can ring for a need when nothing near was found: lines for the whole country, from dialogs/helplines.json.
import { html, type Html } from '../channels/pages/html.js';
import type { Content } from '../content/content.js';
import type { Helpline } from '../content/journey/service-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';

/** Somebody to talk to, whatever it is. */
const forAnything = ['samaritans', 'nhs-111-2'];

function line({ name, number, url, text }: Helpline): Html {
  return html`<li><strong>${name}</strong>${number !== undefined && ` ${number}`}${number === undefined && url !== undefined && ` ${url}`}: ${text}</li>`;
}

/** National lines for these needs (dialogs/needs.json names them); those nobody has verified are left out. */
export function nationalLines(asked: readonly NeedKey[], { needs, helplines }: Pick<Content, 'needs' | 'helplines'>): Html {
  const ofNeeds = needs.filter(({ key }) => asked.some(need => need === key)).flatMap(({ lines = [] }) => lines);
  const known = [...new Set([...ofNeeds, ...forAnything])].map(id => helplines.get(id)).filter(each => each !== undefined);
  return html`<div class="national">
    <h2>Lines for the whole country</h2>
    <ul>
      ${known.filter(({ status }) => status !== 'unverified').map(line)}
    </ul>
  </div>`;
}
