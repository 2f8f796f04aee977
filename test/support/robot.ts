// A client that knows nothing of Waymark but its public contract: channelData.waymark of what it is sent, and `value` of what it sends.
import { randomUUID } from 'node:crypto';
import { inboundFaults, outboundFaults } from './contract.js';

export interface WireQuestion {
  readonly key: string;
  readonly linkId: string;
  readonly type: string;
  readonly format?: string;
  readonly safety?: boolean;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly more?: { readonly key: string };
}

export interface WireActivity {
  readonly type: string;
  readonly text?: string;
  readonly locale?: string;
  readonly channelData?: {
    readonly waymark?: {
      readonly question?: WireQuestion;
      readonly progress?: { readonly done: number; readonly total: number };
      readonly referral?: { readonly reference: string; readonly status: string };
      readonly redFlag?: { readonly kind: string; readonly tier: string };
      readonly helplines?: readonly {
        readonly id: string;
        readonly name: string;
        readonly number?: string;
        readonly href: string;
        readonly open: boolean;
      }[];
    };
  };
}

const byFormat: Readonly<Record<string, string | number>> = {
  name: 'Sam Lee',
  'date-of-birth': '1980-06-10',
  age: 46,
  phone: '07911 123456',
  email: 'sam@example.org',
  postcode: 'E1 6AN',
  'nhs-number': '999 000 0018',
};

type Answer = string | number | boolean | readonly string[];

function choose({ options = [], safety, repeats }: WireQuestion, words: string): Answer {
  const values = options.map(option => option.value);
  const safe = safety === true ? values.find(value => value === 'no' || value === 'safe') : undefined;
  const value = safe ?? values[0] ?? words;
  return repeats ? [value] : value;
}

const byType: Readonly<Record<string, (question: WireQuestion, words: string) => Answer>> = {
  boolean: () => true,
  choice: choose,
  'open-choice': choose,
  integer: question => Number(question.min ?? 1),
  decimal: question => Number(question.min ?? 1),
  date: () => '2026-03-27',
};

/** An answer any client could give, from the question alone. */
export function answerTo(question: WireQuestion, words: string): Answer {
  if (question.format !== undefined) return byFormat[question.format] ?? words;
  return byType[question.type]?.(question, words) ?? words;
}

export class Robot {
  readonly conversationId = randomUUID();
  activities: readonly WireActivity[] = [];
  answered = 0;

  constructor(
    readonly address: string,
    readonly locale: string,
    readonly words = 'I would like more company',
  ) {}

  /** Sends one activity and keeps what came back. */
  async post(body: Readonly<Record<string, unknown>>, id: string = randomUUID()): Promise<readonly WireActivity[]> {
    const response = await fetch(`${this.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id,
        channelId: 'test',
        serviceUrl: 'http://127.0.0.1:9/',
        deliveryMode: 'expectReplies',
        locale: this.locale,
        conversation: { id: this.conversationId },
        from: { id: 'robot' },
        recipient: { id: 'waymark' },
        ...body,
      }),
    });
    if (!response.ok) throw new Error(`POST /api/messages: ${String(response.status)} ${await response.text()}`);
    // Safe in a test: what is read of it is checked by the assertions.
    const { activities } = (await response.json()) as { activities: WireActivity[] };
    const faults = activities.flatMap(outboundFaults);
    if (faults.length > 0) throw new Error(`not by the contract: ${faults.join('; ')} in ${JSON.stringify(activities)}`);
    this.activities = activities;
    return activities;
  }

  open(): Promise<readonly WireActivity[]> {
    return this.post({ type: 'conversationUpdate', membersAdded: [{ id: 'robot' }] });
  }

  value(value: unknown, id?: string): Promise<readonly WireActivity[]> {
    const faults = inboundFaults(value);
    if (faults.length > 0) throw new Error(`not by the contract: ${faults.join('; ')} in ${JSON.stringify(value)}`);
    return this.post({ type: 'message', value }, id);
  }

  say(text: string, id?: string): Promise<readonly WireActivity[]> {
    return this.post({ type: 'message', text }, id);
  }

  get question(): WireQuestion | undefined {
    return this.activities.findLast(activity => activity.channelData?.waymark?.question)?.channelData?.waymark?.question;
  }

  get reference(): string | undefined {
    return this.activities.find(activity => activity.channelData?.waymark?.referral)?.channelData?.waymark?.referral?.reference;
  }

  /** Answers every question until the referral is sent; gives its reference. `start` begins the way, for example with a command. */
  async completeReferral(start?: unknown): Promise<string> {
    await this.open();
    if (start !== undefined) await this.value(start);
    for (let steps = 0; steps < 120; steps += 1) {
      const { question, reference } = this;
      if (reference !== undefined) return reference;
      if (!question) throw new Error(`asked nothing, but: ${this.activities.map(activity => activity.text ?? '').join(' | ')}`);
      const answer = question.key === 'review' ? 'send' : answerTo(question, this.words);
      this.answered += 1;
      await this.value({ key: question.key, answer });
    }
    throw new Error('120 answers were not enough');
  }
}
