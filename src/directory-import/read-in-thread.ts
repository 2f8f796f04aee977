// The thread that reads rows, as whoever imports sees it: batches go in and come back in order. A fault in it ends the import, as it would here.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadRow, RowReader } from './read-row.js';

interface Waiting {
  readonly done: (rows: readonly ReadRow[]) => void;
  readonly failed: (fault: Error) => void;
}

const compiledWorker = new URL('./row-reader-worker.js', import.meta.url);

/** Megabytes of young and of old objects that a thread may have: more would not make it quicker. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/** Several threads that take turns, as many as there are processors, at most three. */
export function readInThreads(folder: string, today: string, count = Math.min(3, availableParallelism())): RowReader {
  const readers = Array.from({ length: count }, () => readInThread(folder, today));
  let turn = 0;
  return {
    read: rows => {
      const reader = readers[turn++ % count];
      if (reader === undefined) throw new RangeError('There is no thread to read rows');
      return reader.read(rows);
    },
    close: async () => {
      await Promise.all(readers.map(({ close }) => close()));
    },
  };
}

/** Starts one; `folder`: directory/, `today`: ISO date. */
export function readInThread(folder: string, today: string): RowReader {
  const worker = new Worker(compiledWorker, { workerData: { folder, today }, resourceLimits });
  const waiting: Waiting[] = [];
  let broken: Error | undefined;
  const fail = (fault: Error): void => {
    broken ??= fault;
    for (const { failed } of waiting.splice(0)) failed(fault);
  };
  // safe: the worker is ours and posts nothing else
  worker.on('message', (rows: readonly ReadRow[]) => waiting.shift()?.done(rows));
  worker.on('error', fail);
  worker.on('exit', code => {
    fail(new Error(`The thread that reads rows has ended (${String(code)})`));
  });
  return {
    read: rows =>
      new Promise((done, failed) => {
        if (broken !== undefined) {
          failed(broken);
          return;
        }
        waiting.push({ done, failed });
        worker.postMessage(JSON.stringify(rows));
      }),
    close: async () => {
      if (broken !== undefined) return;
      const ended = once(worker, 'exit');
      await worker.terminate();
      await ended;
    },
  };
}
