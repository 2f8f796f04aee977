// The file of a linear model: one line of JSON that says what it is, then the weights, a byte each.
import { z } from 'zod';
import type { LinearModel } from './linear-model.js';

const headSchema = z.strictObject({
  v: z.literal(1),
  classes: z.array(z.string().min(1)).min(2),
  buckets: z
    .number()
    .int()
    .min(256)
    .refine(value => (value & (value - 1)) === 0, 'is not a power of two'),
  bias: z.array(z.number().int()),
  unit: z.number().positive(),
  trainedOn: z.string().regex(/^[0-9a-f]{64}$/u),
});

const newline = 0x0a;

/** A model as the bytes of its file. */
export function writeModel({ classes, buckets, weights, bias, unit, trainedOn }: LinearModel): Buffer {
  const head = JSON.stringify({ v: 1, classes, buckets, bias, unit, trainedOn });
  return Buffer.concat([Buffer.from(`${head}\n`, 'utf8'), Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)]);
}

/** The model a file holds. @throws Error that says what is wrong with the file. */
export function readModel(file: Buffer): LinearModel {
  const end = file.indexOf(newline);
  if (end < 0) throw new Error('is not a model: its first line is missing');
  const { v: _, ...head } = headSchema.parse(JSON.parse(file.toString('utf8', 0, end)));
  const bytes = file.subarray(end + 1);
  const wanted = head.buckets * head.classes.length;
  if (bytes.length !== wanted || head.bias.length !== head.classes.length) throw new Error('is not a whole model');
  return { ...head, weights: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}
