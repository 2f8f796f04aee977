// Finding a questionnaire by its canonical, `url` or `url|version` (https://hl7.org/fhir/R4/references.html#canonical).
import type { Questionnaire } from '../forms/questionnaire-schema.js';

/** A questionnaire, and how to name its file in a problem. */
export interface FoundQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly where: string;
}

/** Answers `url` or `url|version` with that very questionnaire, or with nothing. */
export type FindQuestionnaire = (canonical: string) => FoundQuestionnaire | undefined;

/** A canonical in its two parts. */
export function readCanonical(canonical: string): { readonly url: string; readonly version?: string } {
  const bar = canonical.indexOf('|');
  return bar < 0 ? { url: canonical } : { url: canonical.slice(0, bar), version: canonical.slice(bar + 1) };
}

/** How one questionnaire names another for good: `url|version`, or the url where it has no version. */
export function canonicalOf({ url, version }: Questionnaire): string | undefined {
  return url === undefined || version === undefined ? url : `${url}|${version}`;
}

/** Finds among the files given. Where a canonical without version fits several, the first of them. */
export function findAmong(files: readonly FoundQuestionnaire[]): FindQuestionnaire {
  return canonical => {
    const { url, version } = readCanonical(canonical);
    return files.find(({ questionnaire }) => questionnaire.url === url && (version === undefined || questionnaire.version === version));
  };
}
