// Word lists of any shape (listen.json, red-flags.json) as lists under a place: `commands.help`, `months.3`, `numbers.20`.

type Lists = ReadonlyMap<string, readonly string[]>;
type Entry = readonly [place: string, words: readonly string[]];

function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function below(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

function entriesOf(json: unknown, place: string): readonly Entry[] {
  if (typeof json === 'string') return [[place, [json]]];
  if (Array.isArray(json)) {
    const words = json.filter(word => typeof word === 'string');
    if (words.length === json.length) return [[place, words]];
    return json.flatMap((one, at) => entriesOf(one, below(place, String(at + 1))));
  }
  return isRecord(json) ? Object.entries(json).flatMap(([name, value]) => entryOf(name, value, place)) : [];
}

/** A word that means a number stands under that number. */
function entryOf(name: string, value: unknown, place: string): readonly Entry[] {
  if (name.startsWith('$')) return [];
  return typeof value === 'number' ? [[below(place, String(value)), [name]]] : entriesOf(value, below(place, name));
}

/** Every list of the file by its place, words of one place together. */
export function flattenWords(json: unknown): Lists {
  const lists = new Map<string, string[]>();
  for (const [place, words] of entriesOf(json, '')) lists.set(place, [...(lists.get(place) ?? []), ...words]);
  return lists;
}
