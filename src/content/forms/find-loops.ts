// Circles of items that hang on one another: by their conditions, by the items they stand in, and by what their expressions read.
import type { Form, FormItem } from './form.js';
import { readsOf, steeringExpressions } from './read-link-ids.js';

function scopesOf(form: Form, item: FormItem): readonly FormItem['rules'][] {
  const scopes = [item.rules];
  const above = new Set<string>();
  for (let at = item.parent; at !== undefined && !above.has(at); at = form.byLinkId.get(at)?.parent) {
    above.add(at);
    scopes.push(form.byLinkId.get(at)?.rules);
  }
  return [...scopes, form.rules];
}

/** The linkIds as written that the steering expressions of an item read. */
export function readsOfItem(form: Form, item: FormItem): readonly string[] {
  const expressions = steeringExpressions(item);
  return expressions.length === 0 ? [] : readsOf(expressions, scopesOf(form, item));
}

// Expressions name linkIds as their own file writes them.
function inForm(form: Form, item: FormItem, localId: string): string {
  const prefixed = item.part === '' ? localId : `${item.part}.${localId}`;
  return form.byLinkId.has(prefixed) ? prefixed : localId;
}

function leansOn(form: Form, linkId: string): readonly string[] {
  const item = form.byLinkId.get(linkId);
  if (item === undefined) return [];
  const questions = item.enableWhen.map(({ question }) => question).filter(question => question !== linkId);
  const read = readsOfItem(form, item).map(localId => inForm(form, item, localId));
  return [...questions, ...(item.parent === undefined ? [] : [item.parent]), ...read];
}

class Walk {
  readonly loops: (readonly string[])[] = [];
  readonly #done = new Set<string>();
  readonly #places = new Map<string, number>();
  /** The way to here, and of each step what it hangs on that was not looked at yet. */
  readonly #path: { readonly linkId: string; readonly waiting: string[] }[] = [];

  constructor(readonly form: Form) {}

  from(start: string): void {
    this.#enter(start);
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1)) {
      const next = step.waiting.pop();
      if (next !== undefined) this.#enter(next);
      else {
        this.#path.pop();
        this.#places.delete(step.linkId);
        this.#done.add(step.linkId);
      }
    }
  }

  #enter(linkId: string): void {
    const at = this.#places.get(linkId);
    if (at !== undefined) this.loops.push(this.#path.slice(at).map(step => step.linkId));
    if (at !== undefined || this.#done.has(linkId)) return;
    this.#places.set(linkId, this.#path.length);
    this.#path.push({ linkId, waiting: [...leansOn(this.form, linkId)].reverse() });
  }
}

/** Every circle, each told once, as the linkIds in order. Without recursion: a chain of conditions may be as long as the form. */
export function findLoops(form: Form): readonly (readonly string[])[] {
  const walk = new Walk(form);
  for (const { linkId } of form.order) walk.from(linkId);
  return walk.loops;
}
