// The recognisers, in a thread of their own: crafted text can keep them busy for seconds, and a patient's turn must not wait for that.
// Culture en-* alone: it is the only one that reads 03/04/1985 as 3 April, and unknown cultures silently become American English.
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { definiteDate, definiteNumber } from './definite-resolution.js';

const { default: recognisers } = await import('@microsoft/recognizers-text-suite');

const culture = 'en-*';
const askSchema = z.object({ id: z.number(), type: z.enum(['date', 'number']), text: z.string().max(60) });

function read(type: 'date' | 'number', text: string): ReturnType<typeof definiteDate> {
  return type === 'date'
    ? definiteDate(recognisers.recognizeDateTime(text, culture), text)
    : definiteNumber(recognisers.recognizeNumber(text, culture));
}

parentPort?.on('message', (message: unknown) => {
  const { id, type, text } = askSchema.parse(message);
  parentPort?.postMessage({ id, value: read(type, text) });
});

// The first call of each builds its models, which takes half a second: done before anyone waits for it.
read('date', '10 june 1980');
read('number', 'twenty five');
parentPort?.postMessage({ ready: true });
