// With changed-only: all services of the version in force that the changes did not touch go into the new version as they are.
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import type { ChunkWriter } from './chunk-writer.js';
import { readChunk, unpackLines } from './directory-chunks.js';
import type { Housed } from './house-watch.js';

/** What is read of a line. */
interface CopiedService {
  readonly id: string;
  readonly provider: { readonly id: string };
  readonly house?: Housed['house'];
}

/** Copies the untouched services of `from`, if there is such a version; `copied` is told of each and of its place in the new one. */
export async function copyRest(
  store: DirectoryStore,
  from: DirectoryVersion | undefined,
  touched: ReadonlySet<string>,
  writer: ChunkWriter,
  copied: (service: Housed, place: number) => void,
): Promise<void> {
  if (from === undefined) return;
  let chunk = 0;
  for await (const bytes of store.chunks(from.id, 'services')) {
    const services = await unpackLines(bytes);
    const rows = await readChunk(store, from.id, 'rows', chunk);
    for (const [at, service] of services.entries()) {
      const row = rows[at];
      // safe: the import writes the lines of both kinds together, and a service has an id
      const { id, provider, house } = JSON.parse(service) as CopiedService;
      if (row === undefined || touched.has(id)) continue;
      copied({ provider: provider.id, house }, await writer.add({ service, row }));
    }
    chunk += 1;
  }
}
