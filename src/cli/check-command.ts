// `check`: dialogs/ and locales/, whole: every problem with its file and place, every red-flag fixture and every expression tried.
import { ContentError } from '../errors.js';
import { checkRules } from '../questionnaire/rules/check-rules.js';
import { checkRedFlagFixtures } from '../safety/check-fixtures.js';
import { refuseHelplines } from '../content/journey/check-helplines.js';
import type { LoadedContent } from '../content/load-content.js';
import type { CommandResult } from './questionnaire-commands.js';

/**
 * Prints every problem; exit 1 if any. `load` reads the content and throws ContentError with all that is wrong with it. `release` (an ISO date):
 * also what may not go out to patients on that day.
 */
export function contentCommand(load: () => LoadedContent, release?: string): CommandResult {
  try {
    const { content, warnings, staleModels } = load();
    const rules = checkRules(content.journey.form).map(({ linkId, rule, why }) => `dialogs: item '${linkId}': ${rule}: ${why}`);
    const unfit = release === undefined ? [] : refuseHelplines([...content.helplines.values()], release);
    const problems = [...checkRedFlagFixtures(content.redFlags), ...rules, ...staleModels, ...unfit];
    const notes = warnings.map(warning => `note: ${warning}`);
    if (problems.length > 0) return { output: [...notes, ...problems].join('\n'), exitCode: 1 };
    const { languages, journey, redFlags } = content;
    const counts = `${String(languages.size)} languages, ${String(journey.form.order.length)} items, ${String(redFlags.rules.length)} red-flag rules`;
    return { output: [...notes, `content is complete: ${counts}`].join('\n'), exitCode: 0 };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { output: error.problems.join('\n'), exitCode: 1 };
  }
}
