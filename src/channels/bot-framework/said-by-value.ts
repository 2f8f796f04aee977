// What a client sent as data -> what was said. Only the public shapes are read; anything else that looks like ours is `malformed`, never
// guessed at.
import { z } from 'zod';
import { commands } from '../../content/content.js';
import type { KeyedAnswer, Said } from '../../conversation/conversation.js';

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]);

/** All digits of a number, however small or large: no exponent, no grouping. */
function plainNumber(value: number): string {
  return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}

/**
 * A number with its unit, as FHIR writes a Quantity (a card's number input gives its value as text). It becomes `70 kg`, as a person would
 * type it: the one shape in which the rest of the house reads it.
 */
const quantity = z
  .looseObject({
    value: z.union([z.number(), z.string().max(40)]),
    unit: z.string().max(100).optional(),
    code: z.string().max(100).optional(),
  })
  .transform(({ value, unit, code }) => `${typeof value === 'number' ? plainNumber(value) : value} ${code ?? unit ?? ''}`.trim());

const single = z.union([scalar, quantity]);

const keyed = z.looseObject({
  key: z.string().max(200).optional(),
  linkId: z.string().max(200).optional(),
  answer: z.union([single, z.array(single).max(100)]).optional(),
  skip: z.boolean().optional(),
  text: z.string().max(20_000).optional(),
  was: z.string().max(40).optional(),
});

const commandValue = z.looseObject({
  command: z.enum(commands),
  language: z.string().max(40).optional(),
  key: z.string().max(200).optional(),
});

/** As many as a form of every screen there is has questions, and some more. */
const mostAnswers = 200;

const answersValue = z.looseObject({
  answers: z.array(keyed).min(1).max(mostAnswers),
  language: z.string().max(40).optional(),
  each: z.boolean().optional(),
});

/** An object without the members that are undefined, so that absent stays absent. */
function keyedAnswer(parsed: z.infer<typeof keyed>): KeyedAnswer {
  const { key, linkId, answer, skip, text, was } = parsed;
  return {
    ...(key === undefined ? {} : { key }),
    ...(linkId === undefined ? {} : { linkId }),
    ...(answer === undefined ? {} : { answer }),
    ...(skip === undefined ? {} : { skip }),
    ...(text === undefined ? {} : { text }),
    ...(was === undefined ? {} : { was }),
  };
}

function severalAnswers(value: Readonly<Record<string, unknown>>): Said {
  const parsed = answersValue.safeParse(value);
  if (!parsed.success) return { kind: 'malformed' };
  const { answers, language, each } = parsed.data;
  const how = { ...(language === undefined ? {} : { language }), ...(each === true ? { each } : {}) };
  return { kind: 'answers', answers: answers.map(keyedAnswer), ...how };
}

/** What data of the public shape says (architecture: the turn's contract); undefined where it is not ours. */
export function saidByValue(value: Readonly<Record<string, unknown>>): Said | undefined {
  if ('command' in value) {
    const parsed = commandValue.safeParse(value);
    if (!parsed.success) return { kind: 'malformed' };
    const { command, language, key } = parsed.data;
    return { kind: 'command', command, ...(language === undefined ? {} : { language }), ...(key === undefined ? {} : { key }) };
  }
  if ('answers' in value) return severalAnswers(value);
  if (!('key' in value || 'linkId' in value)) return undefined;
  const parsed = keyed.safeParse(value);
  return parsed.success ? { kind: 'answers', answers: [keyedAnswer(parsed.data)] } : { kind: 'malformed' };
}
