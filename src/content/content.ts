// Everything the product knows that is not code: dialogs/ and locales/, read, checked and frozen once at start.
import type { LinearModel } from './models/linear-model.js';
import type { EnableWhen } from './forms/questionnaire-schema.js';
import type { Form, FormOption } from './forms/form.js';
import type { GroupsFile } from './journey/groups-schema.js';
import type { Helpline, Service } from './journey/service-schema.js';
import type { Models } from './models/load-models.js';
import type { Language } from './languages/language.js';
import type { Translator } from './languages/translator.js';

export type { Language } from './languages/language.js';

/** The six kinds of red flag (dialogs/red-flags.json). */
export const redFlagKinds = ['emergency', 'self-harm', 'abuse', 'child', 'harm-to-others', 'destitution'] as const;
export type RedFlagKind = (typeof redFlagKinds)[number];

/** act: answer at once with help; ask: put one direct question. */
export const redFlagTiers = ['act', 'ask'] as const;
export type RedFlagTier = (typeof redFlagTiers)[number];

/** One pattern of one language that finds one kind of red flag. */
export interface RedFlagRule {
  readonly id: string;
  readonly lang: string;
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  /** In the notation of pattern-notation.ts; read when a message first could match it. */
  readonly pattern: string;
  /** The writer says that they are a child. */
  readonly young?: true;
  readonly match: readonly string[];
  readonly not: readonly string[];
  /** Sets of words (`kil*`: a beginning); of each set one must stand in the text for the pattern to match. Absent or empty: always tried. */
  readonly anchors?: readonly (readonly string[])[];
  /** Words it can begin with, written as anchors; absent: any. */
  readonly first?: readonly string[];
  /** How this language's text is prepared and its hits judged; one object for all rules of a language. */
  readonly hearing?: RedFlagHearing;
}

/** What red-flag rules of one language share: spellings, and what lowers a hit from act to ask (never to nothing). */
export interface RedFlagHearing {
  readonly lang: string;
  /** A spelling, one word or two, and the words it stands for. */
  readonly spellings: ReadonlyMap<string, readonly string[]>;
  /** What is written onto the next word ("and" in Arabic): taken off where only the rest is a known word. */
  readonly clitics: readonly string[];
  /** Every word a rule or a spelling names. */
  readonly vocabulary: ReadonlySet<string>;
  /** Named lists of its patterns. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Patterns of what softens: what ends right before a hit, begins right after it, or overlaps it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly around: readonly string[];
  /** Everyday sentences in which no rule of any language may find this kind. */
  readonly ordinary: readonly { readonly kind: RedFlagKind; readonly say: readonly string[] }[];
}

/** What to do about one kind: which helplines, which direct question; words are in content file `red-flags`, ids = kind. */
export interface RedFlagResponse {
  readonly kind: RedFlagKind;
  /** Ids in helplines.json, in the order shown. */
  readonly helplines: readonly string[];
  /** emergency only: 999 first and alone, and no question until the person says to go on. */
  readonly alone: boolean;
  readonly urgency: 'same-day' | 'urgent';
}

/** An answer option that itself raises a flag, for example `safety.now` = `thoughts`. */
export interface RedFlagAnswer {
  readonly linkId: string;
  readonly code: string;
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
}

/** Somebody under `under` is answered in a child's words, for these kinds. */
export interface RedFlagYoung {
  readonly under: number;
  readonly kinds: ReadonlySet<RedFlagKind>;
  readonly helplines: readonly string[];
}

export interface RedFlagPolicy {
  readonly responses: ReadonlyMap<RedFlagKind, RedFlagResponse>;
  /** What is offered instead to somebody known to be under this age. */
  readonly young: RedFlagYoung;
  readonly answers: readonly RedFlagAnswer[];
  /** Every rule of every language; all run on every text. */
  readonly rules: readonly RedFlagRule[];
  /** Hears danger that is meant and not said; it can only have a question asked. */
  readonly oblique?: LinearModel;
}

/** A SNOMED CT code a referral may carry, and the answer that earns it. Exported only where codes.json switches it on. */
export interface EarnedCode {
  readonly code: string;
  readonly display: string;
  readonly when: EnableWhen;
}

export interface Need {
  readonly key: string;
  /** English label. */
  readonly label: string;
  readonly codes: readonly EarnedCode[];
  /** National lines for it (ids of helplines), named where nothing near is found. */
  readonly lines?: readonly string[] | undefined;
}

/** Why a conversation can end without a referral; words are in content file `ends`, id = this id. */
export interface JourneyEnd {
  readonly id: string;
  readonly when: readonly EnableWhen[];
  /** false: everything the person told is erased (under 13). */
  readonly keep: boolean;
  /** Stands before everything else, the direct questions about safety too (999 is being called). */
  readonly first?: true | undefined;
}

/** Which items play which part in the referral, so that a clinician may rename them. Lists: the first answered one counts. */
export type Role =
  | 'way'
  | 'who'
  | 'agreed'
  | 'authority'
  | 'share'
  | 'share-gp'
  | 'contact'
  | 'age'
  | 'practice'
  | 'postcode'
  | 'words'
  | 'needs'
  | 'first-need'
  | 'matters'
  | 'spoken'
  | 'access'
  | 'name'
  | 'date-of-birth'
  | 'phone'
  | 'email'
  | 'address'
  | 'safe'
  | 'times'
  | 'gender'
  | 'nhs-number'
  | 'ethnicity'
  | 'voicemail'
  | 'call-back';

/** One section of the journey: a questionnaire under a condition. */
export interface JourneyPart {
  readonly id: string;
  /** File in dialogs/ without `.json`. */
  readonly file: string;
  /** Shown at check your answers. */
  readonly review: boolean;
  /** All of it is answered before a form of all questions shows what comes after it. */
  readonly gate: boolean;
}

export interface Journey {
  readonly form: Form;
  readonly parts: readonly JourneyPart[];
  readonly ends: readonly JourneyEnd[];
  readonly roles: Readonly<Record<Role, readonly string[]>>;
  /** Ways (codes of the `way` role) that skip "check your answers": the last answer sends. */
  readonly sendWithoutReview: readonly string[];
}

export { commands, type Command, type Listen, type ListenTimes } from './languages/listen.js';

export interface Content {
  /** Short hash over every file read. */
  readonly version: string;
  readonly service: Service;
  readonly helplines: ReadonlyMap<string, Helpline>;
  readonly journey: Journey;
  /** Options of the value sets that files in dialogs/ share, by `#name` (practices, needs, spoken languages). */
  readonly valueSets?: ReadonlyMap<string, FormOption[]>;
  readonly needs: readonly Need[];
  /** dialogs/groups.json: which answers say that somebody is of a group that services are for, or needs something of a place. */
  readonly groups: GroupsFile;
  readonly redFlags: RedFlagPolicy;
  /** SNOMED codes the deployer switched on (dialogs/codes.json). */
  readonly codesOn: ReadonlySet<string>;
  /** Languages a conversation can be held in. */
  readonly languages: ReadonlyMap<string, Language>;
  /** Languages whose words are here but may not yet carry a conversation: they lead to a call with an interpreter. */
  readonly unready: ReadonlyMap<string, Language>;
  /** Words in every language of both. */
  readonly translator: Translator;
  /** Trained models (models/); without them needs are heard by phrases alone, and no switch of language is proposed. */
  readonly models?: Models;
}
