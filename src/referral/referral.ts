// The referral: what a link worker receives. A projection of the answers, never a second set of questions.
import type { AnswerValue } from '../content/forms/form.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { RedFlagKind, RedFlagTier } from '../content/content.js';

/** Staff of the practice, by no name: a FHIR R4 Reference with its display alone. */
export const staffAtPractice = { type: 'PractitionerRole', display: 'Staff at the practice' } as const;

/** A FHIR R4 QuestionnaireResponse as the questionnaire room wrote it; carried whole, not looked into. */
export interface AnsweredQuestionnaire {
  readonly resourceType: 'QuestionnaireResponse';
  readonly questionnaire?: string;
  readonly status: string;
  readonly language?: string;
  readonly authored?: string;
  /** Who wrote the answers down, where that was not who gave them. */
  readonly author?: typeof staffAtPractice;
  readonly item?: readonly unknown[];
}

/** One answered question: English for staff, the person's own words kept as given. */
export interface ReferralAnswer {
  readonly linkId: string;
  readonly part: string;
  /** The question in English. */
  readonly question: string;
  readonly values: readonly AnswerValue[];
  /** Coded answers in English; free text exactly as written. */
  readonly answer: string;
  /** Set for free text: BCP 47 tag of the language the conversation was in when it was written. Never machine-translated. */
  readonly wordsIn?: string;
  /** Given to staff at the practice, who wrote it down. */
  readonly by?: 'staff';
  readonly at: string;
}

export interface ReferralNeed {
  readonly key: string;
  /** English label. */
  readonly label: string;
  /** Named by the patient as the one to begin with. */
  readonly first: boolean;
  readonly answers: readonly ReferralAnswer[];
}

/** A measured figure: one ONS4 answer, or the total of a scored screen. */
export interface ReferralMeasure {
  readonly id: string;
  readonly name: string;
  readonly codes: readonly { readonly system?: string; readonly code: string; readonly display?: string }[];
  /** A number (ONS4, UCLA-3 total) or a yes/no (Hunger Vital Sign at risk). */
  readonly value: number | boolean;
  readonly range?: readonly [number, number];
  /** What the figure means by its instrument, English. */
  readonly band?: string;
  readonly at: string;
}

/** One permission: given or refused, when, and the words that were agreed to (English) with the language they were read in. */
export interface ReferralConsent {
  readonly purpose: 'share-link-worker' | 'share-gp' | 'contact';
  readonly given: boolean;
  readonly at: string;
  readonly wording: string;
  readonly lang: string;
}

export interface ReferralFlag {
  readonly kind: RedFlagKind;
  readonly tier: RedFlagTier;
  readonly rule: string;
  readonly at: string;
  /** What the person wrote, as they wrote it, cut at 500 characters. */
  readonly words?: string;
}

/** What came to a referral after it was sent: danger told later. */
export interface ReferralAddition {
  readonly v: 1;
  readonly referralId: string;
  /** That of the referral, so that it is found by it even if nothing else of it is kept any more. */
  readonly reference?: string;
  readonly at: string;
  readonly flags: readonly ReferralFlag[];
}

/** An answer that was changed, dropped since another changed, or asked for again since its question did; never what it was. */
export interface ReferralChange {
  readonly at: string;
  readonly did: 'changed' | 'dropped' | 'asked-again';
  readonly linkId: string;
  /** The question in English. */
  readonly question: string;
}

/** Local services that were shown to the person, those they want to ask about, and needs for which nothing near was found. */
export interface ReferralNearby {
  readonly shown: readonly { readonly need: NeedKey; readonly id: string; readonly name: string }[];
  readonly askAbout: readonly { readonly id: string; readonly name: string }[];
  readonly unmet: readonly NeedKey[];
}

export interface Referral {
  readonly v: 1;
  /** Worked out one-way from the conversation's id and the episode: the same whatever is retried. */
  readonly id: string;
  /** Read out over the telephone: eight characters without I, L, O, U, 0, 1, as `XXXX-XXXX`. */
  readonly reference: string;
  /** SHA-256 in hex of `<id>:<six-digit code>`; the record is encrypted whole, so this only keeps the code out of sight of staff. */
  readonly codeHash: string;
  /** `call-back`: asked for a call after urgent help; name, number and what was told, nothing else. */
  readonly way: 'full' | 'call-me' | 'call-back';
  readonly submittedAt: string;
  readonly urgency: 'routine' | 'urgent' | 'same-day';
  readonly flags: readonly ReferralFlag[];
  readonly contact: {
    readonly name: string;
    readonly phone?: string;
    readonly email?: string;
    readonly address?: string;
    /** English sentences of what is and is not safe, for example "Do not leave a voicemail". Never folded away. */
    readonly safety: readonly string[];
    readonly times?: string;
  };
  readonly language: {
    /** Language of the conversation. */
    readonly written: string;
    /** Language wanted for the call; BCP 47 or `bfi` for British Sign Language. */
    readonly spoken?: string;
    readonly spokenName?: string;
    readonly interpreter: boolean;
    /** Access needs in English, each with its Accessible Information code where confirmed. */
    readonly access: readonly { readonly code: string; readonly label: string; readonly snomed?: string }[];
  };
  readonly needs: readonly ReferralNeed[];
  /** The person's own words about what is on their mind and what matters most, verbatim. */
  readonly words: readonly ReferralAnswer[];
  readonly measures: readonly ReferralMeasure[];
  readonly eligibility: {
    readonly age?: number;
    readonly practice?: { readonly ods: string; readonly name: string };
    readonly postcode?: string;
  };
  readonly person: {
    readonly dateOfBirth?: string;
    readonly gender?: string;
    readonly nhsNumber?: string;
    readonly ethnicity?: { readonly code: string; readonly label: string };
  };
  readonly consents: readonly ReferralConsent[];
  readonly who: {
    readonly kind: 'self' | 'helped' | 'other';
    readonly detail: readonly ReferralAnswer[];
  };
  /** Every answer, in the order asked, for the detail below and for FHIR QuestionnaireResponses. */
  readonly answers: readonly ReferralAnswer[];
  /** SNOMED codes earned by explicit answers and switched on by the deployer. */
  readonly codes: readonly { readonly code: string; readonly display: string }[];
  /** One FHIR R4 QuestionnaireResponse for each questionnaire answered, as it stood when the referral was sent. */
  readonly responses: readonly AnsweredQuestionnaire[];
  /** How the answers came to be what they are, oldest first. */
  readonly changes?: readonly ReferralChange[];
  /** Absent where no directory of services was asked. */
  readonly nearby?: ReferralNearby;
  /** Private questions left out at the desk, where there was no privacy; English. `safety`: its answers tell of danger. */
  readonly notAsked?: readonly { readonly linkId: string; readonly question: string; readonly safety: boolean }[];
  readonly contentVersion: string;
}
