// Activity -> Turn. After this nothing knows Bot Framework. The activity is hostile: every string in it is kept for red flags, text is
// capped, and data that does not have the public shape is `malformed`, never guessed at.
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { commands } from '../../content/content.js';
import { capText } from '../../text/cap-text.js';
import type { KeyedAnswer, Said, Turn } from '../../conversation/conversation.js';
import { collectStrings, mostStrings } from './collect-strings.js';

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean()]);

const keyed = z.looseObject({
  key: z.string().max(200).optional(),
  linkId: z.string().max(200).optional(),
  answer: z.union([scalar, z.array(scalar).max(100)]).optional(),
  skip: z.boolean().optional(),
});

const commandValue = z.looseObject({
  command: z.enum(commands),
  language: z.string().max(40).optional(),
  key: z.string().max(200).optional(),
});

const answersValue = z.looseObject({ answers: z.array(keyed).min(1).max(50) });

/** An object without the members that are undefined, so that absent stays absent. */
function keyedAnswer(parsed: z.infer<typeof keyed>): KeyedAnswer {
  const { key, linkId, answer, skip } = parsed;
  return {
    ...(key === undefined ? {} : { key }),
    ...(linkId === undefined ? {} : { linkId }),
    ...(answer === undefined ? {} : { answer }),
    ...(skip === undefined ? {} : { skip }),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function saidByValue(value: Readonly<Record<string, unknown>>): Said | undefined {
  if ('command' in value) {
    const parsed = commandValue.safeParse(value);
    if (!parsed.success) return { kind: 'malformed' };
    const { command, language, key } = parsed.data;
    return { kind: 'command', command, ...(language === undefined ? {} : { language }), ...(key === undefined ? {} : { key }) };
  }
  if ('answers' in value) {
    const parsed = answersValue.safeParse(value);
    return parsed.success ? { kind: 'answers', answers: parsed.data.answers.map(keyedAnswer) } : { kind: 'malformed' };
  }
  if (!('key' in value || 'linkId' in value)) return undefined;
  const parsed = keyed.safeParse(value);
  return parsed.success ? { kind: 'answers', answers: [keyedAnswer(parsed.data)] } : { kind: 'malformed' };
}

function saidByText(text: unknown): Said {
  if (typeof text !== 'string' || text.trim() === '') return { kind: 'nothing' };
  const capped = capText(text);
  return { kind: 'text', text: capped.text, ...(capped.cut ? { cut: true } : {}) };
}

/** The data a client sent: an activity's value, or what an Adaptive Card's action carries (Action.Execute; null: nothing, which is no answer). */
function valueOf(activity: Partial<Activity>): unknown {
  const value: unknown = activity.value;
  if (activity.type !== 'invoke') return value ?? undefined;
  return isObject(value) && isObject(value.action) ? (value.action.data ?? null) : (value ?? null);
}

function saidBy(activity: Partial<Activity>): Said {
  if (activity.type !== 'message' && activity.type !== 'invoke') return { kind: 'nothing' };
  const value = valueOf(activity);
  const byValue = isObject(value) ? saidByValue(value) : undefined;
  if (byValue) return byValue;
  const byText = saidByText(activity.text);
  const empty = byText.kind === 'nothing' && (value !== undefined || (activity.attachments?.length ?? 0) > 0);
  return empty ? { kind: 'malformed' } : byText;
}

/**
 * Reads an activity as a turn.
 * @param at ISO instant of arrival, from the server's clock
 * @param entropy 32 random hex digits; also stands for a missing activity id
 */
export function readTurn(activity: Partial<Activity>, at: string, entropy: string): Turn {
  const locale: unknown = activity.locale;
  const strings = collectStrings([activity.text, activity.value]);
  return {
    id: typeof activity.id === 'string' && activity.id !== '' ? activity.id.slice(0, 200) : entropy,
    at,
    entropy,
    ...(typeof locale === 'string' ? { locale: locale.slice(0, 40) } : {}),
    // What was not read for red flags is not taken for an answer either.
    said: strings.length < mostStrings ? saidBy(activity) : { kind: 'malformed' },
    strings,
  };
}
