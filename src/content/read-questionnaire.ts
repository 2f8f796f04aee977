// A JSON value -> a Questionnaire, with every fault of shape told by linkId. An item type this release cannot hold, or a missing status, is
// one kind sentence and not a failed parse, so that the rest of the file is still checked.
import { questionnaireSchema, type Questionnaire } from './questionnaire-schema.js';

/** What was read: the questionnaire if its shape is right, and the linkIds whose type this release cannot hold. */
export interface ReadQuestionnaire {
  readonly questionnaire?: Questionnaire;
  readonly unheld: ReadonlySet<string>;
  readonly problems: readonly string[];
}

type Raw = Readonly<Record<string, unknown>>;

const heldTypes = new Set(['group', 'display', 'boolean', 'decimal', 'integer', 'date', 'string', 'text', 'choice', 'open-choice']);
const laterTypes = new Set(['dateTime', 'time', 'url', 'attachment', 'reference', 'quantity']);

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(item: Raw): string {
  if (typeof item['linkId'] === 'string') return `item '${item['linkId']}'`;
  return typeof item['text'] === 'string' ? `the item without linkId that asks '${item['text']}'` : 'an item without linkId';
}

function describeType(type: string): string {
  return laterTypes.has(type)
    ? `type '${type}' cannot be asked in this release: it holds ${[...heldTypes].join(', ')}`
    : `type '${type}' is not a FHIR R4 item type`;
}

// Gives items of an unheld type the type `string`, so that the schema can judge everything else about them.
function standIn(item: unknown, unheld: Set<string>, problems: string[], where: string): unknown {
  if (!isRaw(item)) return item;
  const { type } = item;
  const children = Array.isArray(item['item'])
    ? { item: (item['item'] as readonly unknown[]).map(child => standIn(child, unheld, problems, where)) }
    : {};
  if (typeof type !== 'string' || heldTypes.has(type)) return { ...item, ...children };
  problems.push(`${where}: ${nameOf(item)}: ${describeType(type)}`);
  if (typeof item['linkId'] === 'string') unheld.add(item['linkId']);
  return { ...item, ...children, type: 'string' };
}

// Follows a path of the schema's report down to the deepest item it passes; what is left of the path is the field.
function locate(json: unknown, path: readonly PropertyKey[]): string {
  let here = json;
  let name = '';
  let rest = path;
  path.forEach((key, depth) => {
    // An index signature read of whatever stands there: objects and arrays alike answer to their keys.
    here = typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[key] : undefined;
    if (path[depth - 1] === 'item' && isRaw(here)) {
      name = `${nameOf(here)}: `;
      rest = path.slice(depth + 1);
    }
  });
  return rest.length === 0 ? name : `${name}${rest.map(String).join('.')}: `;
}

/** Reads one FHIR R4 Questionnaire; never throws. `where` begins every problem, for example the file's name. */
export function readQuestionnaire(json: unknown, where: string): ReadQuestionnaire {
  const unheld = new Set<string>();
  const problems: string[] = [];
  if (!isRaw(json)) return { unheld, problems: [`${where}: is not a JSON object`] };
  if (json['resourceType'] !== 'Questionnaire') return { unheld, problems: [`${where}: resourceType is not 'Questionnaire'`] };
  const items = Array.isArray(json['item'])
    ? { item: (json['item'] as readonly unknown[]).map(each => standIn(each, unheld, problems, where)) }
    : {};
  if (json['status'] === undefined) problems.push(`${where}: status is missing (draft, active, retired or unknown)`);
  const copy = { ...json, status: json['status'] ?? 'unknown', ...items };
  const parsed = questionnaireSchema.safeParse(copy);
  if (parsed.success) return { questionnaire: parsed.data, unheld, problems };
  for (const issue of parsed.error.issues) problems.push(`${where}: ${locate(copy, issue.path)}${issue.message}`);
  return { unheld, problems };
}
