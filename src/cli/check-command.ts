// `check`: dialogs/, locales/ and directory/, whole: every problem with its file and place, every red-flag fixture and every expression tried.
import { ContentError } from '../errors.js';
import { checkRules } from '../questionnaire/rules/check-rules.js';
import { checkRedFlagFixtures } from '../safety/check-fixtures.js';
import { refuseHelplines } from '../content/journey/check-helplines.js';
import type { CheckedDirectory } from './check-directory.js';
import type { LoadedContent } from '../content/load-content.js';
import type { CommandResult } from './questionnaire-commands.js';

const unchecked: CheckedDirectory = { problems: [], services: 0 };

/**
 * Prints every problem; exit 1 if any. `load` reads the content and throws ContentError with all that is wrong with it. `release` (an ISO date):
 * also what may not go out to patients on that day. `directory`: what was found in directory/.
 */
export function contentCommand(load: () => LoadedContent, release?: string, directory: CheckedDirectory = unchecked): CommandResult {
  try {
    const { content, warnings, staleModels } = load();
    const rules = checkRules(content.journey.form).map(({ linkId, rule, why }) => `dialogs: item '${linkId}': ${rule}: ${why}`);
    const unfit = release === undefined ? [] : refuseHelplines([...content.helplines.values()], release);
    const problems = [...checkRedFlagFixtures(content.redFlags), ...rules, ...staleModels, ...unfit, ...directory.problems];
    const notes = warnings.map(warning => `note: ${warning}`);
    if (problems.length > 0) return { output: [...notes, ...problems].join('\n'), exitCode: 1 };
    const { languages, journey, redFlags } = content;
    const counts = `${String(languages.size)} languages, ${String(journey.form.order.length)} items, ${String(redFlags.rules.length)} red-flag rules`;
    const services = directory === unchecked ? '' : `, ${String(directory.services)} sample services`;
    return { output: [...notes, `content is complete: ${counts}${services}`].join('\n'), exitCode: 0 };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { output: [...error.problems, ...directory.problems].join('\n'), exitCode: 1 };
  }
}
