// Whether a service's address must never be known: refuges, safe houses, accommodation from domestic abuse, or a mark that says so. Somebody may
// be killed over it, so the safest reading wins: one such word anywhere is enough, and advice that only speaks of refuges loses its address too.
import { foldText } from '../../text/fold-text.js';
import { foldOnce } from './fold-once.js';
import { isObject } from './json-fields.js';
import type { JsonObject } from './read-result.js';
import { isUuid } from './stable-uuid.js';

const place =
  /\brefuges?\b|\bsafe[- ]?houses?\b|\bsafe (?:accommodation|housing)\b|\bwomen'?s (?:shelter|hostel)s?\b|\bsanctuary accommodation\b/u;
const secret =
  /\b(?:confidential|secret|undisclosed|withheld|hidden|protected|private) (?:address|location|venue|premises)(?:es)?\b|\b(?:address|location|venue|whereabouts)(?:es)? (?:is |are |must be |will be |to be |has been )?(?:kept |held )?(?:confidential|secret|undisclosed|withheld|hidden|protected|not (?:be )?(?:disclosed|published|public|shared|given))|\b(?:do|must) not (?:publish|share|disclose|give out) (?:this |the |our )?(?:address|location)\b/u;
const abuse =
  /\b(?:domestic (?:abuse|violence)|fleeing (?:abuse|violence)|violence against women|vawg|forced marriage|honou?r[- ]based|trafficking|modern slavery|abusive (?:partner|relationship)s?)\b/u;
const roof =
  /\b(?:accommodation|hostels?|shelters?|safe (?:space|place|home)s?|supported housing|emergency housing|temporary housing|crisis (?:house|bed)s?|residential|bed ?spaces?|rooms? for)\b/u;
/** The beginnings of all of them. */
const suspect =
  /refuge|safe|shelter|hostel|sanctuary|confidential|secret|undisclosed|withheld|hidden|protected|private|disclose|publish|share|give out|public|abus|violence|vawg|forced|honou?r|traffick|slavery/iu;
const notAscii = /[^\x20-\x7E\s]/u;
const shortestSuspect = 4;
const markKey = /confidential|secret|hide_?address|hidden|sensitive|address_?withheld|not_?public/iu;
const yes = /^(?:true|yes|y|1)$/iu;
const longestText = 20_000;
const deepest = 12;

function isYes(value: unknown): boolean {
  return value === true || value === 1 || (typeof value === 'string' && yes.test(value.trim()));
}

/** What a row says: texts that could hold such a word, and whether a field marks it confidential. */
class Survey {
  readonly suspects: string[] = [];
  marked = false;
  readonly #heard = new Set<string>();

  look(value: unknown, depth = 0): void {
    if (typeof value === 'string') this.#hear(value);
    if (depth > deepest || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const each of value) this.look(each, depth + 1);
    else this.#lookWithin(value as JsonObject, depth);
  }

  #lookWithin(object: JsonObject, depth: number): void {
    for (const key of Object.keys(object)) {
      const each = object[key];
      if (markKey.test(key) && isYes(each)) this.marked = true;
      if (typeof each !== 'string') this.look(each, depth + 1);
      else if (!key.endsWith('id') || !isUuid(each)) this.#hear(each);
    }
  }

  /** Most texts hold none of the beginnings of such words and need not be looked at closely. */
  #hear(text: string): void {
    if (text.length < shortestSuspect || this.#heard.has(text)) return;
    this.#heard.add(text);
    const start = text.length > longestText ? text.slice(0, longestText) : text;
    if (suspect.test(start) || notAscii.test(start)) this.suspects.push(start);
  }
}

/** Whether anything in the row, unknown fields included, says that its address is not to be known. Both the feed's row and the cleaned one are read. */
export function isHidden(rows: readonly JsonObject[]): boolean {
  const survey = new Survey();
  for (const row of rows) survey.look(row);
  if (survey.marked) return true;
  const folded = survey.suspects.map(foldOnce);
  if (folded.some(text => place.test(text) || secret.test(text))) return true;
  // Accommodation is spoken of in one field and abuse in another ("Housing: rooms" / "Circumstances: domestic abuse"); titles say it apart
  const abusive = folded.filter(text => abuse.test(text));
  if (abusive.length === 0) return false;
  return abusive.some(text => text.split(/[.;]\s/u).some(sentence => abuse.test(sentence) && roof.test(sentence))) || titlesTell(rows);
}

/**
 * Whether a hidden service is itself the house nobody may know, by a mark, its own words about its address, or its titles. One that only speaks of
 * refuges, in a library perhaps, is none: what else its organisation does there need not be hidden.
 */
export function isSecretHouse(rows: readonly JsonObject[]): boolean {
  const survey = new Survey();
  for (const row of rows) survey.look(row);
  return survey.marked || survey.suspects.some(text => secret.test(foldOnce(text))) || place.test(titlesIn(rows)) || titlesTell(rows);
}

function titlesIn(rows: readonly JsonObject[]): string {
  return rows.map(row => foldText(titlesOf(row).join('; '))).join('; ');
}

function titlesTell(rows: readonly JsonObject[]): boolean {
  const titles = titlesIn(rows);
  return abuse.test(titles) && roof.test(titles);
}

/** Names of the service, its organisation, its locations and its terms. */
function titlesOf(value: unknown, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap(each => titlesOf(each, depth + 1));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'name' && typeof each === 'string' ? [each] : titlesOf(each, depth + 1)));
}
