// As many plausible services as wanted, the same every time: for benchmarks and tests of size. Names, streets and organisations are invented
// from syllables, so that their words are as many and as rare as in a true feed; text is about 400 characters of what feeds say.
import { needKeys } from '../../src/content/journey/needs-schema.js';
import type { NeedKey } from '../../src/content/journey/needs-schema.js';
import { seededNumbers } from '../../src/content/models/train-linear.js';
import { accessKinds, audienceKinds, venueKinds, weekdays } from '../../src/directory/service.js';
import type { Place, Provider, ProviderKind, Schedule, Service } from '../../src/directory/service.js';

const towns = [
  { name: 'Tower Hamlets', outward: 'E1', latitude: 51.515, longitude: -0.033, share: 14 },
  { name: 'Hackney', outward: 'E8', latitude: 51.545, longitude: -0.055, share: 12 },
  { name: 'Newham', outward: 'E15', latitude: 51.53, longitude: 0.03, share: 12 },
  { name: 'Southwark', outward: 'SE1', latitude: 51.475, longitude: -0.08, share: 11 },
  { name: 'Croydon', outward: 'CR0', latitude: 51.375, longitude: -0.1, share: 6 },
  { name: 'Ealing', outward: 'W5', latitude: 51.513, longitude: -0.305, share: 5 },
  { name: 'Birmingham', outward: 'B1', latitude: 52.48, longitude: -1.9, share: 12 },
  { name: 'Leeds', outward: 'LS1', latitude: 53.8, longitude: -1.55, share: 9 },
  { name: 'Manchester', outward: 'M1', latitude: 53.48, longitude: -2.24, share: 10 },
  { name: 'Bristol', outward: 'BS1', latitude: 51.455, longitude: -2.59, share: 9 },
] as const;

const subjects: Readonly<Record<NeedKey, string>> = {
  loneliness: 'befriending,lunch club,coffee morning,social group,company,friendship',
  money: 'debt advice,benefits check,budgeting,welfare rights,money guidance',
  housing: 'housing advice,tenancy support,homelessness prevention,repairs,landlord disputes',
  food: 'food bank,community kitchen,pantry,hot meals,cooking class',
  energy: 'energy advice,warm home visits,fuel vouchers,insulation',
  work: 'employment support,job club,interview practice,apprenticeships,curriculum vitae workshops',
  volunteering: 'volunteering,time bank,mentoring,community gardening',
  learning: 'English classes,computer classes,adult learning,digital drop-in,literacy',
  activity: 'walking group,chair yoga,swimming,exercise class,dance,tai chi',
  smoking: 'stop smoking clinic,vaping support,nicotine replacement',
  'alcohol-drugs': 'alcohol recovery,drug treatment,family support,needle exchange',
  wellbeing: 'counselling,talking therapy,anxiety group,sleep course,peer support',
  caring: "carers' support,respite,carers' assessment,sitting service",
  bereavement: 'bereavement support,grief group,bereavement counselling',
  disability: 'independent living advice,self-management course,equipment loans,disability rights',
  memory: 'memory clinic,dementia café,singing for memory,memory support',
  family: 'stay and play,parenting course,family hub,baby group',
  legal: 'law centre,immigration advice,legal clinic,form filling',
  transport: 'dial-a-ride,community transport,hospital transport,shopping bus',
  culture: 'choir,art class,museum visits,gardening club,faith group',
  safety: 'victim support,domestic abuse advice,hate crime reporting,home safety visits',
};

const sentences = [
  'We offer {s} for people who live or work in {t}.',
  'Our friendly staff and volunteers will help you with {s} at your own pace.',
  'Sessions are held every week and everybody is welcome, whatever their background.',
  'Please call or send an email before you come for the first time, so that we can tell you what to expect.',
  'The group was set up by neighbours on {n} Road and is run by {n} Community Trust.',
  'Tea, coffee and a light snack are provided at no charge.',
  'You can refer yourself or ask your GP, social worker or link worker to refer you.',
  'We also run {s} on the {n} estate and outreach in hospitals, hostels and schools.',
  'Support is confidential and lasts for up to twelve weeks, with a review at the end.',
  'The building on {n} Street has a lift and an accessible toilet, and there is parking nearby.',
  'Funded by the {n} Foundation and the local authority since 2009.',
];

const syllables =
  'al,an,ar,bar,bel,bin,brook,cas,chel,cor,dal,den,der,don,el,fen,fer,gar,glen,had,har,hol,ing,kel,ken,lan,ley,lin,mal,mar,mer,mor,nor,or,pen,per,ram,ros,sal,sel,shel,ster,tal,tor,ul,ver,wal,wen,wick,yar'.split(
    ',',
  );
const kinds = ['service', 'project', 'group', 'drop-in', 'programme', 'hub', 'club', 'helpline'];
const spoken = [
  'bn',
  'pl',
  'ro',
  'so',
  'tr',
  'ur',
  'ar',
  'pt',
  'gu',
  'pa',
  'ta',
  'fa',
  'zh-Hans',
  'es',
  'fr',
  'it',
  'lt',
  'bg',
  'sq',
  'uk',
];
const providerKinds: readonly ProviderKind[] = ['small-charity', 'small-charity', 'small-charity', 'council', 'nhs', 'business', 'other'];

/** Numbers, words and choices from one seed. */
class Dice {
  private readonly next: () => number;

  constructor(seed: number) {
    this.next = seededNumbers(seed);
  }

  under(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  one<T>(values: readonly T[]): T {
    const value = values[this.under(values.length)];
    if (value === undefined) throw new RangeError('There is nothing to choose from');
    return value;
  }

  some<T>(values: readonly T[], most: number): readonly T[] {
    return [...new Set(Array.from({ length: this.under(most + 1) }, () => this.one(values)))];
  }

  around(middle: number, spread: number): number {
    return middle + (this.next() + this.next() + this.next() - 1.5) * spread;
  }

  name(): string {
    const word = Array.from({ length: 2 + this.under(2) }, () => this.one(syllables)).join('');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
}

type Town = (typeof towns)[number];

function aTown(dice: Dice): Town {
  let left = dice.under(100);
  return towns.find(({ share }) => (left -= share) < 0) ?? towns[0];
}

function aSchedule(dice: Dice): Schedule {
  const days = dice.some(weekdays, 3).map(day => ({ day }));
  const dated = dice.happens(0.1);
  return {
    freq: 'WEEKLY',
    interval: 1,
    days,
    monthDays: [],
    opens: '10:00',
    closes: '16:00',
    ...(dated && { from: '2024-09-01', to: dice.happens(0.5) ? '2025-07-31' : '2027-07-31' }),
  };
}

function aPlace(dice: Dice, town: Town, id: string): Place {
  const name = dice.name();
  return {
    id,
    name: `${name} ${dice.one(['Centre', 'Library', 'Hall', 'Surgery', 'Hub'])}`,
    address: [`${String(1 + dice.under(200))} ${dice.name()} ${dice.one(['Street', 'Road', 'Lane'])}`, town.name],
    postcode: `${town.outward} ${String(1 + dice.under(9))}${dice.one(['AA', 'BD', 'EF', 'HN', 'QR', 'TW'])}`,
    ...(dice.happens(0.96) && {
      point: { latitude: dice.around(town.latitude, 0.06), longitude: dice.around(town.longitude, 0.09) },
    }),
    venue: dice.one(venueKinds),
    access: dice.some(accessKinds, 3),
    schedules: dice.happens(0.5) ? [aSchedule(dice)] : [],
  };
}

function aProvider(dice: Dice, town: Town, count: number): Provider {
  // Four in a hundred are one of forty national charities; of the others each has about four services.
  if (dice.happens(0.04)) {
    const number = dice.under(40);
    return { id: `national-${String(number)}`, name: `National ${syllables[number] ?? ''}aid`, kind: 'national-charity' };
  }
  const number = dice.under(Math.ceil(count / 4));
  const own = new Dice(number + 1);
  return { id: `provider-${String(number)}`, name: `${own.name()} ${town.name} ${own.name()}`, kind: own.one(providerKinds) };
}

function about(dice: Dice, subject: string, town: Town): string {
  const said = Array.from({ length: 3 + dice.under(4) }, () => dice.one(sentences));
  return said.map(text => text.replace('{s}', subject).replace('{t}', town.name).replaceAll('{n}', dice.name())).join(' ');
}

function aDate(dice: Dice): string {
  return `${String(2023 + dice.under(3))}-${String(1 + dice.under(12)).padStart(2, '0')}-${String(1 + dice.under(28)).padStart(2, '0')}`;
}

function limits(dice: Dice): Pick<Service, 'minimumAge' | 'maximumAge'> {
  if (!dice.happens(0.4)) return {};
  const minimumAge = dice.one([16, 18, 18, 18, 50, 55, 60, 65]);
  return minimumAge < 18 ? { minimumAge, maximumAge: 25 } : { minimumAge };
}

function facts(dice: Dice): Pick<Service, 'cost' | 'wayIn' | 'capacity' | 'lastModified' | 'assured'> {
  return {
    ...(dice.happens(0.7) && { cost: dice.one(['free', 'free', 'free', 'some', 'paid'] as const) }),
    ...(dice.happens(0.6) && { wayIn: dice.one(['drop-in', 'self', 'self', 'professional'] as const) }),
    ...(dice.happens(0.3) && {
      capacity: dice.one([
        { state: 'open' },
        { state: 'open' },
        { state: 'waiting', weeks: 2 + dice.under(20) },
        { state: 'closed' },
      ] as const),
    }),
    ...(dice.happens(0.9) && { lastModified: aDate(dice) }),
    ...(dice.happens(0.3) && { assured: aDate(dice) }),
  };
}

function aService(dice: Dice, number: number, count: number): Service {
  const town = aTown(dice);
  const need = dice.one(needKeys);
  const subject = dice.one(subjects[need].split(','));
  const id = `service-${String(number).padStart(7, '0')}`;
  const remote = dice.happens(0.08);
  const places = Array.from({ length: remote ? dice.under(2) : dice.happens(0.1) ? 3 : 1 }, (_, at) =>
    aPlace(dice, town, `${id}-${String(at)}`),
  );
  return {
    id,
    name: `${dice.name()} ${subject} ${dice.one(kinds)}`,
    about: about(dice, subject, town),
    provider: aProvider(dice, town, count),
    needs: [...new Set([need, ...(dice.happens(0.3) ? [dice.one(needKeys)] : [])])],
    places,
    remote,
    schedules: dice.happens(0.3) ? [aSchedule(dice)] : [],
    ...limits(dice),
    audiences: dice.happens(0.2) ? dice.some(audienceKinds, 2) : [],
    ...facts(dice),
    languages: dice.happens(0.25) ? dice.some(spoken, 3) : [],
    interpreters: dice.happens(0.1),
    areas: dice.happens(0.3) ? [dice.happens(0.5) ? town.name : town.outward] : [],
    phones: [`020 7946 ${String(1000 + dice.under(8999))}`],
    email: `hello@${id}.example`,
    hidden: dice.happens(0.003),
  };
}

/** `count` services, the same for the same seed, one after another. */
export function* generateServices(count: number, seed = 1): Generator<Service> {
  const dice = new Dice(seed);
  for (let number = 0; number < count; number += 1) yield aService(dice, number, count);
}
