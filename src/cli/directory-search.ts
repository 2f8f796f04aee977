// waymark directory search: what a patient would be shown for a need at a postcode, and why; what is nearly right, and why not. For managers who
// look after the directory: in English, unlike what patients see.
import { needKeys } from '../content/journey/needs-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import { indexServices } from '../directory/index-services.js';
import type { DirectoryIndex } from '../directory/index-services.js';
import type { Match, MatchRequest, NearMiss } from '../directory/match-request.js';
import { matchServices } from '../directory/match-services.js';
import type { FoundPlace, Places } from '../directory/places/places.js';
import { createServiceSearch } from '../directory/search-services.js';
import type { Service } from '../directory/service.js';
import { missInEnglish, reasonInEnglish } from '../directory/match-in-english.js';
import type { CommandResult } from './questionnaire-commands.js';

/** The words of the command, as they were typed. `today`: ISO date. */
export interface DirectorySearchArgs {
  readonly today: string;
  readonly need?: string;
  readonly postcode?: string;
  readonly text?: string;
  readonly age?: string;
  readonly lang?: string;
  readonly limit?: string;
}

const wrong = (output: string): CommandResult => ({ output, exitCode: 1 });
const usualLimit = 3;

function showMatch({ service, reasons }: Match): string {
  return `  ${service.name} (${service.provider.name})\n    ${reasons.map(reasonInEnglish).join(' · ')}`;
}

function showMiss({ service, misses }: NearMiss): string {
  return `  ${service.name} (${service.provider.name})\n    ${misses.map(missInEnglish).join(' · ')}`;
}

function whereabouts(found: FoundPlace | undefined): Partial<MatchRequest> {
  if (found === undefined) return {};
  const { point, outward, district, districtName } = found;
  return { point, outward, ...(district !== undefined && { district }), ...(districtName !== undefined && { districtName }) };
}

function match(index: DirectoryIndex, need: NeedKey, places: Places, args: DirectorySearchArgs): string {
  const { today, postcode, age, lang, limit } = args;
  const found = postcode === undefined ? undefined : places.find(postcode);
  const { matches, nearMisses } = matchServices(index, {
    need,
    today,
    ...whereabouts(found),
    ...(age !== undefined && { age: Number(age) }),
    languages: lang === undefined ? [] : [lang],
    audiences: [],
    access: [],
    limit: Number(limit ?? usualLimit),
  });
  const unknown = postcode !== undefined && found === undefined;
  return [
    ...(unknown ? [`Nobody here knows the postcode ${postcode}.`] : []),
    matches.length === 0 ? 'Nothing is shown: an unmet need.' : 'Shown:',
    ...matches.map(showMatch),
    ...(nearMisses.length === 0 ? [] : ['Not shown:', ...nearMisses.map(showMiss)]),
  ].join('\n');
}

function textSearch(index: DirectoryIndex, text: string, limit: number): string {
  const found = createServiceSearch(index, new Map(needKeys.map(key => [key, [key.replaceAll('-', ' ')]]))).find(text, limit);
  return found.length === 0 ? 'Nothing found.' : found.map(({ service }) => `  ${service.name} (${service.provider.name})`).join('\n');
}

const isCount = (typed: string | undefined): boolean => typed === undefined || /^\d{1,3}$/u.test(typed);

/** `directory search`: by need and postcode as a patient would be answered, or by `--text` as the desk would. */
export function directorySearchCommand(services: Iterable<Service>, places: Places, args: DirectorySearchArgs): CommandResult {
  if (!isCount(args.age) || !isCount(args.limit)) return wrong('--age and --limit are whole numbers');
  const index = indexServices(services);
  if (args.text !== undefined) return { output: textSearch(index, args.text, Number(args.limit ?? usualLimit)), exitCode: 0 };
  const need = needKeys.find(key => key === args.need);
  if (need === undefined) return wrong(`--need is one of ${needKeys.join(', ')}`);
  return { output: match(index, need, places, args), exitCode: 0 };
}
