// The sample directory in force, as the pages are given it, and what is near one patient in it.
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { NeedKey } from '../../src/content/journey/needs-schema.js';
import type { Near } from '../../src/conversation/near.js';
import { indexServices } from '../../src/directory/index-services.js';
import type { LocalDirectory } from '../../src/directory/local-directory.js';
import { matchServices } from '../../src/directory/match-services.js';
import { compileNeedMap } from '../../src/directory/read/map-needs.js';
import { readService } from '../../src/directory/read/read-service.js';
import type { Service } from '../../src/directory/service.js';
import { corners } from './small-directory.js';

const folder = 'directory/sample';
/** A Monday. */
export const today = '2026-11-23';
const page = z.looseObject({ contents: z.array(z.unknown()) });

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readSample(): readonly Service[] {
  const needs = compileNeedMap(readJson('directory/needs.json'));
  const rows = readdirSync(folder)
    .filter(name => name.startsWith('services-'))
    .flatMap(name => page.parse(readJson(`${folder}/${name}`)).contents);
  return rows.flatMap(row => {
    const result = readService(row, { needs, today });
    return result.kind === 'accepted' ? [result.service] : [];
  });
}

let read: readonly Service[] | undefined;

/** Its services. */
export function sampleServices(): readonly Service[] {
  read ??= readSample();
  return read;
}

/** A directory of these services, of which the pages look up services alone. */
export function directoryOf(services: readonly Service[], sample = true): LocalDirectory {
  const byId = new Map(services.map(service => [service.id, service]));
  // safe: the leaflet and the cards neither search nor match, and know no places
  return { version: 'test', sample, service: (id: string) => byId.get(id) } as unknown as LocalDirectory;
}

/** What is near a patient of sixty-six in Whitechapel who needs Bengali. */
export function nearWhitechapel(services: readonly Service[], needs: readonly NeedKey[]): Near {
  const index = indexServices(services);
  const request = { today, point: corners.whitechapel, outward: 'E1', age: 66, languages: ['bn'], audiences: [], access: [], limit: 3 };
  return {
    groups: needs.map(need => {
      const { matches } = matchServices(index, { ...request, need });
      return { need, matches, lines: matches.length === 0 ? ['samaritans', 'emergency'] : [] };
    }),
    sample: true,
    where: 'outward',
  };
}
