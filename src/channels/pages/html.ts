// HTML as a value: a tagged template that escapes whatever is put into it, so that nothing a person typed can become markup.

/** Markup that is safe to send as it is. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What may stand in a template: text (escaped), markup, lists of these; false and undefined leave nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(text: string): string {
  return text.replace(/[&<>"']/gu, character => entities[character] ?? '');
}

function write(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'string') return escape(part);
  if (typeof part === 'number') return String(part);
  return part.map(write).join('');
}

const layouts = new WeakMap<TemplateStringsArray, readonly string[]>();

/** A template's own text without the indentation it has in source code; kept, as templates are few and used often. */
function layoutOf(strings: TemplateStringsArray): readonly string[] {
  const known = layouts.get(strings);
  if (known !== undefined) return known;
  const layout = strings.map(text => text.replace(/\n\s+/gu, '\n'));
  layouts.set(strings, layout);
  return layout;
}

/** Markup from a template; every value in it is escaped unless it is Html itself. Also safe inside quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    layoutOf(strings)
      .map((text, index) => text + write(parts[index]))
      .join(''),
  );
}

/** Trusted markup from our own code, unescaped. Never for anything typed or translated. */
export function raw(markup: string): Html {
  return new Html(markup);
}
