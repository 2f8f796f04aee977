// A JSON value -> a Questionnaire, with every fault of shape told by linkId. What cannot be read is told and left out, so that the rest of
// the file is still checked.
import { itemTypes, questionnaireSchema, type Questionnaire } from './questionnaire-schema.js';
import { isRecord } from './read-extension.js';

/** What was read: the questionnaire if anything of it can be judged, and the linkIds of items of which something was left out. */
export interface ReadQuestionnaire {
  readonly questionnaire?: Questionnaire;
  readonly unread: ReadonlySet<string>;
  readonly problems: readonly string[];
}

type Raw = Record<string, unknown>;

const mostItems = 5000;
const deepest = 60;
const longestLinkId = 255;
const statuses = ['draft', 'active', 'retired', 'unknown'];
const types: ReadonlySet<unknown> = new Set(itemTypes);

function nameOf(item: Readonly<Raw>): string {
  const { linkId, text } = item;
  if (typeof linkId === 'string' && linkId !== '') return `item '${linkId.slice(0, longestLinkId)}'`;
  return typeof text === 'string' ? `the item without linkId that asks '${text.slice(0, 100)}'` : 'an item without linkId';
}

// Without recursion: a hostile file may be nested deeper than the stack is.
function tooLarge(json: Readonly<Raw>): string | undefined {
  const waiting: { readonly items: unknown; readonly depth: number }[] = [{ items: json['item'], depth: 1 }];
  let count = 0;
  for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
    const { items, depth } = level;
    if (!Array.isArray(items)) continue;
    if (depth > deepest && items.length > 0) return `items are nested deeper than ${String(deepest)}`;
    count += items.length;
    if (count > mostItems) return `has more than ${String(mostItems)} items`;
    for (const item of items as readonly unknown[]) if (isRecord(item)) waiting.push({ items: item['item'], depth: depth + 1 });
  }
  return undefined;
}

class Reader {
  readonly problems: string[] = [];
  readonly unread = new Set<string>();

  constructor(readonly where: string) {}

  tell(problem: string): void {
    this.problems.push(`${this.where}: ${problem}`);
  }

  /** Copies of items in which linkId, type and the list of items inside are sound; `place` names one without a linkId. */
  items(list: unknown, owner: string, place: string): readonly Raw[] | undefined {
    if (list === undefined) return undefined;
    if (!Array.isArray(list)) {
      this.tell(`${owner}item is not a list`);
      return undefined;
    }
    return (list as readonly unknown[]).flatMap((item, at): Raw[] => this.#item(item, `${place}item[${String(at)}]`));
  }

  #item(item: unknown, place: string): Raw[] {
    if (!isRecord(item)) {
      this.tell(`${place} is not a JSON object`);
      return [];
    }
    const copy: Raw = { ...item, linkId: this.#linkId(item, place) };
    copy['type'] = this.#type(item, String(copy['linkId']));
    const inside = this.items(item['item'], `${nameOf(item)}: `, `${place}.`);
    if (inside === undefined) delete copy['item'];
    else copy['item'] = inside;
    return [copy];
  }

  #linkId(item: Readonly<Raw>, place: string): string {
    const { linkId } = item;
    if (typeof linkId === 'string' && linkId.trim() !== '') {
      if (linkId.length > longestLinkId) this.tell(`${nameOf(item)}: linkId is longer than ${String(longestLinkId)} characters`);
      return linkId;
    }
    this.tell(`${nameOf(item)}: ${linkId === undefined ? 'linkId is missing' : 'linkId is not a text with characters in it'}`);
    return place;
  }

  #type(item: Readonly<Raw>, linkId: string): string {
    const { type } = item;
    if (typeof type === 'string' && types.has(type)) return type;
    const named = typeof type === 'string' ? `type '${type.slice(0, 60)}'` : 'type';
    if (type === undefined) this.tell(`${nameOf(item)}: type is missing`);
    else this.tell(`${nameOf(item)}: ${named} is not a FHIR R4 item type${type === 'coding' ? ' (R4: choice or open-choice)' : ''}`);
    this.unread.add(linkId);
    return 'string';
  }

  /** Tells one fault of the schema and takes the field it is in out of the copy. */
  leaveOut(copy: Raw, path: readonly PropertyKey[], message: string): void {
    let [owner, from]: [Raw, number] = [copy, 0];
    let here: unknown = copy;
    path.forEach((key, depth) => {
      // Objects and arrays alike answer to their keys.
      here = typeof here === 'object' && here !== null ? (here as Record<PropertyKey, unknown>)[key] : undefined;
      if (path[depth - 1] === 'item' && isRecord(here)) [owner, from] = [here, depth + 1];
    });
    const name = owner === copy ? '' : `${nameOf(owner)}: `;
    const rest = path.slice(from);
    this.tell(`${name}${rest.map(String).join('.')}: ${message}`);
    Reflect.deleteProperty(owner, rest[0] ?? '');
    if (owner !== copy) this.unread.add(String(owner['linkId']));
  }
}

function readStatus(status: unknown, reader: Reader): string {
  if (typeof status === 'string' && statuses.includes(status)) return status;
  if (status === undefined) reader.tell('status is missing (draft, active, retired or unknown)');
  else reader.tell(`status '${typeof status === 'string' ? status.slice(0, 60) : typeof status}' is not one of ${statuses.join(', ')}`);
  return 'unknown';
}

function parse(copy: Raw, reader: Reader): Questionnaire | undefined {
  // Each round leaves at least one field out; a field hidden behind another fault is found in the next.
  for (let round = 0; round < 5; round += 1) {
    const parsed = questionnaireSchema.safeParse(copy);
    if (parsed.success) return parsed.data;
    const told = new Set<string>();
    for (const { path, message } of parsed.error.issues) {
      const place = JSON.stringify(path.map(String));
      if (!told.has(place)) reader.leaveOut(copy, path, message);
      told.add(place);
    }
  }
  return undefined;
}

function readItems(json: Readonly<Raw>, reader: Reader): Questionnaire | undefined {
  const large = tooLarge(json);
  if (large !== undefined) reader.tell(large);
  const item = large === undefined ? reader.items(json['item'], '', '') : undefined;
  const status = readStatus(json['status'], reader);
  if (item?.length === 0 || json['item'] === undefined) reader.tell('has no items to ask');
  return item === undefined || item.length === 0 ? undefined : parse({ ...json, status, item: [...item] }, reader);
}

/** Reads one FHIR R4 Questionnaire; never throws. `where` begins every problem, for example the file's name. */
export function readQuestionnaire(json: unknown, where: string): ReadQuestionnaire {
  const reader = new Reader(where);
  const { problems, unread } = reader;
  let questionnaire: Questionnaire | undefined;
  if (!isRecord(json)) reader.tell('is not a JSON object');
  else if (json['resourceType'] !== 'Questionnaire') reader.tell("resourceType is not 'Questionnaire'");
  else questionnaire = readItems(json, reader);
  return { unread, problems, ...(questionnaire && { questionnaire }) };
}
