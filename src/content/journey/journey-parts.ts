// dialogs/journey.json as the parts it is made of: one group for each, holding one display that names the part's questionnaire.
import { prefixName, readPrefix } from '../modular/link-id-prefix.js';
import { readNamedExpression } from '../modular/modular-extensions.js';
import { subQuestionnaireOf } from '../modular/modular-rules.js';
import { modularUrls } from '../modular/modular-urls.js';
import type { Questionnaire, QuestionnaireItem } from '../forms/questionnaire-schema.js';

/** Where the journey stands, as problems name it. */
export const journeyFile = 'dialogs/journey.json';

/** valueBoolean, on the group of a part: false where its answers are not shown at "check your answers". */
export const reviewUrl = 'https://waymark.example/fhir/StructureDefinition/review';

/** valueBoolean, on the group of a part: true where a form of all questions shows nothing that comes after it until it is answered. */
export const gateUrl = 'https://waymark.example/fhir/StructureDefinition/gate';

/** One part as the journey names it. */
export interface NamedPart {
  /** linkId of its group, and the prefix of its linkIds. */
  readonly id: string;
  /** Its questionnaire: `url` or `url|version`. */
  readonly canonical: string;
  readonly review: boolean;
  readonly gate: boolean;
}

function prefixOf(group: QuestionnaireItem): string | undefined {
  const variables = (group.extension ?? []).filter(({ url }) => url === modularUrls.variable).map(readNamedExpression);
  const expression = variables.find(({ name }) => name === prefixName)?.expression;
  return expression === undefined ? undefined : readPrefix(expression, '');
}

function readPart(group: QuestionnaireItem, problems: string[]): NamedPart | undefined {
  const id = group.linkId;
  const complain = (fault: string) => void problems.push(`${journeyFile}: part '${id}': ${fault}`);
  const [display, ...others] = group.item ?? [];
  const canonical = display && subQuestionnaireOf(display);
  if (group.type !== 'group' || canonical === undefined || others.length > 0) {
    complain('must be a group with one item inside, a display that names its questionnaire (sdc-questionnaire-subQuestionnaire)');
    return undefined;
  }
  if (!/^[a-z\d][a-z\d-]*$/u.test(id)) complain('its linkId must be small letters, digits and hyphens');
  if (prefixOf(group) !== `${id}.`) complain(`its variable linkIdPrefix must be '${id}.', in quotes`);
  const review = (group.extension ?? []).every(({ url, valueBoolean }) => url !== reviewUrl || valueBoolean !== false);
  const gate = (group.extension ?? []).some(({ url, valueBoolean }) => url === gateUrl && valueBoolean === true);
  return { id, canonical, review, gate };
}

/** The parts in their order, each id once, and what is wrong with the way they are named. */
export function readParts(journey: Questionnaire): { readonly parts: readonly NamedPart[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const parts: NamedPart[] = [];
  for (const group of journey.item) {
    const part = readPart(group, problems);
    // A linkId that stands twice is told by the check of the file; the first one counts.
    if (part !== undefined && !parts.some(({ id }) => id === part.id)) parts.push(part);
  }
  return { parts, problems };
}
