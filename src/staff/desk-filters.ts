// The desk's one box and its one row of filters; a plain GET form.
import { html, type Html } from '../channels/pages/html.js';
import type { Words } from '../channels/pages/words.js';
import type { Content } from '../content/content.js';
import { sharedValueSets } from '../content/journey/coding-systems.js';
import { accessKinds, weekdays } from '../directory/service.js';
import { deskGroups, longestText, type DeskQuery } from '../directory/desk/desk-query.js';

/** What the form is made of. */
export interface FiltersView {
  readonly query: DeskQuery;
  readonly content: Pick<Content, 'needs' | 'valueSets'>;
  readonly words: Words;
}

type Choice = readonly [value: string, label: string];

function select(name: string, label: string, anything: string, choices: readonly Choice[], chosen: string | undefined): Html {
  return html`<label class="filter"
    ><span>${label}</span>
    <select name="${name}" data-filter>
      <option value="">${anything}</option>
      ${choices.map(([value, words]) => html`<option value="${value}" ${value === chosen && 'selected'}>${words}</option>`)}
    </select></label
  >`;
}

function tick(name: string, label: string, ticked: boolean): Html {
  return html`<label class="tick"><input type="checkbox" name="${name}" value="1" data-filter ${ticked && 'checked'} /> ${label}</label>`;
}

/** Several ticks, folded; how many are set stands on it. */
function ticks(label: string, choices: readonly Choice[], set: readonly string[], prefix: string): Html {
  return html`<details class="fold">
    <summary>${label}${set.length > 0 && ` (${String(set.length)})`}</summary>
    <div class="folded">${choices.map(([value, words]) => tick(`${prefix}-${value}`, words, set.includes(value)))}</div>
  </details>`;
}

function spoken({ valueSets }: Pick<Content, 'valueSets'>): readonly Choice[] {
  const options = valueSets?.get(sharedValueSets.spokenLanguages) ?? [];
  return options.flatMap(({ code, label }) => (code.startsWith('en') ? [] : [[code, label] as const]));
}

function filters({ query: { filters: set }, content, words }: FiltersView): Html {
  const needs = content.needs.map(({ key, label }): Choice => [key, label]);
  const person: readonly Choice[] = [
    ['women', 'a woman'],
    ['men', 'a man'],
  ];
  const age = set.age === undefined ? '' : String(set.age);
  return html`<div class="filters" role="group" aria-label="Filters, all optional">
    ${select('need', 'Need', 'any', needs, set.need)}
    <label class="filter age"><span>Age</span> <input name="age" inputmode="numeric" maxlength="3" autocomplete="off" value="${age}" data-filter /></label>
    ${select('speaks', 'Speaks', 'English', spoken(content), set.speaks)} ${select('gender', 'Person is', 'not said', person, set.gender)}
    ${tick('free', 'Free only', set.freeOnly)} ${tick('home', 'Cannot travel', set.staysHome)} ${tick('self', 'No referral', set.withoutReferral)}
    ${ticks(
      'Days',
      weekdays.map((day): Choice => [day, words.t(`near.day.${day}`)]),
      set.days,
      'day',
    )}
    ${ticks(
      'Access',
      accessKinds.map((kind): Choice => [kind, words.t(`near.access.${kind}`)]),
      set.access,
      'access',
    )}
    ${ticks(
      'Groups',
      deskGroups.map((kind): Choice => [kind, words.t(`near.for.${kind}`)]),
      set.groups,
      'group',
    )}
  </div>`;
}

/** The form; the buttons of the results and of the leaflet belong to it too. */
export function deskForm(view: FiltersView): Html {
  const { text, known, leaflet } = view.query;
  return html`<form class="ask" id="desk" method="get" action="/desk" role="search" autocomplete="off">
    <input type="hidden" name="s" value="${leaflet.picks.join(',')}" />
    ${known.length > 0 && html`<input type="hidden" name="known" value="${known.join(',')}" />`}
    <div class="box">
      <label for="q">What is needed? Words in any language, a name, a postcode</label>
      <input class="field" id="q" name="q" type="search" maxlength="${longestText}" value="${text}" autofocus spellcheck="false" aria-describedby="keys" />
      <button>Search</button>
      <a class="fresh-start" href="/desk">Next patient</a>
    </div>
    ${filters(view)}
    <p class="hint keys" id="keys">
      Keys: <kbd>↓</kbd> <kbd>↑</kbd> through the results, <kbd>Enter</kbd> adds to the leaflet, <kbd>P</kbd> prints it, <kbd>S</kbd> sends it,
      <kbd>Esc</kbd> clears the box
    </p>
  </form>`;
}
