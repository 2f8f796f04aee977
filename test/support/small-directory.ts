// About sixty services in four London boroughs, written by hand for the tests of matching; all invented, and not the sample that is shipped.
import type { NeedKey } from '../../src/content/journey/needs-schema.js';
import type { Place, Point, ProviderKind, Schedule, Service, Weekday } from '../../src/directory/service.js';

/** Where patients and services of the tests are. */
export const corners = {
  whitechapel: { latitude: 51.5165, longitude: -0.0695 },
  bow: { latitude: 51.5285, longitude: -0.0195 },
  dalston: { latitude: 51.5465, longitude: -0.0755 },
  stratford: { latitude: 51.5415, longitude: -0.0035 },
  peckham: { latitude: 51.4735, longitude: -0.0685 },
  bermondsey: { latitude: 51.498, longitude: -0.0635 },
  watford: { latitude: 51.656, longitude: -0.396 },
  leeds: { latitude: 53.797, longitude: -1.548 },
} as const satisfies Record<string, Point>;
export type Corner = keyof typeof corners;

/** A weekly schedule on these days. */
export function weekly(days: readonly Weekday[], dates: { readonly from?: string; readonly to?: string } = {}): Schedule {
  return { freq: 'WEEKLY', interval: 1, days: days.map(day => ({ day })), monthDays: [], opens: '10:00', closes: '12:00', ...dates };
}

/** One place of a service at a corner. */
export function placeAt(id: string, corner: Corner, more: Partial<Place> = {}): Place {
  return {
    id,
    name: `${id} hall`,
    address: ['1 Test Street'],
    postcode: 'E1 6AN',
    point: corners[corner],
    venue: 'other',
    access: [],
    schedules: [],
    ...more,
  };
}

/** What a line below says apart from the usual: free, open, one asks oneself, for everybody, changed this year. */
export interface Said extends Partial<Service> {
  readonly by?: ProviderKind;
  readonly owner?: string;
  readonly at?: Partial<Place>;
}

/** A service at a corner, or at none. */
export function aService(id: string, needs: readonly NeedKey[], corner: Corner | undefined, said: Said = {}): Service {
  const { by = 'small-charity', owner = id, at, ...more } = said;
  return {
    id,
    name: id.replaceAll('-', ' '),
    about: `What ${id} does.`,
    provider: { id: owner, name: owner, kind: by },
    needs,
    places: corner === undefined ? [] : [placeAt(id, corner, at)],
    remote: false,
    schedules: [],
    audiences: [],
    cost: 'free',
    languages: [],
    interpreters: false,
    areas: [],
    wayIn: 'self',
    capacity: { state: 'open' },
    lastModified: '2025-06-01',
    phones: [],
    hidden: false,
    ...more,
  };
}

const stepFree = { access: ['step-free'] } as const;

/** The directory of the patients' table. */
export const smallDirectory: readonly Service[] = [
  // Company
  aService('lunch-club', ['loneliness'], 'whitechapel', { minimumAge: 60, at: { ...stepFree, schedules: [weekly(['TU'])] } }),
  aService('bengali-women', ['loneliness'], 'whitechapel', { audiences: ['women'], languages: ['bn'] }),
  aService('mens-shed', ['loneliness'], 'whitechapel', { audiences: ['men'], at: { lacks: ['step-free'] } }),
  aService('coffee-morning', ['loneliness'], 'whitechapel', { languages: ['bn', 'so'], at: { schedules: [weekly(['FR'])] } }),
  aService('national-friends', ['loneliness'], 'whitechapel', { by: 'national-charity', owner: 'national' }),
  aService('national-calls', ['loneliness'], undefined, { by: 'national-charity', owner: 'national', remote: true }),
  aService('youth-cafe', ['loneliness'], 'bow', { minimumAge: 16, maximumAge: 25 }),
  aService('polish-circle', ['loneliness'], 'bow', { languages: ['pl'] }),
  // Money
  aService('debt-clinic', ['money'], 'whitechapel', { interpreters: true }),
  aService('money-national-1', ['money'], 'whitechapel', { by: 'national-charity', owner: 'national' }),
  aService('money-national-2', ['money'], 'whitechapel', { by: 'national-charity', owner: 'national' }),
  aService('money-council', ['money'], 'whitechapel', { by: 'council', owner: 'council', areas: ['Tower Hamlets'] }),
  aService('paid-adviser', ['money'], 'whitechapel', { by: 'business', cost: 'paid' }),
  aService('money-peckham', ['money'], 'peckham', { areas: ['SE15'] }),
  // Housing
  aService('housing-rights', ['housing'], 'whitechapel', { areas: ['E1', 'E2'] }),
  aService('housing-hackney', ['housing'], 'dalston', { by: 'council', areas: ['London Borough of Hackney'] }),
  aService('housing-london', ['housing'], 'bermondsey', { areas: ['Greater London'] }),
  aService('housing-near-us', ['housing'], 'dalston', { areas: ['within 2 miles of E8 2AA'] }),
  aService('night-shelter', ['housing'], 'whitechapel', { audiences: ['homeless-people'] }),
  // Food, warmth
  aService('food-bank-closed', ['food'], 'whitechapel', { capacity: { state: 'closed' } }),
  aService('food-pantry', ['food'], 'stratford', { wayIn: 'drop-in', at: { schedules: [weekly(['SA'])] } }),
  aService('food-referred', ['food'], 'stratford', { wayIn: 'professional' }),
  aService('food-summer', ['food'], 'stratford', { schedules: [weekly(['MO'], { to: '2025-08-31' })] }),
  aService('warm-homes', ['energy'], undefined, { remote: true, areas: ['E3', 'E14'] }),
  aService('energy-cafe', ['energy'], 'bow', { lastModified: '2023-02-01' }),
  aService('energy-silent', ['energy'], 'bow', { lastModified: undefined as never }),
  // Work, helping, learning
  aService('job-club', ['work'], 'peckham', { minimumAge: 18, at: { schedules: [weekly(['MO', 'WE'])] } }),
  aService('veterans-work', ['work'], 'peckham', { audiences: ['veterans'] }),
  aService('gardens-together', ['volunteering'], 'bermondsey', { schedules: [weekly(['SA'], { from: '2026-03-01' })] }),
  aService('english-classes', ['learning'], 'stratford', { languages: ['bn', 'ur'], cost: 'some' }),
  aService('english-paid', ['learning'], 'stratford', { by: 'business', cost: 'paid' }),
  // Moving, smoking, alcohol and drugs
  aService('chair-yoga', ['activity'], 'dalston', { minimumAge: 50, at: stepFree }),
  aService('running-club', ['activity'], 'dalston', { at: { lacks: ['step-free'] } }),
  aService('swim-silent', ['activity'], 'dalston', { by: 'council', owner: 'leisure' }),
  aService('quit-smoking', ['smoking'], 'bow', { by: 'nhs', minimumAge: 12, interpreters: true }),
  aService('recovery', ['alcohol-drugs'], 'bow', { by: 'nhs', minimumAge: 18, capacity: { state: 'waiting', weeks: 6 } }),
  aService('recovery-young', ['alcohol-drugs'], 'bow', { minimumAge: 11, maximumAge: 17 }),
  // Mind, caring, grief
  aService('fire-station-minds', ['wellbeing'], 'peckham', { maximumAge: 25, at: { venue: 'fire-station' } }),
  aService('talking-therapy', ['wellbeing'], 'peckham', { by: 'nhs', capacity: { state: 'waiting', weeks: 18 }, minimumAge: 18 }),
  aService('sleep-course', ['wellbeing'], undefined, { remote: true }),
  aService('carers-centre', ['caring'], 'stratford', { audiences: ['carers'] }),
  aService('respite', ['caring'], 'stratford', { wayIn: 'professional' }),
  aService('grief-circle', ['bereavement'], 'bermondsey', { at: { ...stepFree, access: ['step-free', 'hearing-loop'] } }),
  aService('grief-line', ['bereavement'], undefined, { by: 'national-charity', remote: true, languages: ['pl'] }),
  // Long-term conditions, memory, family
  aService('deaf-club', ['disability'], 'dalston', { audiences: ['deaf-people'], at: { access: ['sign-language'] } }),
  aService('living-well', ['disability'], 'dalston', { at: stepFree }),
  aService('memory-clinic', ['memory'], 'bow', { by: 'nhs', wayIn: 'professional', minimumAge: 50 }),
  aService('memory-cafe', ['memory'], 'stratford', { at: stepFree }),
  aService('stay-and-play', ['family'], 'whitechapel', { audiences: ['parents'] }),
  aService('young-parents', ['family'], 'whitechapel', { audiences: ['parents', 'young-people'] }),
  // Law, ways, culture
  aService('law-centre', ['legal'], 'dalston', { interpreters: true }),
  aService('asylum-advice', ['legal'], 'dalston', { audiences: ['refugees'], languages: ['so', 'fa'] }),
  aService('dial-a-ride', ['transport'], undefined, { by: 'council', areas: ['Southwark'] }),
  aService('shopping-bus', ['transport'], 'peckham', { cost: 'paid', minimumAge: 65 }),
  aService('choir', ['culture'], 'bermondsey', { cost: undefined as never }),
  aService('museum-walks', ['culture'], 'bermondsey', { by: 'council', cost: 'some' }),
  aService('pride-choir', ['culture'], 'bermondsey', { audiences: ['lgbt'] }),
  // Safety
  aService('refuge', ['safety'], 'stratford', { audiences: ['women'], hidden: true, interpreters: true, phones: ['020 7946 0000'] }),
  aService('victim-support', ['safety'], 'stratford', { by: 'national-charity', owner: 'national' }),
  aService('victims-out-of-town', ['safety'], 'watford'),
  aService('leeds-victims', ['safety'], 'leeds', { by: 'council' }),
];
