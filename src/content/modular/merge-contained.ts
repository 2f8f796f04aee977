// Resources contained in sub-questionnaires, gathered into the assembled one: each under its prefix, the same one once, another one of the
// same id under a new id (https://hl7.org/fhir/uv/sdc/modular.html#modular).
import type { Questionnaire } from '../forms/questionnaire-schema.js';

type Resource = Readonly<Record<string, unknown>>;

function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// FHIR R4 id: https://hl7.org/fhir/R4/datatypes.html#id
const longest = 64;
function toId(text: string, ending = ''): string {
  return text.replace(/[^A-Za-z\d.-]/gu, '-').slice(0, longest - ending.length) + ending;
}

/** New names of contained resources as they are referred to: `#old` to `#new`. */
export type Renames = ReadonlyMap<string, string>;

const references = new Set(['reference', 'answerValueSet', 'valueCanonical']);

/** A copy of any JSON in which every reference to a renamed resource has its new name. */
export function renameReferences(value: unknown, renames: Renames): unknown {
  if (Array.isArray(value)) return value.map(each => renameReferences(each, renames));
  if (!isResource(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      references.has(name) && typeof each === 'string' ? (renames.get(each) ?? each) : renameReferences(each, renames),
    ]),
  );
}

/** The contained resources of an assembly, in the order they came. */
export class ContainedResources {
  readonly #byId = new Map<string, Resource>();

  get all(): readonly Resource[] {
    return [...this.#byId.values()];
  }

  /** Takes in what a questionnaire contains; says how it must be referred to from now on. */
  add(questionnaire: Questionnaire, prefix: string): Renames {
    const given = questionnaire['contained'];
    const contained = (Array.isArray(given) ? (given as readonly unknown[]) : []).filter(isResource);
    const ids = contained.map(({ id }) => String(id));
    const wanted = new Map(ids.map(id => [`#${id}`, `#${prefix === '' ? id : toId(prefix + id)}`]));
    const renames = new Map<string, string>();
    for (const [place, resource] of contained.entries()) {
      const old = `#${ids[place] ?? ''}`;
      const body = { ...(renameReferences(resource, wanted) as Resource) };
      renames.set(old, `#${this.#put(body, (wanted.get(old) ?? old).slice(1))}`);
    }
    return renames;
  }

  #put(resource: Resource, wanted: string): string {
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? wanted : toId(wanted, `-${String(number)}`);
      const named = { ...resource, id };
      const there = this.#byId.get(id);
      if (there !== undefined && JSON.stringify(there) !== JSON.stringify(named)) continue;
      this.#byId.set(id, named);
      return id;
    }
  }
}
