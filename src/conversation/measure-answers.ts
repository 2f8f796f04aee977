// Figures a link worker compares later: each ONS4-like number by itself, and the total of a scored group. Never summed across, never
// told to the patient.
import { scoreGroup } from '../questionnaire/score.js';
import type { FormItem } from '../content/form.js';
import type { Content } from '../content/content.js';
import type { ReferralMeasure } from '../referral/referral.js';
import type { Position } from './derive-position.js';

const english = 'en-GB';

function nameOf(item: FormItem, content: Content): string {
  return content.translator.word({ file: item.file, id: item.localId, field: item.hasShort ? 'short' : 'text' }, english);
}

/** A whole number on a stated scale, with a code of its own, is a measure. */
function single(item: FormItem, position: Position, content: Content): ReferralMeasure | undefined {
  const answer = position.answers[item.linkId];
  const value = answer?.values[0];
  if (!answer || !value || !('valueInteger' in value) || item.format !== undefined) return undefined;
  if (typeof item.min !== 'number' || typeof item.max !== 'number') return undefined;
  const range = [item.min, item.max] as const;
  return { id: item.linkId, name: nameOf(item, content), codes: item.codes, value: value.valueInteger, range, at: answer.at };
}

function latest(group: FormItem, position: Position): string {
  return group.items.map(item => position.answers[item.linkId]?.at ?? '').reduce((a, b) => (a > b ? a : b), '');
}

function total(group: FormItem, position: Position, content: Content): ReferralMeasure | undefined {
  const score = scoreGroup(group, position.enabled, position.answers);
  if (!score) return undefined;
  const shared = { id: group.linkId, name: nameOf(group, content), codes: group.codes, at: latest(group, position) };
  return score.kind === 'any' ? { ...shared, value: score.value > 0 } : { ...shared, value: score.value, range: [score.min, score.max] };
}

/** Every measure these answers give. */
export function measureAnswers(position: Position, content: Content): readonly ReferralMeasure[] {
  return content.journey.form.order
    .filter(item => position.enabled.has(item.linkId) && !item.hidden)
    .flatMap(
      item => (item.type === 'integer' ? single(item, position, content) : item.score ? total(item, position, content) : undefined) ?? [],
    );
}
