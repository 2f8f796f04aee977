// waymark <command>: the command line of the product. This file only reads the words of the command and hands them on.
import { createInterface } from 'node:readline';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { converseInTerminal } from './channels/terminal/converse-in-terminal.js';
import { contentCommand } from './cli/check-command.js';
import { directoryCommand } from './cli/directory-command.js';
import { exportCommand } from './cli/export-command.js';
import { placesCommand } from './cli/places-command.js';
import { checkCommand, enabledCommand, validateCommand } from './cli/questionnaire-commands.js';
import type { CommandResult } from './cli/questionnaire-commands.js';
import { reviewCommand } from './cli/review-command.js';
import { runQuestionnaireCommand } from './cli/run-questionnaire-command.js';
import { talk } from './cli/talk.js';
import { trainCommand } from './cli/train-command.js';
import { understandLine } from './cli/understand-command.js';
import { readConfig } from './config.js';
import type { Content } from './content/content.js';
import { loadContent } from './content/load-content.js';
import { createCore, home, openContent, openStoreAlone } from './core.js';
import type { CoreObserver } from './core.js';
import { AppError, ContentError } from './errors.js';
import { createLogger } from './logger.js';

const usage = `waymark chat [--lang pl]                                  the whole conversation in the terminal
waymark check [--release]                                 checks dialogs/ and locales/; --release: also helplines too old to go out; exit 1 if anything is wrong
waymark review --lang pl > page.html                       every sentence of a language beside its English, to be reviewed
waymark train                                             makes models/ anew from locales/, after utterances or phrases changed
waymark understand [--explain]                            JSON Lines {text, lang?} in, {lang, needs, flags} out
waymark questionnaire check FILE                          can Waymark run this FHIR Questionnaire? every reason if not
waymark questionnaire run FILE [--lang L] [--answers F]   holds it as a chat; prints the QuestionnaireResponse
waymark questionnaire enabled FILE RESPONSE               JSON array of the linkIds enabled for this response
waymark questionnaire validate FILE RESPONSE              OperationOutcome; exit 1 if the response is not valid
waymark directory import SOURCE [--changed]               an Open Referral UK feed: address, folder or file, JSON or CSV; --changed: only what changed since
                  [--accept-smaller] [--report F]         also with fewer than half of the services; the whole report as JSON
waymark directory versions                                what was imported, newest first
waymark directory rollback [ID]                           puts the version before, or this one, in force again
waymark places import FILE                                the ONS Postcode Directory (its CSV file): where each postcode is
waymark referral export ID [--format json|fhir]           one referral, by id or reference`;

const { values: flags, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    answers: { type: 'string' },
    format: { type: 'string' },
    explain: { type: 'boolean' },
    release: { type: 'boolean' },
    changed: { type: 'boolean' },
    'accept-smaller': { type: 'boolean' },
    report: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const wrong: CommandResult = { output: usage, exitCode: 1 };
const clock = (): string => new Date().toISOString();
const streams = { input: process.stdin, output: process.stdout };
/** Only faults are logged: the output of a command is for whoever asked for it. */
const quiet = () => createLogger('error');

function folders(): { dialogs: string; locales: string; models: string; production: boolean } {
  const config = readConfig(process.env);
  return {
    dialogs: config.dialogsFolder ?? join(home, 'dialogs'),
    locales: config.localesFolder ?? join(home, 'locales'),
    models: config.modelsFolder ?? join(home, 'models'),
    production: config.production,
  };
}

const nothing = (): undefined => undefined;
const unobserved: CoreObserver = { turn: nothing, referral: nothing, notice: nothing, openFlags: nothing };

async function chat(): Promise<CommandResult> {
  const core = await createCore(readConfig(process.env), quiet(), unobserved);
  const { content, turns, entropy } = core;
  core.worker.start();
  const conversation = converseInTerminal({ content, turns, clock, entropy, lang: flags.lang ?? 'en' });
  await talk({ ...streams, ...conversation });
  await core.worker.drainOnce();
  await core.close();
  return { output: '', exitCode: 0 };
}

async function understand(): Promise<CommandResult> {
  const content = openContent(readConfig(process.env), quiet());
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${understandLine(line, content, flags.explain === true)}\n`);
  }
  return { output: '', exitCode: 0 };
}

/** The name in dialogs/, without `.json`, of a file that lies there. */
function contentFile(file: string): string | undefined {
  const folder = readConfig(process.env).dialogsFolder ?? join(home, 'dialogs');
  const name = relative(folder, resolve(file));
  return name.startsWith('..') ? undefined : name.replace(/\.json$/u, '');
}

/** A file of dialogs/ may use the lists that are made of other files there. Without content that can be loaded it is judged alone. */
function sharedLists(file: string): Content['valueSets'] {
  const config = readConfig(process.env);
  if (contentFile(file) === undefined) return undefined;
  try {
    return openContent(config, quiet()).valueSets;
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

function runQuestionnaire(file: string): Promise<CommandResult> {
  const content = openContent(readConfig(process.env), quiet());
  const known = contentFile(file);
  return runQuestionnaireCommand({
    file,
    lang: flags.lang ?? 'en',
    ...(flags.answers !== undefined && { answersFile: flags.answers }),
    ...(known !== undefined && { contentFile: known }),
    content,
    clock,
    streams,
  });
}

function questionnaire(verb?: string, file?: string, response?: string): Promise<CommandResult> | CommandResult {
  if (file === undefined) return wrong;
  if (verb === 'check') return checkCommand(file, sharedLists(file));
  if (verb === 'run') return runQuestionnaire(file);
  if (response === undefined) return wrong;
  if (verb === 'enabled') return enabledCommand(file, response, sharedLists(file));
  return verb === 'validate' ? validateCommand(file, response, sharedLists(file)) : wrong;
}

async function places(verb?: string, file?: string): Promise<CommandResult> {
  if (verb !== 'import' || file === undefined) return wrong;
  return placesCommand(file, readConfig(process.env).dataFolder, line => process.stderr.write(`${line}\n`));
}

async function directory(verb?: string, argument?: string): Promise<CommandResult> {
  const result = await directoryCommand(verb, argument, {
    openStore: () => openStoreAlone(readConfig(process.env), quiet()),
    folder: join(home, 'directory'),
    changedOnly: flags.changed === true,
    acceptSmaller: flags['accept-smaller'] === true,
    reportFile: flags.report,
    clock,
    tell: line => process.stderr.write(`${line}\n`),
  });
  return result ?? wrong;
}

async function exportReferral(id: string | undefined): Promise<CommandResult> {
  if (id === undefined) return wrong;
  const core = await createCore(readConfig(process.env), quiet(), unobserved);
  const result = await exportCommand(id, flags.format ?? 'json', core.store.referrals, core.content);
  await core.close();
  return result;
}

function checkContent(): CommandResult {
  return contentCommand(() => loadContent({ ...folders(), strict: true }), flags.release === true ? clock().slice(0, 10) : undefined);
}

const [command = '', second, third, fourth] = words;
const commands: ReadonlyMap<string, () => Promise<CommandResult> | CommandResult> = new Map([
  ['chat', chat],
  ['check', checkContent],
  ['train', () => trainCommand(folders())],
  ['review', () => reviewCommand(folders(), flags.lang)],
  ['understand', understand],
  ['questionnaire', () => questionnaire(second, third, fourth)],
  ['directory', () => directory(second, third)],
  ['places', () => places(second, third)],
  ['referral', () => (second === 'export' ? exportReferral(third) : wrong)],
]);

async function run(): Promise<CommandResult> {
  if (flags.help === true) return { output: usage, exitCode: 0 };
  return (await commands.get(command)?.()) ?? wrong;
}

// Whoever reads the output may stop reading (`| head`): then nothing more is written, and nothing is wrong.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run().then(
  result => {
    if (result.output !== '') (result === wrong ? process.stderr : process.stdout).write(`${result.output}\n`);
    process.exitCode = result.exitCode;
  },
  (error: unknown) => {
    process.stderr.write(
      error instanceof AppError ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
    );
    process.exitCode = 1;
  },
);
