// Every referral a store holds, read through the same ports as the product reads it.
import type { Store, StoredRecord } from '../../src/storage/ports.js';

/** All records, page by page. */
export async function allReferrals(store: Store): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (let offset = 0; ; offset += 100) {
    const page = await store.referrals.list({ offset, limit: 100 });
    for (const { id } of page.records) {
      const record = await store.referrals.get(id);
      if (record) found.push(record);
    }
    if (offset + 100 >= page.total) return found;
  }
}
