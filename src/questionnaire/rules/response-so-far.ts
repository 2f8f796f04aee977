// The QuestionnaireResponse of the answers given so far, as expressions see it: answers of enabled items only, whole or cut down to the items
// that matter. Every item carries its answer key as `id`, so that two repetitions with the same answers are still two (`repeat()` keeps
// only one of equal nodes, https://hl7.org/fhirpath/#repeatprojection-expression-collection).
import type { AnswerValue, Form, FormItem } from '../../content/forms/form.js';
import { isQuestion } from '../../content/forms/form.js';
import { valuesOf, type Answers } from '../answers.js';
import { nestsByAnswer } from '../form-plan.js';
import { optionOf } from '../same-value.js';
import type { Step } from '../steps.js';
import type { Keep } from './compile-rules.js';
import { scoreUrls } from './engine-functions.js';

/** What is laid out: a form's steps, those of them enabled, and the answers, by key. */
export interface RuleInput {
  readonly form: Form;
  readonly steps: readonly Step[];
  readonly enabled: Pick<ReadonlySet<string>, 'has'>;
  readonly answers: Answers;
}

interface Slot {
  readonly value?: AnswerValue;
  readonly items: Occurrence[];
}

/** An item where it stands: a group with what is in it, or a question with its answers and what is in each. */
interface Occurrence {
  readonly item: FormItem;
  readonly key: string;
  readonly slots: Slot[];
}

interface Place {
  readonly occurrence: Occurrence;
  /** The answer this step gave. */
  readonly slot: Slot;
}

/** The answers that stand in a response: by linkId, for each key its values. */
export type GivenByLinkId = ReadonlyMap<string, readonly (readonly [string, readonly AnswerValue[]])[]>;

/** An item of a QuestionnaireResponse as written here. */
export type ResponseJson = Readonly<Record<string, unknown>>;

/** A value with what its option adds: the score, under both of its names, so that an expression may ask for either. */
function answerJson(item: FormItem, value: AnswerValue): ResponseJson {
  const score = optionOf(item, value)?.score;
  if (score === undefined) return { ...value };
  const extension = scoreUrls.map(url => ({ url, valueDecimal: score }));
  if ('valueCoding' in value) return { valueCoding: { ...value.valueCoding, extension } };
  return Object.fromEntries(Object.entries(value).flatMap(([name, each]) => [[name, each] as const, [`_${name}`, { extension }] as const]));
}

/** The response so far of one form: made once for one set of answers. */
export class ResponseSoFar {
  readonly given: GivenByLinkId;
  readonly #places = new Map<Step, Place>();
  readonly #roots: Occurrence[] = [];
  readonly #whole = new Map<Occurrence, ResponseJson | undefined>();
  readonly #startsOf = new Map<string | undefined, readonly Occurrence[]>();
  readonly #answers: Answers;

  constructor({ steps, enabled, answers }: RuleInput) {
    this.#answers = answers;
    const given = new Map<string, [string, readonly AnswerValue[]][]>();
    for (const step of steps) {
      if (step.kind === 'more' || step.item.type === 'display' || !enabled.has(step.key)) continue;
      const values = this.#place(step);
      if (values.length === 0) continue;
      const others = given.get(step.item.linkId);
      if (others === undefined) given.set(step.item.linkId, [[step.key, values]]);
      else others.push([step.key, values]);
    }
    this.given = given;
  }

  /** Puts a step where it stands, and gives its values; none where it stands in something that is not there. */
  #place(step: Step): readonly AnswerValue[] {
    const siblings = this.#siblingsOf(step);
    const values = siblings !== undefined && isQuestion(step.item) ? valuesOf(this.#answers, step.key) : [];
    if (siblings === undefined) return values;
    const slots = values.length === 0 ? [slotOf(undefined)] : values.map(slotOf);
    const occurrence = occurrenceIn(siblings, step);
    occurrence.slots.push(...slots);
    for (const slot of slots.slice(0, 1)) this.#places.set(step, { occurrence, slot });
    return values;
  }

  #siblingsOf(step: Step): Occurrence[] | undefined {
    if (step.parent === undefined) return this.#roots;
    const above = this.#places.get(step.parent);
    return above && slotFor(step, step.parent, above).items;
  }

  /** The response of a part (all parts: undefined), cut down to what is kept. linkIds are those of the part's own questionnaire. */
  response(part: string | undefined, keep?: Keep): ResponseJson {
    const starts = this.#startsOf.get(part) ?? this.#starts(this.#roots, part);
    this.#startsOf.set(part, starts);
    const items = starts.flatMap((each): readonly ResponseJson[] => optional(this.#itemJson(each, part, keep)));
    return { resourceType: 'QuestionnaireResponse', status: 'in-progress', ...(items.length > 0 && { item: items }) };
  }

  /** The item of one step as it stands in that response; with its linkId alone where it is not in it. */
  itemAt(step: Step, part: string | undefined, keep?: Keep): ResponseJson {
    const place = this.#places.get(step);
    return (place && this.#itemJson(place.occurrence, part, keep)) ?? { linkId: idIn(step.item, part) };
  }

  /** Where a part begins: its outermost items. */
  #starts(items: readonly Occurrence[], part: string | undefined): readonly Occurrence[] {
    if (part === undefined) return items;
    return items.flatMap(each =>
      each.item.part === part
        ? [each]
        : this.#starts(
            each.slots.flatMap(slot => slot.items),
            part,
          ),
    );
  }

  #itemJson(occurrence: Occurrence, part: string | undefined, keep: Keep | undefined): ResponseJson | undefined {
    const { linkId } = occurrence.item;
    if (keep !== undefined && !keep.whole.has(linkId)) return keep.above.has(linkId) ? this.#write(occurrence, part, keep) : undefined;
    if (part === undefined) return this.#write(occurrence, part, undefined);
    const known = this.#whole.get(occurrence);
    if (known !== undefined) return known;
    const written = this.#write(occurrence, part, undefined);
    this.#whole.set(occurrence, written);
    return written;
  }

  /** Nothing empty is written: a group without items, an answer without a value and without items. */
  #write({ item, key, slots }: Occurrence, part: string | undefined, keep: Keep | undefined): ResponseJson | undefined {
    const within = ({ items }: Slot): { item?: readonly ResponseJson[] } => {
      const inPart = items.filter(each => part === undefined || each.item.part === part);
      const written = inPart.flatMap((each): readonly ResponseJson[] => optional(this.#itemJson(each, part, keep)));
      return written.length > 0 ? { item: written } : {};
    };
    const head = { id: key, linkId: idIn(item, part), ...(item.text !== '' && { text: item.text }) };
    if (!isQuestion(item)) {
      const inside = slots.map(within)[0];
      return inside?.item === undefined ? undefined : { ...head, ...inside };
    }
    const answer = slots
      .map(slot => ({ ...(slot.value && answerJson(item, slot.value)), ...within(slot) }))
      .filter(each => (keep === undefined ? Object.keys(each).length > 0 : each.item !== undefined));
    return answer.length === 0 ? undefined : { ...head, answer };
  }
}

/** The repetitions of a question are the answers of one item; a group repeats as a whole. */
function occurrenceIn(siblings: Occurrence[], { item, key }: Step): Occurrence {
  const last = siblings.at(-1);
  if (last?.item === item && isQuestion(item)) return last;
  const occurrence = { item, key, slots: [] };
  siblings.push(occurrence);
  return occurrence;
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function slotOf(value: AnswerValue | undefined): Slot {
  return value === undefined ? { items: [] } : { value, items: [] };
}

/** Where in the item above a step stands: in the answer it is nested in. */
function slotFor(step: Step, parent: Step, { occurrence, slot }: Place): Slot {
  const answers = nestsByAnswer(occurrence.item) ? occurrence.slots : [];
  return answers.find((_, place) => place === step.path[parent.path.length]) ?? slot;
}

function idIn(item: FormItem, part: string | undefined): string {
  return part === undefined ? item.linkId : item.localId;
}
