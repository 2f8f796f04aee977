// The form in which somebody writes down what was done about red flags. Each outcome has a field of its own, so that it works without scripts.
import { html, type Html } from '../channels/pages/html.js';
import type { PageRequest } from '../channels/pages/page.js';
import { flagOutcomes, type FlagOutcome } from '../delivery/flagged.js';
import { detailLength } from '../delivery/change-record.js';
import { detailField, outcomeWords } from './flag-outcomes.js';
import { text } from './read-change.js';

/** A form that could not be kept: what is missing, and what was written. */
export interface FlagFault {
  readonly say: string;
  readonly given: PageRequest['form'];
}

/** The fields and the button; whoever places them puts the form round them. */
export function flagFields(fault?: FlagFault): Html {
  const given = fault?.given ?? {};
  return html`${fault && html`<p class="error" id="flag-fault" role="alert">${fault.say}</p>`}
    <fieldset${fault && html` aria-describedby="flag-fault"`}>
      <legend>What was done about the red flags?</legend>
      ${flagOutcomes.map(outcome => choice(outcome, given))}
    </fieldset>
    <button name="do" value="close-flags">Keep this</button>`;
}

function choice(outcome: FlagOutcome, given: PageRequest['form']): Html {
  const { label, detail } = outcomeWords[outcome];
  const [radio, field] = [`outcome-${outcome}`, detailField(outcome)];
  const checked = text(given, 'outcome') === outcome && html` checked`;
  return html`<div class="choice">
      <input type="radio" id="${radio}" name="outcome" value="${outcome}" required${checked} /><label for="${radio}">${label}</label>
    </div>
    <div class="of-choice">
      <label for="${field}">${detail}</label>
      <input class="field" id="${field}" name="${field}" maxlength="${detailLength}" dir="auto" autocomplete="off" value="${text(given, field)}" />
    </div>`;
}
