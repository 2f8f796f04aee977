// Run as a process of its own: saves conversations with an effect each, one after another, telling its parent each one acknowledged.
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { ringOf } from './key-ring.js';

const [folder = '', prefix = ''] = process.argv.slice(2);
const store = await openEmbeddedStore({ folder, keys: ringOf(), clock: () => new Date() });
for (let n = 0; ; n += 1) {
  const id = `${prefix}-${String(n)}`;
  const effects = [{ id, kind: 'referral' as const, payload: { id } }];
  const saved = await store.conversations.save(id, { id }, { rev: 0, ttlSeconds: 3600, effects });
  if (saved === 'saved') process.send?.(id);
}
