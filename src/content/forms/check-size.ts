// How large a form is once every repetition it must have is laid out: a few small numbers in a file can ask for millions of places.
import type { Form, FormItem } from './form.js';

/** As many as a form may have items. */
const mostPlaces = 5000;

/** Places of an item and everything in it, with the repetitions that minOccurs asks for. */
function placesOf(item: FormItem): number {
  const times = item.repeats ? Math.max(1, item.minOccurs ?? 1) : 1;
  return times * (1 + item.items.reduce((sum, child) => sum + placesOf(child), 0));
}

/** The fault, if the form asks for more places than are laid out. */
export function checkSize(form: Form, where: string): readonly string[] {
  const places = form.roots.reduce((sum, root) => sum + placesOf(root), 0);
  return places > mostPlaces ? [`${where}: has more than ${String(mostPlaces)} places once every minOccurs is counted`] : [];
}
