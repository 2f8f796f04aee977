// A whole small content (dialogs/ and locales/ for English, Polish and Arabic) as plain objects, written to a folder of its own, so that
// each test can break one thing and see what is said about it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentError } from '../../src/errors.js';
import type { Content } from '../../src/content/content.js';
import { loadContent, type LoadContentOptions } from '../../src/content/load-content.js';
import { needKeys } from '../../src/content/journey/needs-schema.js';

/** Path below the folder (`dialogs/start.json`) to its JSON, or to raw text. */
export type Files = Record<string, unknown>;

const system = 'https://example.org/way';
const core = 'http://hl7.org/fhir/StructureDefinition';

/** A display item that serves its question: `inline` help or the reason (`help`). */
export function aDisplay(linkId: string, text: string, control: 'inline' | 'help') {
  return {
    linkId,
    type: 'display',
    text,
    extension: [{ url: `${core}/questionnaire-itemControl`, valueCodeableConcept: { coding: [{ code: control }] } }],
  };
}

function start() {
  return {
    resourceType: 'Questionnaire',
    url: aCanonical('start'),
    status: 'active',
    title: 'Start',
    item: [
      {
        linkId: 'way',
        type: 'choice',
        text: 'How would you like to talk to {{serviceName}}?',
        required: true,
        answerOption: [
          { valueCoding: { system, code: 'full', display: 'Here' } },
          { valueCoding: { system, code: 'call-me', display: 'By telephone' } },
        ],
        item: [aDisplay('way.help', 'Both are fine.', 'inline'), aDisplay('way.why', 'So that we do it your way.', 'help')],
      },
      { linkId: 'share', type: 'boolean', text: 'May we share this?', required: true },
      {
        linkId: 'name',
        type: 'string',
        text: 'What is your name?',
        extension: [
          { url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText', valueString: 'Name' },
          { url: `${core}/entryFormat`, valueString: 'Sam Lee' },
          { url: 'https://waymark.example/fhir/StructureDefinition/answer-format', valueCode: 'name' },
        ],
      },
      { linkId: 'needs', type: 'choice', text: 'What is on your mind?', repeats: true, answerValueSet: '#needs' },
      { linkId: 'practice', type: 'choice', text: 'Which practice?', answerValueSet: '#practices' },
      { linkId: 'spoken', type: 'choice', text: 'Which language?', answerValueSet: '#spoken-languages' },
      { linkId: 'born', type: 'date', text: 'When were you born?' },
      {
        linkId: 'phone',
        type: 'string',
        text: 'Which number?',
        extension: [{ url: 'https://waymark.example/fhir/StructureDefinition/answer-format', valueCode: 'phone' }],
      },
      {
        linkId: 'secret',
        type: 'boolean',
        text: 'Worked out by the product',
        extension: [{ url: `${core}/questionnaire-hidden`, valueBoolean: true }],
      },
    ],
  };
}

function food() {
  return {
    resourceType: 'Questionnaire',
    url: aCanonical('screen-food'),
    status: 'active',
    item: [
      { linkId: 'enough', type: 'boolean', text: 'Do you have enough to eat?' },
      {
        linkId: 'since',
        type: 'integer',
        text: 'For how many weeks?',
        enableWhen: [{ question: 'enough', operator: '=', answerBoolean: false }],
      },
      {
        linkId: 'hello',
        type: 'display',
        text: 'Hello.',
        enableWhen: [{ question: 'start.name', operator: 'exists', answerBoolean: true }],
      },
    ],
  };
}

const service = {
  sample: true,
  name: 'Riverside',
  controller: 'Riverside Ltd',
  dataProtectionOfficer: { name: 'Jo', email: 'jo@example.org' },
  privacyNotice: { lawfulBasis: 'Article 6(1)(e)' },
  practices: [{ ods: 'A10001', name: 'River Surgery' }],
  area: { name: 'East', postcodes: ['E1'] },
  minimumAge: 18,
  under16Commissioned: false,
  phone: '020 7946 0123',
  email: 'hello@example.org',
  openingHours: [
    { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    { days: [6, 7], from: '00:00', to: '24:00' },
  ],
  workingDays: 5,
  intake: { state: 'paused', waitWeeks: 6 },
  clinicalContact: { name: 'Dr Day', role: 'Duty', phone: '020 7946 0124' },
  safeguarding: { children: '020 7946 0125', adults: '020 7946 0126', housing: '020 7946 0127' },
  retention: { conversationHours: 24, pausedDays: 14, referralDays: 365 },
};

const roleNames =
  'way who agreed authority share share-gp contact age practice postcode words needs first-need matters spoken access name date-of-birth phone email address safe times gender nhs-number ethnicity voicemail call-back';

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire';

/** Where the questionnaire of this id is to be found. */
export const aCanonical = (id: string): string => `https://example.org/Questionnaire/${id}`;

/** A part of the journey: a group that names its questionnaire. */
export function aPart(id: string, more: object = {}) {
  return {
    linkId: id,
    type: 'group',
    text: id === 'start' ? 'Start' : 'Food',
    extension: [
      { url: `${core}/variable`, valueExpression: { name: 'linkIdPrefix', language: 'text/fhirpath', expression: `'${id}.'` } },
      { url: 'https://waymark.example/fhir/StructureDefinition/review', valueBoolean: true },
    ],
    ...more,
    item: [
      {
        linkId: `${id}.questions`,
        type: 'display',
        text: 'Missing.',
        extension: [{ url: `${sdc}-subQuestionnaire`, valueCanonical: aCanonical(id) }],
      },
    ],
  };
}

function journey() {
  return {
    resourceType: 'Questionnaire',
    url: aCanonical('journey'),
    status: 'active',
    extension: [{ url: `${sdc}-assemble-expectation`, valueCode: 'assemble-root' }],
    item: [
      aPart('start'),
      aPart('screen-food', { enableWhen: [{ question: 'start.needs', operator: '=', answerCoding: { code: 'food' } }] }),
    ],
  };
}

function rolesFile() {
  const played: Record<string, string | string[]> = { way: 'start.way', share: ['start.share'], name: 'start.name', needs: 'start.needs' };
  return {
    ends: [{ id: 'no-permission', when: [{ question: 'start.share', operator: '=', answerBoolean: false }], keep: false }],
    roles: Object.fromEntries(roleNames.split(' ').map(role => [role, played[role] ?? []])),
    sendWithoutReview: ['call-me'],
  };
}

const kinds = ['emergency', 'self-harm', 'abuse', 'child', 'harm-to-others', 'destitution'];

function dialogs(): Files {
  const earned = {
    code: '733423003',
    display: 'Food insecurity',
    when: { question: 'screen-food.enough', operator: '=', answerBoolean: false },
  };
  return {
    'dialogs/service.json': structuredClone(service),
    'dialogs/journey.json': journey(),
    'dialogs/roles.json': rolesFile(),
    'dialogs/start.json': start(),
    'dialogs/screens/food.json': food(),
    'dialogs/needs.json': needKeys.map(key => ({ key, label: `Need: ${key}`, codes: key === 'food' ? [earned] : [] })),
    'dialogs/codes.json': { '733423003': false, '871731000000106': true },
    'dialogs/spoken-languages.json': [
      { code: 'en', label: 'English' },
      { code: 'pl', label: 'Polish', interpreter: '203901000000102' },
      { code: 'bfi', label: 'British Sign Language' },
    ],
    'dialogs/ends.json': { 'no-permission': { text: 'Then we share nothing.', next: 'Call {{servicePhone}}.' } },
    'dialogs/helplines.json': [
      {
        id: '999',
        name: '999',
        number: '999',
        contact: 'call',
        free: true,
        text: 'For danger now.',
        hours: '24/7',
        for: 'everyone',
        area: 'UK',
        languages: ['en'],
        status: 'verified',
        verifiedOn: '2026-11-01',
        source: 'nhs.uk',
      },
      {
        id: 'day',
        name: 'Day line',
        number: '0800 1111',
        contact: 'call',
        free: true,
        text: 'For a talk.',
        hours: [{ days: [1], from: '10:00', to: '12:00' }],
        for: 'everyone',
        area: 'UK',
        languages: ['en'],
        status: 'listed',
        verifiedOn: '2026-06-01',
        source: 'example.org',
      },
    ],
    'dialogs/red-flags.json': {
      kinds: kinds.map(kind => ({
        kind,
        understood: `I have understood: ${kind}.`,
        now: 'Call 999.',
        next: 'Somebody will read this.',
        helplines: ['999'],
        alone: kind === 'emergency',
        urgency: 'urgent',
      })),
      young: {
        under: 18,
        kinds: ['child'],
        understood: 'I have understood.',
        now: 'Call 999.',
        next: 'Somebody will read this.',
        helplines: ['999'],
      },
    },
  };
}

/** What marks a text as one of this language, in its own script. */
const mark = (tag: string): string => (tag === 'ar' ? 'عربي' : tag);

function contentTexts(tag: string): Files {
  const say = (text: string) => `[${mark(tag)}] ${text}`;
  const at = `locales/${tag}/content`;
  return {
    [`${at}/start.json`]: {
      $note: 'for reviewers',
      way: {
        text: say('{{serviceName}}?'),
        help: say('Both are fine.'),
        why: say('Because.'),
        options: { full: say('Here'), 'call-me': say('By telephone') },
      },
      share: { text: say('Share?') },
      name: { text: say('Name?'), short: say('Name'), example: say('Ewa') },
      needs: { text: say('Mind?') },
      practice: { text: say('Practice?') },
      spoken: { text: say('Language?') },
      born: { text: say('Born?') },
      phone: { text: say('Phone?') },
    },
    [`${at}/screens/food.json`]: { enough: { text: say('Enough?') }, since: { text: say('Weeks?') }, hello: { text: say('Hello.') } },
    [`${at}/needs.json`]: Object.fromEntries(needKeys.map(key => [key, { text: say(tag === 'ar' ? `(${key})` : key) }])),
    [`${at}/ends.json`]: { 'no-permission': { text: say('Nothing.'), next: say('{{servicePhone}}') } },
    [`${at}/helplines.json`]: { '999': { name: '999', text: say('Danger.') }, day: { name: say('Day line'), text: say('Talk.') } },
    [`${at}/red-flags.json`]: Object.fromEntries(
      [...kinds, 'young'].map(kind => [kind, { understood: say('yes'), now: say('999'), next: say('next') }]),
    ),
  };
}

const commandNames = 'back review change restart pause stop help person call-me urgent exit delete language skip near refer'.split(' ');

function locale(tag: string, name: string, dir: 'ltr' | 'rtl', plurals: readonly string[]): Files {
  const parts = ['product', 'content', 'listen', 'needs', 'red-flags', 'permission', 'crisis'];
  const sentences = Object.fromEntries(
    plurals.map(form => [`sent.next_${form}`, tag === 'ar' ? `[عربي] (${form}) {{count}} يوم` : `[${tag} ${form}] {{count}} days`]),
  );
  return {
    [`locales/${tag}/locale.json`]: {
      tag,
      englishName: tag,
      name,
      dir,
      review: Object.fromEntries(parts.map(part => [part, { status: 'draft' }])),
    },
    [`locales/${tag}/product.json`]: {
      $note: 'not a sentence',
      'answer.yes': `[${mark(tag)}] Yes`,
      'answer.no': `[${mark(tag)}] No`,
      'answer.another-practice': `[${mark(tag)}] Another practice`,
      'helpline.always': `[${mark(tag)}] Always`,
      'sent.reference': `[${mark(tag)}] Your reference is {{reference}}.`,
      'notice.changed': `[${mark(tag)}] {{label}}: {{answer}}`,
      ...sentences,
    },
    [`locales/${tag}/pages.json`]: { 'page.exit': `[${mark(tag)}] Exit` },
    [`locales/${tag}/near.json`]: { 'near.map': `[${mark(tag)}] Map` },
    [`locales/${tag}/listen.json`]: {
      yes: [`yes${tag}`],
      no: [`no${tag}`],
      unsure: [`maybe${tag}`],
      none: [`none${tag}`],
      commands: Object.fromEntries(commandNames.map(name => [name, [`${name.replace('-', ' ')} it`]])),
      months: Array.from({ length: 12 }, (_, month) => [`month${String.fromCharCode(97 + month)}`]),
      numbers: { one: 1 },
    },
    [`locales/${tag}/needs.json`]: Object.fromEntries(needKeys.map(key => [key, [`I need ${key}`, `Ł ${key}`]])),
    [`locales/${tag}/red-flags.json`]: {
      rules: [
        {
          id: 'die',
          kind: 'self-harm',
          tier: 'act',
          pattern: 'want to die',
          author: 'test',
          review: { status: 'draft' },
          match: ['I want to die'],
          not: [],
        },
      ],
    },
  };
}

/** The whole small content, new each time. */
export function smallContent(): Files {
  return {
    ...dialogs(),
    ...locale('en-GB', 'English', 'ltr', ['one', 'other']),
    ...locale('pl', 'polski', 'ltr', ['one', 'few', 'many', 'other']),
    ...contentTexts('pl'),
    ...locale('ar', 'العربية', 'rtl', ['zero', 'one', 'two', 'few', 'many', 'other']),
    ...contentTexts('ar'),
  };
}

/** Writes files to a new folder, hands it to `use`, and removes it. */
export function withFiles<T>(files: Files, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-content-'));
  try {
    for (const [path, json] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof json === 'string' ? json : JSON.stringify(json, null, 2));
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Loads files as content. Dates are judged on 22 November 2026. */
export function loadFiles(files: Files, options: Partial<LoadContentOptions> = {}): { content: Content; warnings: string[] } {
  return withFiles(files, folder =>
    loadContent({ dialogs: join(folder, 'dialogs'), locales: join(folder, 'locales'), production: false, today: '2026-11-22', ...options }),
  );
}

/** The problems the small content has after a change; none if it loads. */
export function problemsAfter(change: (files: Files) => unknown, options: Partial<LoadContentOptions> = {}): readonly string[] {
  const files = smallContent();
  change(files);
  try {
    loadFiles(files, options);
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** Changes one place of one file, or deletes it where the value is undefined: `edit(files, 'dialogs/start.json', 'item/0/text', 'x')`. */
export function edit(files: Files, path: string, place: string, value: unknown): Files {
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  let at = files[path];
  // Test files are plain objects and arrays made above; a wrong place fails the test.
  for (const key of keys) at = (at as Record<string, unknown>)[key];
  const target = at as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return files;
}
