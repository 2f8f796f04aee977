// With changed-only: all services of the version in force that the changes did not touch go into the new version as they are.
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import type { ChunkWriter } from './chunk-writer.js';
import { readChunk, unpackLines } from './directory-chunks.js';

/** Copies the untouched services of `from`, if there is such a version. */
export async function copyRest(
  store: DirectoryStore,
  from: DirectoryVersion | undefined,
  touched: ReadonlySet<string>,
  writer: ChunkWriter,
): Promise<void> {
  if (from === undefined) return;
  let chunk = 0;
  for await (const bytes of store.chunks(from.id, 'services')) {
    const services = await unpackLines(bytes);
    const rows = await readChunk(store, from.id, 'rows', chunk);
    for (const [at, service] of services.entries()) {
      const row = rows[at];
      // safe: the import writes the lines of both kinds together, and a service has an id
      const { id } = JSON.parse(service) as { readonly id: string };
      if (row !== undefined && !touched.has(id)) await writer.add({ service, row });
    }
    chunk += 1;
  }
}
