// `{{name}}` in a sentence, filled with what is given. Nothing is escaped: what is made is text, and whoever shows it escapes it.

const placeholder = /\{\{\s*([\w-]+)\s*\}\}/gu;
const compiled = new Map<string, readonly string[]>();

// Texts at even places, names at odd ones.
function split(template: string): readonly string[] {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const parts = template.split(placeholder);
  compiled.set(template, parts);
  return parts;
}

/** The sentence with every placeholder replaced. Templates come from files read at start, so what is kept of them is bounded. */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  const parts = split(template);
  return parts.length === 1 ? template : parts.map((part, place) => (place % 2 === 0 ? part : valueOf(part))).join('');
}

/** Names of the placeholders in a sentence. */
export function listPlaceholders(template: string): ReadonlySet<string> {
  return new Set(template.split(placeholder).filter((_, place) => place % 2 === 1));
}

/** Does it hold braces that are no placeholder, such as `{{name}` or `{{ two words }}`? */
export function hasBrokenPlaceholder(template: string): boolean {
  return template
    .split(placeholder)
    .filter((_, place) => place % 2 === 0)
    .some(text => text.includes('{{') || text.includes('}}'));
}
