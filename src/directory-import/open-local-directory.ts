// A version in the store made ready to be asked, piece by piece: the server goes on answering meanwhile.
import { ServiceIndexBuilder } from '../directory/index-services.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { NeedPhrases } from '../directory/needs-in-query.js';
import { PlaceLearner } from '../directory/places/learn-places.js';
import type { OutwardCodes } from '../directory/places/outward-codes.js';
import { placesFrom } from '../directory/places/places-from.js';
import type { Places } from '../directory/places/places.js';
import { searchInSteps } from '../directory/search-services.js';
import type { DirectoryStore, DirectoryVersion } from '../storage/ports.js';
import { servicesOf } from './load-directory.js';
import { createGentleness, runGently } from './run-gently.js';

/** What is the same for every version. */
export interface LocalDirectoryParts {
  readonly store: DirectoryStore;
  /** Labels and phrases of the needs in every language. */
  readonly phrases: NeedPhrases;
  /** The imported postcode table, if there is one. */
  readonly postcodes: Places;
  readonly outwardCodes: OutwardCodes;
  /** Aborted: nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** Loads one version. @throws AppError where a part of it is missing; StoreUnavailable; an AbortError. */
export async function openLocalDirectory(version: DirectoryVersion, parts: LocalDirectoryParts): Promise<LocalDirectory> {
  const { store, phrases, postcodes, outwardCodes, signal } = parts;
  const gentleness = createGentleness(signal);
  const [builder, learner] = [new ServiceIndexBuilder(), new PlaceLearner()];
  for await (const service of servicesOf(store, version)) {
    builder.add(service);
    learner.add(service);
    await gentleness.pause();
  }
  const index = await runGently(builder.finish(), gentleness);
  const search = await runGently(searchInSteps(index, phrases), gentleness);
  const learnt = await runGently(learner.finish(), gentleness);
  return {
    version: version.id,
    sample: version.sample === true,
    index,
    search,
    places: placesFrom(postcodes, learnt, outwardCodes),
    service: index.byId,
  };
}
