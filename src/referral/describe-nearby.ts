// What is near, in English lines for staff: what the person asked about, what they were shown, and where nothing was found.
import type { Referral } from './referral.js';

/** One line each, of what there is to tell; none where no directory was asked. */
export function describeNearby({ nearby, needs }: Pick<Referral, 'nearby' | 'needs'>): readonly string[] {
  if (nearby === undefined) return [];
  const { shown, askAbout, unmet } = nearby;
  const label = (key: string): string => needs.find(need => need.key === key)?.label ?? key;
  const shownFor = [...new Set(shown.map(({ need }) => need))];
  const names = (wanted: string): string => shown.flatMap(({ need, name }) => (need === wanted ? [name] : [])).join(', ');
  return [
    ...(askAbout.length > 0 ? [`Wants to ask about: ${askAbout.map(({ name }) => name).join(', ')}`] : []),
    ...shownFor.map(need => `Shown near them for ${label(need)}: ${names(need)}`),
    ...unmet.map(need => `Nothing near was found for ${label(need)}`),
  ];
}
