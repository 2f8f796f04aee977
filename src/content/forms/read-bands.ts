// The bands of a measure ("5 and more: above the level of lower risk"): what its figures mean to whoever reads the referral. Waymark's own
// extension, since FHIR has none on a Questionnaire; described in dialogs/README.md.
import { extensionUrls } from './extension-urls.js';
import type { ScoreBand } from './form.js';
import { type Extended, findExtensions, readNumber, readText, toExtended } from './read-extension.js';

/** Every band on an item, undefined where it has none. A band without both ends and a label, or with its ends the wrong way round, is complained of and left out. */
export function readBands(item: Extended, complain: (problem: string) => void): readonly ScoreBand[] | undefined {
  const bands = findExtensions(item, extensionUrls.scoreBand).flatMap((extension): readonly ScoreBand[] => {
    const band = toExtended(extension);
    const from = readNumber(band, 'from');
    const to = readNumber(band, 'to');
    const label = readText(band, 'label');
    if (from === undefined || to === undefined || label === undefined || from > to) {
      complain("a score-band needs 'from' and 'to' (numbers, from not above to) and a 'label'");
      return [];
    }
    return [{ from, to, label }];
  });
  return bands.length === 0 ? undefined : bands;
}
