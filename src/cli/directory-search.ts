// waymark directory search: what a patient would be shown for a need at a postcode, and why; what is nearly right, and why not. For managers who
// look after the directory: in English, unlike what patients see.
import { needKeys } from '../content/journey/needs-schema.js';
import type { NeedKey } from '../content/journey/needs-schema.js';
import type { LocalDirectory } from '../directory/local-directory.js';
import type { Match, MatchRequest, NearMiss } from '../directory/match-request.js';
import { matchServices } from '../directory/match-services.js';
import type { FoundPlace } from '../directory/places/places.js';
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

function match({ index, places }: LocalDirectory, need: NeedKey, args: DirectorySearchArgs): string {
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

function textSearch({ search }: LocalDirectory, text: string, limit: number): string {
  const found = search.find(text, limit);
  return found.length === 0 ? 'Nothing found.' : found.map(({ service }) => `  ${service.name} (${service.provider.name})`).join('\n');
}

const isCount = (typed: string | undefined): boolean => typed === undefined || /^\d{1,3}$/u.test(typed);

/** `directory search`: by need and postcode as a patient would be answered, or by `--text` as the desk would. */
export function directorySearchCommand(directory: LocalDirectory | undefined, args: DirectorySearchArgs): CommandResult {
  const { age, limit, text } = args;
  if (!isCount(age) || !isCount(limit)) return wrong('--age and --limit are whole numbers');
  const need = needKeys.find(key => key === args.need);
  if (need === undefined && text === undefined) return wrong(`--need is one of ${needKeys.join(', ')}`);
  if (directory === undefined) return wrong('There is no service directory yet. Import one: waymark directory import SOURCE');
  const found = need === undefined ? textSearch(directory, text ?? '', Number(limit ?? usualLimit)) : match(directory, need, args);
  return {
    output: [...(directory.sample ? ['These services are made up: no directory was imported yet.'] : []), found].join('\n'),
    exitCode: 0,
  };
}
