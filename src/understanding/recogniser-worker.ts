// The recognisers, in a thread of their own: crafted text can keep them busy for seconds, and a patient's turn must not wait for that.
// Only cultures that read 03/04/1985 as 3 April: unknown ones silently become American English.
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { definiteDate, definiteNumber } from './definite-resolution.js';
import type { Culture } from './reading.js';

const { default: recognisers } = await import('@microsoft/recognizers-text-suite');

const cultureSchema = z.enum(['en', 'es', 'fr', 'zh']);
const messageSchema = z.union([
  z.strictObject({ warm: cultureSchema }),
  z.strictObject({ id: z.number(), type: z.enum(['date', 'number']), culture: cultureSchema, text: z.string().max(120) }),
]);

const names: Readonly<Record<Culture, string>> = { en: 'en-*', es: 'es-es', fr: 'fr-fr', zh: 'zh-cn' };

/** A date and a number to begin with: the first calls build the models, which takes from half a second to several. */
const first: Readonly<Record<Culture, readonly [date: string, number: string]>> = {
  en: ['10 june 1980', 'twenty five'],
  es: ['10 de junio de 1980', 'veinticinco'],
  fr: ['10 juin 1980', 'vingt-cinq'],
  zh: ['1980年6月10日', '二十五'],
};

function read(type: 'date' | 'number', text: string, culture: Culture): ReturnType<typeof definiteDate> {
  return type === 'date'
    ? definiteDate(recognisers.recognizeDateTime(text, names[culture]), text)
    : definiteNumber(recognisers.recognizeNumber(text, names[culture]));
}

/** Twice, because the patterns are compiled anew at the second use, which can take as long. */
function warm(culture: Culture): void {
  const [date, number] = first[culture];
  for (let round = 0; round < 2; round += 1) {
    read('date', date, culture);
    read('number', number, culture);
  }
}

parentPort?.on('message', (message: unknown) => {
  const asked = messageSchema.parse(message);
  if ('warm' in asked) {
    warm(asked.warm);
    parentPort?.postMessage({ ready: asked.warm });
  } else parentPort?.postMessage({ id: asked.id, value: read(asked.type, asked.text, asked.culture) });
});
