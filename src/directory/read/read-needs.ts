// The needs a service serves: by its terms, or, where none of them tells, by the words of its name, else of its description.
import type { NeedKey } from '../../content/journey/needs-schema.js';
import type { IssueList } from './issue-list.js';
import { textIn } from './json-fields.js';
import { mapNeeds, needsInText, type TaxonomyTerm } from './map-needs.js';
import { readAccess } from './read-access.js';
import { readAudience } from './read-audience.js';
import { isRemote } from './read-remote.js';
import type { FeedContext, JsonObject } from './read-result.js';
import { termsOf } from './row-terms.js';

/** A description speaks of much; what it speaks of most is what it is about. */
const mostFromText = 3;

const mostKept = 2_000;
const kept = new Map<string, boolean>();

/** Terms that say something else we read are no gaps in the map of needs. A feed has few of them. */
function isReadElsewhere({ name, taxonomy }: TaxonomyTerm): boolean {
  if (taxonomy === 'attending_type') return true;
  const known = kept.get(name);
  if (known !== undefined) return known;
  if (kept.size >= mostKept) kept.clear();
  const isRead = saysOtherThings(name);
  kept.set(name, isRead);
  return isRead;
}

function saysOtherThings(name: string): boolean {
  const audience = readAudience({ name: '', terms: name, eligibility: '', about: '' });
  return audience.length > 0 || readAccess(name).length > 0 || isRemote([name], []);
}

/** The needs of a cleaned row; notes `unmapped-term`, `needs-from-text` and `no-needs`. */
export function readNeeds(row: JsonObject, context: FeedContext, issues: IssueList): readonly NeedKey[] {
  const { needs, unmapped } = mapNeeds(termsOf(row), context.needs);
  for (const term of unmapped) if (!isReadElsewhere(term)) issues.warn('unmapped-term', 'attributes', term.name);
  if (needs.length > 0) return needs;
  const fromName = needsInText(`${textIn(row, 'name')}. ${textIn(row, 'alternate_name')}`, context.needs);
  const guessed = fromName.length > 0 ? fromName : needsInText(textIn(row, 'description'), context.needs).slice(0, mostFromText);
  issues.warn(guessed.length > 0 ? 'needs-from-text' : 'no-needs', 'attributes', guessed.join(', '));
  return guessed;
}
