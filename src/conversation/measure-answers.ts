// Figures a link worker compares later: each ONS4-like number by itself, and the total of a scored group. Never summed across, never
// told to the patient.
import type { FormState } from '../questionnaire/form-state.js';
import { scoreGroup } from '../questionnaire/score.js';
import type { Step } from '../questionnaire/steps.js';
import type { FormItem } from '../content/forms/form.js';
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

function rangeOf({ min, max }: FormItem): Partial<Pick<ReferralMeasure, 'range'>> {
  return typeof min === 'number' && typeof max === 'number' ? { range: [min, max] } : {};
}

const isCalculated = ({ rules }: FormItem): boolean => rules?.calculated !== undefined;

/** Is the number a figure to compare: calculated by a rule, or a whole number told on a stated scale? */
function isFigure({ item, hidden }: Step): boolean {
  if (item.format !== undefined) return false;
  return isCalculated(item) || (!hidden && item.type === 'integer' && rangeOf(item).range !== undefined);
}

function single(step: Step, { state, content }: Answered): ReferralMeasure | undefined {
  const { item, key } = step;
  const answer = state.answers[key];
  const value = numberIn(answer);
  if (!answer || value === undefined || !isFigure(step)) return undefined;
  const at = isCalculated(item) ? latest(step, state) : answer.at;
  return { id: key, name: nameOf(item, content), codes: item.codes, value, ...rangeOf(item), ...bandOf(item, value), at };
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

/** The measure of one step: the total of a scored group, or a number by itself. */
function measure(step: Step, answered: Answered): ReferralMeasure | undefined {
  const { item, hidden, parent } = step;
  if (item.score !== undefined) return hidden ? undefined : total(step, answered);
  // A total that a rule calculates inside a scored group is that group's own: it is not told twice.
  return isCalculated(item) && parent?.item.score !== undefined ? undefined : single(step, answered);
}

/** Every measure these answers give. */
export function measureAnswers(state: FormState<Answer>, content: Content): readonly ReferralMeasure[] {
  return state.steps
    .filter(step => step.kind === 'item' && state.enabled.has(step.key))
    .flatMap(step => measure(step, { state, content }) ?? []);
}
