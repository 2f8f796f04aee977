// What page tests stand on: the words the product ships, worded by the real translator over a small invented service, and a conversation
// that answers as told and remembers what it was asked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, Language, RedFlagResponse } from '../../src/content/content.js';
import { createTranslator } from '../../src/content/languages/create-translator.js';
import type { LanguageWords } from '../../src/content/languages/create-translator.js';
import type { Form } from '../../src/content/forms/form.js';
import type { Helpline, Service } from '../../src/content/journey/service-schema.js';
import type { Question, Reply } from '../../src/conversation/reply.js';
import type { Conversing, PageTurn, Spoken } from '../../src/channels/pages/conversing.js';
import type { HandingOver } from '../../src/channels/pages/handing-over.js';
import type { PageRequest, PageResponse } from '../../src/channels/pages/page.js';
import { deaf } from './deaf.js';
import { nobodyYoung } from './red-flags.js';
import { createPages } from '../../src/channels/pages/pages.js';
import type { PagesParts } from '../../src/channels/pages/pages-parts.js';

const service: Service = {
  sample: true,
  name: 'Mill Lane Practice',
  controller: 'Mill Lane Practice',
  dataProtectionOfficer: { name: 'A. Officer', email: 'dpo@example.org' },
  privacyNotice: { lawfulBasis: 'UK GDPR Article 6(1)(e) and Article 9(2)(h).' },
  practices: [{ ods: 'A12345', name: 'Mill Lane Practice' }],
  area: { name: 'E1', postcodes: ['E1'] },
  minimumAge: 18,
  under16Commissioned: false,
  phone: '020 7946 0000',
  email: 'hello@example.org',
  openingHours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  workingDays: 5,
  intake: { state: 'accepting' },
  clinicalContact: { name: 'A. Nurse', role: 'duty nurse', phone: '020 7946 0001' },
  duty: { raiseAgainMinutes: 60, timesAtMost: 8 },
  safeguarding: { children: '020 7946 0002', adults: '020 7946 0003', housing: '020 7946 0004' },
  retention: { conversationHours: 24, pausedDays: 14, referralDays: 365 },
};

function helpline(id: string, name: string, number: string, contact: Helpline['contact'] = 'call'): readonly [string, Helpline] {
  return [
    id,
    {
      id,
      name,
      text: name,
      number,
      contact,
      free: true,
      hours: '24/7',
      for: 'everyone',
      area: 'UK',
      languages: ['en'],
      status: 'verified',
      verifiedOn: '2026-11-22',
      source: 'https://example.org',
    },
  ];
}

const helplines = new Map([
  helpline('emergency', 'Emergency services', '999'),
  helpline('samaritans', 'Samaritans', '116 123'),
  helpline('shout', 'Shout', '85258', 'text'),
]);

function readWords(tag: string, file: string): readonly (readonly [string, string])[] {
  if (!existsSync(join('locales', tag, `${file}.json`))) return [];
  // safe: locale files are flat objects of texts; the content room checks them whole
  const words = JSON.parse(readFileSync(join('locales', tag, `${file}.json`), 'utf8')) as Record<string, string>;
  return Object.entries(words);
}

function language(tag: string, name: string, englishName: string, dir: 'ltr' | 'rtl'): Language {
  const review = {
    pages: tag === 'en-GB' ? { status: 'reviewed' as const, by: 'A. Reader', on: '2026-11-22' } : { status: 'draft' as const },
  };
  return { tag, name, englishName, dir, review, listen: deaf, needs: new Map() };
}

const languages = [
  language('en-GB', 'English', 'English', 'ltr'),
  language('pl', 'polski', 'Polish', 'ltr'),
  language('ar', 'العربية', 'Arabic', 'rtl'),
];

function wordsOf({ tag, dir }: Language): LanguageWords {
  const product = new Map([
    ...readWords('en-GB', 'product'),
    ...readWords('en-GB', 'near'),
    ...readWords(tag, 'pages'),
    ...readWords(tag, 'near'),
  ]);
  return { tag, dir, product, texts: new Map() };
}

const emptyForm: Form = { roots: [], byLinkId: new Map(), order: [], sources: new Map() };

/** Content with the shipped page words in three languages and nothing to ask. */
export function smallContent(changes: Partial<Service> = {}): Content {
  const own = { ...service, ...changes };
  const selfHarm: RedFlagResponse = {
    kind: 'self-harm',
    helplines: ['emergency', 'samaritans', 'shout'],
    alone: false,
    urgency: 'same-day',
  };
  return {
    version: 'test',
    service: own,
    helplines,
    // safe: no page reads the journey, so an empty one serves
    journey: { form: emptyForm, parts: [], ends: [], roles: {}, sendWithoutReview: [] } as unknown as Content['journey'],
    needs: [],
    groups: { audiences: [], access: [] },
    redFlags: { responses: new Map([['self-harm', selfHarm]]), young: nobodyYoung, answers: [], rules: [] },
    codesOn: new Set(),
    languages: new Map(languages.map(one => [one.tag, one])),
    unready: new Map(),
    translator: createTranslator({ languages: languages.map(wordsOf), form: emptyForm, service: own, helplines }),
  };
}

/** A question in plain words. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  const text = { verbatim: 'What shall we call you?' };
  return { key: 'contact.name', linkId: 'contact.name', type: 'string', safety: false, required: true, repeats: false, text, ...changes };
}

/** The reply that asks it. */
export function asking(changes: Partial<Question> = {}): Reply {
  return { kind: 'ask', question: aQuestion(changes), before: [], progress: { done: 5, total: 14 } };
}

/** The reply that refuses an answer. */
export function refusing(text: string): Reply {
  return { kind: 'say', tone: 'refusal', phrases: [{ verbatim: text }], notice: { code: 'refused', why: 'empty' } };
}

/** What the conversation answers unless told otherwise. */
export function spoken(changes: Partial<Spoken> = {}): Spoken {
  return {
    state: 'ok',
    lang: 'en-GB',
    replies: [asking()],
    story: [],
    progress: { done: 5, total: 14 },
    flagged: false,
    erased: false,
    ...changes,
  };
}

/** A conversation that answers `says` to everything and keeps what it was told. */
export class FakeConversing implements Conversing {
  readonly turns: PageTurn[] = [];
  readonly shown: { readonly id: string; readonly lang: string; readonly activityId: string | undefined }[] = [];
  says: Spoken;

  constructor(says: Spoken = spoken()) {
    this.says = says;
  }

  readonly say = (turn: PageTurn): Promise<Spoken> => {
    this.turns.push(turn);
    return Promise.resolve(this.says);
  };

  readonly show = (id: string, lang: string, activityId?: string): Promise<Spoken> => {
    this.shown.push({ id, lang, activityId });
    return Promise.resolve(this.says);
  };
}

/** Nothing is handed over. */
export const noHandOver: HandingOver = {
  prepare: () => Promise.reject(new Error('nothing is prepared here')),
  beginWithStaff: () => Promise.reject(new Error('nothing is begun here')),
  give: () => Promise.resolve({ state: 'none' }),
  isOver: () => Promise.resolve(false),
  byLink: () => Promise.resolve({ state: 'unknown' }),
  byCode: () => Promise.resolve({ state: 'unknown' }),
  putAside: () => Promise.resolve('not-here'),
  takeUp: () => Promise.resolve(),
  wipe: () => Promise.resolve('wiped'),
};

/** The pages' parts over small content; entropy counts up, so that each form differs. */
export function pagesParts(conversing: Conversing, changes: Partial<PagesParts> = {}): PagesParts {
  let count = 0;
  return {
    content: smallContent(),
    assets: { url: name => `/assets/${name}` },
    conversing,
    comingBack: { byLink: () => Promise.resolve({ state: 'unknown' }), byCode: () => Promise.resolve({ state: 'unknown' }) },
    entropy: () => String((count += 1)).padEnd(32, '7'),
    findStatus: () => Promise.resolve(undefined),
    clock: () => new Date('2026-11-23T10:00:00Z'),
    handingOver: noHandOver,
    mayTryCode: () => true,
    ...changes,
  };
}

/** A code a conversation can have. */
export const aCode = '7K2M9PQR4T6VX';

/** Sends requests to the pages as a browser with a cookie would. */
export class Visitor {
  readonly #routes;
  cookies: Record<string, string> = {};

  constructor(parts: PagesParts) {
    this.#routes = createPages(parts);
  }

  get(address: string, changes: Partial<PageRequest> = {}): Promise<PageResponse> {
    return this.#send('GET', address, {}, changes);
  }

  post(address: string, form: PageRequest['form'], changes: Partial<PageRequest> = {}): Promise<PageResponse> {
    return this.#send('POST', address, form, changes);
  }

  async #send(method: 'GET' | 'POST', address: string, form: PageRequest['form'], changes: Partial<PageRequest>): Promise<PageResponse> {
    const url = new URL(address, 'http://mill.example');
    const fits = (path: string): boolean => new RegExp(`^${path.replace(/:\w+/gu, '[^/]+')}$`, 'u').test(url.pathname);
    const route = this.#routes.find(one => one.method === method && fits(one.path));
    if (route === undefined) throw new Error(`nothing serves ${method} ${url.pathname}`);
    const request: PageRequest = {
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      form,
      cookies: this.cookies,
      acceptLanguage: 'en-GB,en;q=0.8',
      live: false,
      secure: false,
      host: url.host,
      origin: method === 'POST' ? url.origin : undefined,
      remote: '127.0.0.1',
      ...changes,
    };
    const response = await route.handle(request);
    this.#keepCookies(response);
    return response;
  }

  #keepCookies({ cookies = [] }: PageResponse): void {
    for (const line of cookies) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      const others = Object.entries(this.cookies).filter(([known]) => known !== name);
      this.cookies = Object.fromEntries(value === '' ? others : [...others, [name, value]]);
    }
  }
}

/** The value of a hidden field in a page. */
export function hiddenField(body: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`, 'u').exec(body)?.[1] ?? '';
}
