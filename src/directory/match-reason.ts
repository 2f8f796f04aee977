// Why a service is shown, and why another one is not: codes with values. The words for them are in locales/.
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { AccessKind, AudienceKind, Weekday } from './service.js';

/** A fact somebody asked for that the feed does not give. */
export type Unsaid = 'cost' | 'language' | 'days' | 'area' | AccessKind;

/** One reason to show a service, in the order in which they are read. Miles are rounded to a tenth. */
export type Reason =
  | { readonly code: 'free' | 'free-for-some' | 'paid' }
  | { readonly code: 'miles'; readonly miles: number }
  | { readonly code: 'remote' }
  /** Its address is not told to anybody: they are called first. */
  | { readonly code: 'address-kept' }
  | { readonly code: 'days'; readonly days: readonly Weekday[] }
  /** Not on yet: from this ISO date. */
  | { readonly code: 'starts'; readonly from: string }
  /** `language`: the tag the person asked with. */
  | { readonly code: 'language'; readonly language: string }
  | { readonly code: 'interpreters' }
  | { readonly code: 'ages'; readonly from?: number; readonly to?: number }
  | { readonly code: 'for'; readonly audience: AudienceKind }
  /** Access that was asked for and is there. */
  | { readonly code: AccessKind }
  /** Says that it serves where the person lives: as the feed writes it. */
  | { readonly code: 'area'; readonly area: string }
  | { readonly code: 'open' | 'drop-in' | 'self' }
  | { readonly code: 'waiting'; readonly weeks?: number }
  | { readonly code: 'ask-link-worker' }
  | { readonly code: 'small-local' }
  /** ISO date within the last twelve months on which its owner assured it. */
  | { readonly code: 'assured'; readonly on: string }
  /** Last changed or assured over twelve months ago, on this ISO date; without one: the feed does not say when. */
  | { readonly code: 'stale'; readonly checked?: string }
  | { readonly code: 'not-said'; readonly what: Unsaid }
  /** Nothing else is known of it than that it serves this need. */
  | { readonly code: 'need'; readonly need: NeedKey };

/** One reason not to show a service. */
export type Miss =
  | { readonly code: 'too-young'; readonly from: number }
  | { readonly code: 'too-old'; readonly to: number }
  | { readonly code: 'not-for-you'; readonly audiences: readonly AudienceKind[] }
  | { readonly code: 'outside-area'; readonly areas: readonly string[] }
  | { readonly code: 'too-far'; readonly miles: number }
  /** The person cannot travel and it can only be gone to. */
  | { readonly code: 'must-travel' }
  | { readonly code: 'costs' }
  | { readonly code: 'other-language'; readonly languages: readonly string[] }
  | { readonly code: `no-${AccessKind}` }
  | { readonly code: 'not-that-day'; readonly days: readonly Weekday[] }
  | { readonly code: 'closed' }
  /** Its last date is past. */
  | { readonly code: 'ended'; readonly on: string }
  | { readonly code: 'only-professional' };
