// Staff hand a conversation over to a patient, from the desk or from Teams: what was chosen, the way over, and the line of the audit trail.
import { auditLine } from '../audit/audit-line.js';
import type { Content } from '../content/content.js';
import type { ReferralStore } from '../storage/ports.js';
import type { Begun, HandedOver, HandingOver } from './pages/handing-over.js';
import { sourceLanguage } from './pages/words.js';

/** Most needs and services that go along; nobody picks more. */
const most = 30;
const longestId = 200;

/** What it takes. */
export interface StaffHandOver {
  readonly handingOver: Pick<HandingOver, 'prepare'>;
  readonly referrals: Pick<ReferralStore, 'audit'>;
  readonly clock: () => Date;
}

/** What was chosen; a language that is not offered becomes English. Needs are looked up later, ids of services only kept. */
export function begunWith({ lang, needs, services }: Begun, { languages }: Pick<Content, 'languages'>): Begun {
  return {
    lang: languages.has(lang) ? lang : sourceLanguage,
    needs: needs.slice(0, most),
    services: services.filter(id => id.length <= longestId).slice(0, most),
  };
}

/** The way over. It is shown only once it is written down who made it. @throws StoreUnavailable */
export async function handOverAsStaff(who: string, begun: Begun, { handingOver, referrals, clock }: StaffHandOver): Promise<HandedOver> {
  const given = await handingOver.prepare(begun);
  await referrals.audit(auditLine('handed-over', who, clock()));
  return given;
}
