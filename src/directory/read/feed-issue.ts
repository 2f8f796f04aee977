// What a report says of one row of a feed: what was wrong with it, and whether it was taken all the same.

/** `warned`: taken, with this left out or mended. `refused`: not taken. */
export interface FeedIssue {
  readonly severity: 'warned' | 'refused';
  /** In kebab-case, stable, for counting: `no-name`, `bad-postcode`, `html-in-text`, `dead-date`, `unmapped-term` ... */
  readonly code: string;
  /** Where in the row, as `service_at_locations[0].location.latitude`. */
  readonly field?: string;
  /** What stood there, cut to 80 characters. */
  readonly found?: string;
}
