// A sink: needs for which nothing near could be shown are counted by month, area and need, so that whoever plans services sees where they lack.
import { z } from 'zod';
import { needKeys } from '../content/journey/needs-schema.js';
import { AppError } from '../errors.js';
import type { OutboxEntry, UnmetNeeds, UnmetNeedStore } from '../storage/ports.js';
import type { Sink } from './sink.js';

const MOST_AREA = 80;

const unmetSchema = z.looseObject({
  id: z.string().min(1).max(200),
  at: z.iso.datetime(),
  needs: z.array(z.enum(needKeys)).min(1),
  area: z.string().max(MOST_AREA),
});

/** What an outbox entry counts. @throws AppError `unmet-shape`, naming places and never what stands there. */
function readUnmet({ payload }: Pick<OutboxEntry, 'payload'>): UnmetNeeds {
  const { success, data, error } = unmetSchema.safeParse(payload);
  if (success) return data;
  const places = error.issues.map(issue => issue.path.join('.'));
  throw new AppError('unmet-shape', 'An outbox entry does not hold unmet needs', { places });
}

/** Makes the sink. Counting the same entry again changes nothing. */
export function createCountUnmet(unmet: UnmetNeedStore): Sink {
  return {
    name: 'count-unmet',
    anyOrder: true,
    deliver: async entry => {
      if (entry.kind === 'unmet') await unmet.add(readUnmet(entry));
    },
  };
}
