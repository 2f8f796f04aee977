// linkIdPrefix: what SDC puts before the linkIds of a sub-questionnaire, so that no two items have the same one
// (https://hl7.org/fhir/uv/sdc/modular.html#modular). It is read at assembly and spelled out wherever an expression names a linkId.

/** Name of the variable. */
export const prefixName = 'linkIdPrefix';

const term = /\s*(?:'(?<text>[^'\\]*)'|(?<outer>%linkIdPrefix)(?!\w))\s*(?<more>[+&]|$)/uy;

/**
 * The text a linkIdPrefix expression stands for: quoted texts and `%linkIdPrefix` (here `outer`), joined by `+` or `&`. Undefined where it is
 * anything else: a prefix has to be known before there are answers.
 */
export function readPrefix(expression: string, outer: string): string | undefined {
  let prefix = '';
  term.lastIndex = 0;
  for (let found = term.exec(expression); found !== null; found = term.exec(expression)) {
    const { text, more } = found.groups ?? {};
    prefix += text ?? outer;
    if (more === '') return prefix;
  }
  return undefined;
}

/** How linkIds read where an expression stands. */
export interface LinkIdPlace {
  /** Prefix of the linkIds of the file the expression was written in. */
  readonly own: string;
  /** What `%linkIdPrefix` is there; undefined where nothing sets it. */
  readonly scope: string | undefined;
  /** Every linkId of the assembled questionnaire. */
  readonly known: ReadonlySet<string>;
}

/** A linkId as written in its own file, as the assembled questionnaire has it: an id of another part stays as it is. */
export function placeLinkId(linkId: string, { own, known }: LinkIdPlace): string {
  return known.has(own + linkId) ? own + linkId : linkId;
}

const literal = String.raw`'(?:[^'\\]|\\.)*'`;
const plain = String.raw`'[^'\\]*'`;
const compared = String.raw`\s*(?:!?=|!?~)\s*`;
// One alternative for each way to name a linkId; the last one steps over every other quoted text, so that nothing inside it is taken for code.
const named = new RegExp(
  [
    String.raw`%${prefixName}(?!\w)(?:\s*[+&]\s*(?<joined>${plain}))?`,
    String.raw`(?<before>(?<![\w%])linkId${compared})(?<right>${plain})`,
    String.raw`(?<left>${plain})(?<then>${compared}(?:\$this\.|item\.)?linkId\b)`,
    String.raw`(?<list>(?<![\w%])linkId\s+in\s*\([^()]*\))`,
    literal,
  ].join('|'),
  'gu',
);
const quoted = new RegExp(literal, 'gu');

function unquote(text: string): string {
  return text.slice(1, -1);
}

/** A FHIRPath expression with its linkIds spelled out: compared texts (`linkId = 'x'`, `linkId in ('x' | 'y')`) and `%linkIdPrefix`. */
export function placeExpression(expression: string, place: LinkIdPlace): string {
  const quote = (text: string) => `'${placeLinkId(unquote(text), place)}'`;
  return expression.replace(named, (whole: string, ...found: unknown[]) => {
    // The last argument of a replacer is the record of named groups: text where the group took part.
    const { joined = "''", before = '', right, left, then = '', list } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    if (whole.startsWith('%')) return place.scope === undefined ? whole : `'${place.scope}${unquote(joined)}'`;
    if (right !== undefined) return before + quote(right);
    if (left !== undefined) return quote(left) + then;
    return list === undefined ? whole : list.replace(quoted, quote);
  });
}
