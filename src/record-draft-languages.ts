// Who accepted that patients are offered languages nobody has reviewed: one line of the audit trail at each start in production.
import { auditLine } from './audit/audit-line.js';
import type { Config } from './config.js';
import type { Content } from './content/content.js';
import { acceptedDrafts } from './content/languages/unready-languages.js';
import { StoreUnavailable } from './errors.js';
import type { Logger } from './logger.js';
import type { ReferralStore } from './storage/ports.js';

interface Recording {
  readonly config: Pick<Config, 'production' | 'draftLanguages'>;
  readonly content: Pick<Content, 'languages'>;
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/**
 * Writes the line, and tells the log: who accepted, and which languages are offered because of it. A store that does not answer now is only
 * told about: the log holds the same line.
 */
export async function recordDraftLanguages({ config, content, referrals, clock, logger }: Recording): Promise<void> {
  const { acceptedBy } = config.draftLanguages;
  const tags = acceptedDrafts(content.languages.values());
  if (!config.production || acceptedBy === undefined || tags.length === 0) return;
  logger.warn({ acceptedBy, languages: tags }, 'languages are offered that nobody has reviewed');
  await referrals.audit(auditLine('accepted-draft-languages', acceptedBy, clock(), tags.join(','))).catch((error: unknown) => {
    if (!(error instanceof StoreUnavailable)) throw error;
    logger.error({ acceptedBy, languages: tags }, 'the store does not answer: who accepted the languages stands in this log alone');
  });
}
