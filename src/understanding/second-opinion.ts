// A recogniser's second opinion on a short text, from a worker thread that is replaced when it takes too long.
// This file and its worker do I/O: only the composition and the channels may import it, never the pure readers.
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { AnswerValue } from '../content/forms/form.js';
import { longestOpinion } from './ask-opinion.js';
import type { Culture, OpinionAsk } from './reading.js';

export interface SecondOpinion {
  /** A definite date or number, or undefined: nothing sure was seen, it took too long, or too many were waiting. Never throws. */
  readonly ask: (ask: OpinionAsk) => Promise<AnswerValue | undefined>;
  /** Ends the worker; asks still waiting get undefined. */
  readonly close: () => Promise<void>;
}

export interface SecondOpinionOptions {
  /** How long one question may take once the worker is warm in its language. */
  readonly timeoutMs?: number;
  /** How much longer a question may wait while the worker is still loading. */
  readonly warmUpMs?: number;
  /** The worker's file; another one only to test what happens when it is stuck. */
  readonly file?: URL;
  /** Told when a worker is replaced, with a code and no words of anyone. */
  readonly logger?: { readonly warn: (fields: { readonly reason: string }, message: string) => void };
}

interface Waiting extends OpinionAsk {
  readonly id: number;
  readonly settle: (value: AnswerValue | undefined) => void;
}

const mostWaiting = 8;
const compiledWorker = new URL('./recogniser-worker.js', import.meta.url);

const answerSchema = z.union([
  z.object({ ready: z.enum(['en', 'es', 'fr', 'zh']) }),
  z.object({
    id: z.number(),
    value: z
      .union([z.object({ valueDate: z.string() }), z.object({ valueInteger: z.number() }), z.object({ valueDecimal: z.number() })])
      .optional(),
  }),
]);

/** One worker at a time, one question at a time, a few waiting in line. */
class RecogniserLine implements SecondOpinion {
  readonly #timeoutMs: number;
  readonly #warmUpMs: number;
  readonly #file: URL;
  readonly #logger: SecondOpinionOptions['logger'];
  #worker: Worker | undefined;
  /** Languages the worker has been told to get ready for, and those it is ready for. */
  #warming: ReadonlySet<Culture> = new Set();
  #ready: ReadonlySet<Culture> = new Set();
  #closed = false;
  #lastId = 0;
  #waiting: readonly Waiting[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor({ timeoutMs = 400, warmUpMs = 2500, file = compiledWorker, logger }: SecondOpinionOptions) {
    this.#timeoutMs = timeoutMs;
    this.#warmUpMs = warmUpMs;
    this.#file = file;
    this.#logger = logger;
  }

  readonly ask = (ask: OpinionAsk): Promise<AnswerValue | undefined> => {
    if (this.#closed || this.#waiting.length >= mostWaiting || Array.from(ask.text).length > longestOpinion)
      return Promise.resolve(undefined);
    return new Promise(settle => {
      this.#lastId += 1;
      this.#waiting = [...this.#waiting, { ...ask, id: this.#lastId, settle }];
      if (this.#waiting.length === 1) this.#askFirst();
    });
  };

  readonly close = async (): Promise<void> => {
    this.#closed = true;
    this.#abandonAll();
    await this.#dropWorker();
  };

  /** Puts the first question in line to the worker, starting one where there is none. */
  #askFirst(): void {
    const first = this.#waiting[0];
    if (!first) return;
    this.#worker ??= this.#startWorker();
    const isReady = this.#isReadyFor(first.culture);
    if (isReady) this.#worker.postMessage({ id: first.id, type: first.type, culture: first.culture, text: first.text });
    else this.#warm(this.#worker, first.culture);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#tookTooLong();
      },
      isReady ? this.#timeoutMs : this.#timeoutMs + this.#warmUpMs,
    );
  }

  /** Knows the language, and is not busy getting ready for another. */
  #isReadyFor(culture: Culture): boolean {
    return this.#ready.has(culture) && this.#ready.size === this.#warming.size;
  }

  #warm(worker: Worker, culture: Culture): void {
    if (this.#warming.has(culture)) return;
    this.#warming = new Set([...this.#warming, culture]);
    worker.postMessage({ warm: culture });
  }

  #startWorker(): Worker {
    const worker = new Worker(this.#file, { env: {}, resourceLimits: { maxOldGenerationSizeMb: 256 } });
    worker.unref();
    worker.on('message', (message: unknown) => {
      if (worker === this.#worker) this.#hear(message);
    });
    worker.on('error', () => {
      this.#failed(worker, 'error');
    });
    worker.on('exit', () => {
      this.#failed(worker, 'exit');
    });
    return worker;
  }

  #hear(message: unknown): void {
    const answer = answerSchema.parse(message);
    if ('ready' in answer) {
      this.#ready = new Set([...this.#ready, answer.ready]);
      this.#askFirst();
    } else if (answer.id === this.#waiting[0]?.id) {
      this.#settleFirst(answer.value);
    }
  }

  #settleFirst(value: AnswerValue | undefined): void {
    clearTimeout(this.#timer);
    const [first, ...rest] = this.#waiting;
    this.#waiting = rest;
    first?.settle(value);
    this.#askFirst();
  }

  /** A warm worker that does not answer is stuck and is replaced; one still getting ready is left to finish for the next question. */
  #tookTooLong(): void {
    const first = this.#waiting[0];
    if (first && !this.#isReadyFor(first.culture)) {
      this.#abandonAll();
      return;
    }
    this.#logger?.warn({ reason: 'timeout' }, 'recogniser replaced');
    void this.#dropWorker();
    this.#settleFirst(undefined);
  }

  #failed(worker: Worker, reason: string): void {
    if (worker !== this.#worker) return;
    this.#logger?.warn({ reason }, 'recogniser replaced');
    this.#forget();
    this.#abandonAll();
  }

  #abandonAll(): void {
    clearTimeout(this.#timer);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { settle } of waiting) settle(undefined);
  }

  #forget(): void {
    this.#worker = undefined;
    this.#warming = new Set();
    this.#ready = new Set();
  }

  async #dropWorker(): Promise<void> {
    const worker = this.#worker;
    this.#forget();
    await worker?.terminate();
  }
}

/** A line to the recognisers. The worker starts at the first question and never keeps the process alive. */
export function createSecondOpinion(options: SecondOpinionOptions = {}): SecondOpinion {
  return new RecogniserLine(options);
}
