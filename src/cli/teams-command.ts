// `teams package`: the app package for the Teams admin centre.
import { writeFileSync } from 'node:fs';
import { packageForTeams } from './teams-package.js';
import type { CommandResult } from './questionnaire-commands.js';

/** The words of the command, as they were given. */
export interface TeamsFlags {
  readonly 'app-id'?: string | undefined;
  readonly 'bot-id'?: string | undefined;
  readonly url?: string | undefined;
  readonly out?: string | undefined;
  readonly developer?: string | undefined;
  readonly terms?: string | undefined;
  readonly 'app-version'?: string | undefined;
}

/** Writes the package to `out`, or says every reason why not (exit 1). `folder`: manifest/. Undefined: words are missing, or it is no such command. */
export function teamsCommand(verb: string | undefined, flags: TeamsFlags, folder: string): CommandResult | undefined {
  const { 'app-id': appId, 'bot-id': botId, url, out, developer = 'Waymark', terms: termsUrl, 'app-version': version = '1.0.0' } = flags;
  if (verb !== 'package' || appId === undefined || botId === undefined || url === undefined || out === undefined) return undefined;
  const packaged = packageForTeams(folder, { appId, botId, url, developer, termsUrl, version });
  if (packaged.kind === 'refused') return { output: packaged.reasons.join('\n'), exitCode: 1 };
  writeFileSync(out, packaged.zip);
  return { output: `${out}: ready to upload in the Teams admin centre, under Manage apps`, exitCode: 0 };
}
