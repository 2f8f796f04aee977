// The directory in force as services, read from the store a chunk at a time: at start, and when another version is put in force.
import type { Service } from '../directory/service.js';
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import { unpackLines } from './directory-chunks.js';

/** The version in force with its services; undefined where nothing was imported yet. */
export async function loadDirectory(
  store: DirectoryStore,
): Promise<{ readonly version: DirectoryVersion; readonly services: AsyncIterable<Service> } | undefined> {
  const version = await store.current();
  return version && { version, services: servicesOf(store, version) };
}

/** The services of one version. */
export async function* servicesOf(store: DirectoryStore, version: DirectoryVersion): AsyncGenerator<Service> {
  for await (const bytes of store.chunks(version.id, 'services')) {
    for (const line of await unpackLines(bytes)) {
      // safe: lines of this kind are written by the import alone, out of what the reader gave
      yield JSON.parse(line) as Service;
    }
  }
}
