// Tells whoever is on duty that a referral with a red flag has come, or was added to: that there is one, and where it stands. Not whose it is,
// not what was told: mail lies open in many places.
import { AppError } from '../errors.js';
import type { Service } from '../content/journey/service-schema.js';
import type { OutboxEntry, ReferralStore, StoreLogger } from '../storage/ports.js';
import { worstTier } from './flagged.js';
import { readAddition } from './keep-addition.js';
import { referralCore } from './referral-record.js';
import type { SendMail } from './send-mail.js';
import type { Sink } from './sink.js';

/** One notice: about which referral, how pressing, and why now. */
export interface DutyNotice {
  /** The same for every try to send it. */
  readonly id: string;
  readonly reference: string;
  readonly tier: 'act' | 'ask';
  readonly why: 'sent' | 'added' | 'raised-again';
  /** ISO instant of what it tells of. */
  readonly at: string;
}

/** Told of each notice, for the metrics. `log`: no mail is set up, the worklist and the log alone show it. */
export type NoticeObserver = (way: 'e-mail' | 'log') => void;

export interface TellDutyOptions {
  readonly service: Pick<Service, 'name' | 'email' | 'clinicalContact'>;
  /** Absent where no mail server is set. */
  readonly sendMail?: SendMail | undefined;
  /** Where the worklist is reached, without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly logger: StoreLogger;
  readonly observer: NoticeObserver;
}

/** Tells one notice. @throws when it could not be told and must be tried again */
export type TellDuty = (notice: DutyNotice) => Promise<void>;

const subjects: Readonly<Record<DutyNotice['tier'], string>> = {
  act: 'A referral needs a person today',
  ask: 'A referral to look at first',
};

const reasons: Readonly<Record<DutyNotice['why'], string>> = {
  sent: 'It was sent',
  added: 'Something was added to it',
  'raised-again': 'Nobody had opened it by',
};

/** Makes the telling. Without mail it is a line in the log, with the reference and nothing else. */
export function createTellDuty({ service, sendMail, publicUrl, logger, observer }: TellDutyOptions): TellDuty {
  const { email: to } = service.clinicalContact;
  return async notice => {
    if (sendMail === undefined || to === undefined) {
      logger.warn({ reference: notice.reference }, `${subjects[notice.tier]}; no e-mail is set up, so the worklist alone shows it`);
      observer('log');
      return;
    }
    const text = wordNotice(notice, service.name, publicUrl);
    await sendMail({ from: service.email, to, subject: subjects[notice.tier], text, id: notice.id });
    observer('e-mail');
  };
}

const inLondon = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/London' });

function wordNotice({ reference, tier, why, at }: DutyNotice, serviceName: string, publicUrl: string | undefined): string {
  return [
    `${subjects[tier]}.`,
    '',
    `Reference: ${reference}`,
    `${reasons[why]}: ${inLondon.format(new Date(at))}`,
    ...(publicUrl === undefined ? [] : [`Worklist: ${publicUrl}/worklist/${reference}`]),
    '',
    `This notice comes from ${serviceName} by machine.`,
    'It says nothing about the person; the worklist does.',
    '',
  ].join('\n');
}

export interface TellDutySinkOptions {
  readonly tell: TellDuty;
  readonly referrals: Pick<ReferralStore, 'get'>;
}

/** The sink: every referral and addition with flags. */
export function createTellDutySink({ tell, referrals }: TellDutySinkOptions): Sink {
  const noticeOf = async (entry: OutboxEntry): Promise<DutyNotice | undefined> => {
    if (entry.kind === 'addition') {
      const { referralId, flags, at } = readAddition(entry);
      const stored = await referrals.get(referralId);
      if (stored === undefined) throw new AppError('record-missing', 'What something was added to is not kept yet', { id: referralId });
      return { id: entry.id, reference: stored.index.reference, tier: worstTier(flags) ?? 'ask', why: 'added', at };
    }
    if (entry.kind !== 'referral') return undefined;
    const { data } = referralCore.safeParse(entry.payload);
    const tier = worstTier(data?.flags ?? []);
    return data && tier && { id: entry.id, reference: data.reference, tier, why: 'sent', at: data.submittedAt };
  };
  return {
    name: 'tell-duty',
    anyOrder: true,
    deliver: async entry => {
      const notice = await noticeOf(entry);
      if (notice !== undefined) await tell(notice);
    },
  };
}
