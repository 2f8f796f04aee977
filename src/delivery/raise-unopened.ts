// A red flag that nobody has opened is raised again: marked in the list, and whoever is on duty is told once more. Several servers look at the
// same list; the one whose change of the record is saved raises it, the others find it raised.
import { auditLine } from '../audit/audit-line.js';
import type { Service } from '../content/journey/service-schema.js';
import type { Clock, RecordIndex, ReferralStore, StoredRecord, StoreLogger } from '../storage/ports.js';
import { afterOpenMinutes } from '../text/open-minutes.js';
import { isOpenAt } from '../text/opening-hours.js';
import { worstTier, type Flagged } from './flagged.js';
import { waymark } from './keep-addition.js';
import { indexOfRecord } from './record-index.js';
import { readReferralRecord, writeReferralRecord, type ReferralRecord } from './referral-record.js';
import type { TellDuty } from './tell-duty.js';

/** How many records are read at a time, and how long a server that raised one may take to tell of it before another does. */
const [pageSize, tellWithinMs] = [50, 2 * 60_000];

export interface RaiseUnopenedOptions {
  readonly referrals: ReferralStore;
  readonly tell: TellDuty;
  readonly service: Pick<Service, 'duty' | 'openingHours'>;
  readonly clock: Clock;
  readonly logger: StoreLogger;
}

/** What one round saw: open flags by tier, and how many were raised. */
export interface RaisingRound {
  readonly open: Readonly<Record<'act' | 'ask', number>>;
  readonly raised: number;
}

type Open = Extract<Flagged, { open: true }>;

interface Found {
  readonly stored: StoredRecord;
  readonly record: ReferralRecord & { readonly flagged: Open };
}

/** Makes one round over everything that is flagged. What cannot be raised or told now is logged and tried in the next. @throws StoreUnavailable when the list cannot be read */
export function createRaiseUnopened(options: RaiseUnopenedOptions): () => Promise<RaisingRound> {
  const { referrals, service, clock, logger } = options;
  const look = createLook(options);
  return async () => {
    const flagged = await listFlagged(referrals);
    const open = { act: 0, ask: 0 };
    for (const one of flagged) if (one.flagged !== undefined) open[one.flagged] += 1;
    if (!isOpenAt(service.openingHours, clock().toISOString())) return { open, raised: 0 };
    let raised = 0;
    for (const { id } of flagged) {
      const wasRaised = await look(id).catch((err: unknown) => {
        logger.error({ referral: id, err }, 'an unopened red flag could not be raised again; trying again in the next round');
        return false;
      });
      if (wasRaised) raised += 1;
    }
    return { open, raised };
  };
}

/** Looks at one record, and raises it or tells of it if it is time; was it raised? */
function createLook({ referrals, tell, service, clock }: RaiseUnopenedOptions): (id: string) => Promise<boolean> {
  const save = async ({ stored, record }: Found, flagged: Open, did: 'raised-again' | 'told-duty'): Promise<boolean> => {
    const next = { ...record, flagged };
    const line = auditLine(did, waymark, clock(), stored.id);
    return (await referrals.update(stored.id, indexOfRecord(next), writeReferralRecord(next), stored.rev, line)) === 'saved';
  };

  const raise = async ({ stored, record }: Found): Promise<boolean> => {
    const now = clock();
    const tellBy = new Date(now.getTime() + tellWithinMs).toISOString();
    const flagged = { ...record.flagged, raised: { at: now.toISOString(), times: (record.flagged.raised?.times ?? 0) + 1, tellBy } };
    if (!(await save({ stored, record }, flagged, 'raised-again'))) return false;
    await tellOf({ stored: { ...stored, rev: stored.rev + 1 }, record: { ...record, flagged } });
    return true;
  };

  const tellOf = async (found: Found): Promise<void> => {
    const { flagged, referral } = found.record;
    if (flagged.raised === undefined) return;
    const { at, times } = flagged.raised;
    const tier = worstTier(referral.flags) ?? 'ask';
    const id = `${found.stored.id}-${flagged.since.replaceAll(/\D/gu, '')}-${String(times)}`;
    await tell({ id, reference: referral.reference, tier, why: 'raised-again', at });
    await save(found, { ...flagged, raised: { at, times } }, 'told-duty');
  };

  return async id => {
    const found = await find(referrals, id);
    if (found === undefined || found.record.flagged.opened !== undefined) return false;
    const tellBy = found.record.flagged.raised?.tellBy;
    // Raised, and whoever raised it never came to tell of it.
    if (tellBy !== undefined && Date.parse(tellBy) <= clock().getTime()) await tellOf(found);
    else if (isDue(found.record.flagged, service, clock())) return raise(found);
    return false;
  };
}

function isDue({ since, raised }: Open, { duty, openingHours }: RaiseUnopenedOptions['service'], now: Date): boolean {
  if ((raised?.times ?? 0) >= duty.timesAtMost) return false;
  const due = afterOpenMinutes(openingHours, raised?.at ?? since, duty.raiseAgainMinutes);
  return due !== undefined && due <= now.getTime();
}

async function find(referrals: ReferralStore, id: string): Promise<Found | undefined> {
  const stored = await referrals.get(id);
  const record = stored && readReferralRecord(stored.value);
  if (stored === undefined || record?.flagged?.open !== true) return undefined;
  return { stored, record: { ...record, flagged: record.flagged } };
}

/** Everything flagged: it stands before all else in the list. */
async function listFlagged(referrals: ReferralStore): Promise<readonly (RecordIndex & { readonly id: string })[]> {
  const found: (RecordIndex & { readonly id: string })[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const { records, total } = await referrals.list({ offset, limit: pageSize });
    const flagged = records.filter(record => record.flagged !== undefined);
    found.push(...flagged);
    if (flagged.length < records.length || offset + pageSize >= total) return found;
  }
}
