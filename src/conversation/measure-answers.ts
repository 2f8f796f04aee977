// Figures a link worker compares later: each ONS4-like number by itself, and the total of a scored group. Never summed across, never
// told to the patient.
import type { FormState } from '../questionnaire/form-state.js';
import { scoreGroup } from '../questionnaire/score.js';
import type { Step } from '../questionnaire/steps.js';
import type { FormItem } from '../content/form.js';
import type { Content } from '../content/content.js';
import type { ReferralMeasure } from '../referral/referral.js';
import type { Answer } from './conversation.js';

const english = 'en-GB';

function nameOf(item: FormItem, content: Content): string {
  return content.translator.word({ file: item.file, id: item.localId, field: item.hasShort ? 'short' : 'text' }, english);
}

interface Answered {
  readonly state: FormState<Answer>;
  readonly content: Content;
}

/** When the last answer inside the thing this step stands in was given. */
function latest({ parent }: Step, { steps, answers }: FormState<Answer>): string {
  const inside = steps.filter(step => step.askable && (parent === undefined || step.parent === parent));
  return inside.map(step => answers[step.key]?.at ?? '').reduce((a, b) => (a > b ? a : b), '');
}

/** A whole number on a stated scale is a measure; so is what a rule calculates, hidden as it is. */
function single(step: Step, { state, content }: Answered): ReferralMeasure | undefined {
  const { item, key } = step;
  const answer = state.answers[key];
  const value = numberIn(answer);
  const isCalculated = item.rules?.calculated !== undefined;
  if (!answer || value === undefined || item.format !== undefined || (step.hidden && !isCalculated)) return undefined;
  const range = typeof item.min === 'number' && typeof item.max === 'number' ? ([item.min, item.max] as const) : undefined;
  if (range === undefined && !isCalculated) return undefined;
  const at = isCalculated ? latest(step, state) : answer.at;
  return { id: key, name: nameOf(item, content), codes: item.codes, value, ...(range && { range }), ...bandOf(item, value), at };
}

/** What the figure means by its instrument; the band of a total is written on it, or on the group it is the total of. */
function bandOf(item: FormItem, value: number): Partial<Pick<ReferralMeasure, 'band'>> {
  const band = item.bands?.find(({ from, to }) => value >= from && value <= to);
  return band === undefined ? {} : { band: band.label };
}

function numberIn(answer: Answer | undefined): number | undefined {
  const value = answer?.values[0];
  if (value === undefined) return undefined;
  if ('valueInteger' in value) return value.valueInteger;
  return 'valueDecimal' in value ? value.valueDecimal : undefined;
}

function total(group: Step, { state, content }: Answered): ReferralMeasure | undefined {
  const score = scoreGroup(group, state);
  if (!score) return undefined;
  const at = state.steps
    .filter(step => step.parent === group)
    .map(step => state.answers[step.key]?.at ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
  const shared = { id: group.key, name: nameOf(group.item, content), codes: group.item.codes, at };
  return score.kind === 'any'
    ? { ...shared, value: score.value > 0 }
    : { ...shared, value: score.value, range: [score.min, score.max], ...bandOf(group.item, score.value) };
}

/** Every measure these answers give. A total that a rule calculates inside a scored group is that group's own: it is not told twice. */
export function measureAnswers(state: FormState<Answer>, content: Content): readonly ReferralMeasure[] {
  const answered = { state, content };
  return state.steps.flatMap(step => {
    const { kind, item, key, hidden, parent } = step;
    if (kind === 'more' || !state.enabled.has(key)) return [];
    if (item.score !== undefined) return hidden ? [] : (total(step, answered) ?? []);
    const counted = item.rules?.calculated !== undefined && parent?.item.score !== undefined;
    const isNumber = item.type === 'integer' || (item.type === 'decimal' && item.rules?.calculated !== undefined);
    return isNumber && !counted ? (single(step, answered) ?? []) : [];
  });
}
