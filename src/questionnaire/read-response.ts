// FHIR R4 QuestionnaireResponse -> answers by key, the other way round from build-response.
// Source: https://hl7.org/fhir/R4/questionnaireresponse-definitions.html#QuestionnaireResponse.item.answer.value[x]
import type { AnswerValue, Form } from '../content/forms/form.js';
import { keyOf, lastPlace, moreKeyOf } from './answer-key.js';
import type { Answers } from './answers.js';
import { isRepeatedOneByOne, nestsByAnswer } from './form-plan.js';
import type { ForeignAnswer, ForeignItem, ForeignResponse } from './questionnaire-response.js';
import { readValue } from './read-foreign-value.js';

/** Every item of a response, parents before children, wherever it is nested. */
export function* itemsOf(items: readonly ForeignItem[] = []): Generator<ForeignItem> {
  for (const item of items) {
    yield item;
    yield* itemsOf(item.item);
    for (const answer of item.answer ?? []) yield* itemsOf(answer.item);
  }
}

const yes = { values: [{ valueBoolean: true }] } as const;

class Reader {
  readonly answers = new Map<string, { readonly values: readonly AnswerValue[] }>();

  constructor(readonly form: Form) {}

  read(items: readonly ForeignItem[], path: readonly number[]): void {
    const times = new Map<string, number>();
    for (const item of items) {
      const time = times.get(item.linkId) ?? 0;
      times.set(item.linkId, time + 1);
      this.#readItem(item, path, time);
    }
  }

  #readItem(found: ForeignItem, path: readonly number[], time: number): void {
    const item = this.form.byLinkId.get(found.linkId);
    const answers = found.answer ?? [];
    if (item !== undefined && isRepeatedOneByOne(item)) {
      if (item.type === 'group') this.#readRepetition(found, [...path, time]);
      else
        answers.forEach((answer, place) => {
          this.#readRepetition({ linkId: found.linkId, answer: [answer] }, [...path, place]);
        });
      return;
    }
    if (item !== undefined) this.#add(keyOf(found.linkId, path), answers);
    this.read(found.item ?? [], path);
    const nests = item !== undefined && nestsByAnswer(item);
    answers.forEach((answer, place) => {
      this.read(answer.item ?? [], nests ? [...path, place] : path);
    });
  }

  /** One repetition; that it is there is kept as a yes to "another one?" after the one before it. */
  #readRepetition({ linkId, item = [], answer = [] }: ForeignItem, path: readonly number[]): void {
    const last = lastPlace(path);
    if (last > 0) this.answers.set(moreKeyOf(keyOf(linkId, [...path.slice(0, -1), last - 1])), yes);
    this.#add(keyOf(linkId, path), answer);
    this.read([...item, ...answer.flatMap(each => each.item ?? [])], path);
  }

  #add(key: string, answers: readonly ForeignAnswer[]): void {
    const read = answers.map(readValue).filter(value => value !== undefined);
    if (read.length > 0) this.answers.set(key, { values: [...(this.answers.get(key)?.values ?? []), ...read] });
  }
}

/** The answers of a response that its form knows, by key; an item that wrongly comes several times gives all its values. */
export function readResponse(form: Form, response: ForeignResponse): Answers {
  const reader = new Reader(form);
  reader.read(response.item ?? [], []);
  return Object.fromEntries([...reader.answers].filter(([, { values }]) => values.length > 0));
}
