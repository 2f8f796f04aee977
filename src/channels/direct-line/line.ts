// What the Direct Line host asks of the conversation behind it. Made in app.ts from the bot and the store.

/** An activity as plain JSON. */
export type PlainActivity = Readonly<Record<string, unknown>>;

/** What a client sent, and as whom. */
export interface LineTurn {
  readonly conversationId: string;
  /** Of the activity to come; the same for one that is sent again. */
  readonly activityId: string;
  readonly userId: string;
  readonly activity: PlainActivity;
}

/** `saved`: it stands in the history, from where clients read it. `unsaved`: it could not be saved; these activities must be told all the same. */
export type LineAnswer = { readonly state: 'saved' } | { readonly state: 'unsaved'; readonly activities: readonly PlainActivity[] };

/** What there is after a watermark. */
export interface ActivitySet {
  readonly activities: readonly PlainActivity[];
  /** To be given back next time. */
  readonly watermark: number;
}

export interface Line {
  /** Runs one turn. */
  readonly say: (turn: LineTurn) => Promise<LineAnswer>;
  /** The activities after a watermark that are kept; where it is none of this history's, all of them. @throws StoreUnavailable */
  readonly read: (conversationId: string, after: number) => Promise<ActivitySet>;
  /** Calls `told` when there may be something new; gives what ends it. */
  readonly watch: (conversationId: string, told: () => void) => () => void;
}
