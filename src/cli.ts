// waymark <command>: the command line of the product. This file only reads the words of the command and hands them on.
// What a command needs is loaded when it is given: `places import` reads millions of rows in a small memory, and none of them waits for the rest.
import { createInterface } from 'node:readline';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandResult } from './cli/questionnaire-commands.js';
import { readConfig } from './config.js';
import type { Content } from './content/content.js';
import type { CoreObserver } from './core.js';
import { AppError, ContentError } from './errors.js';

const usage = `waymark chat [--lang pl]                                  the whole conversation in the terminal
waymark check [--release]                                 checks dialogs/, locales/ and directory/; --release: also helplines too old to go out; exit 1 if anything is wrong
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
waymark directory search --need housing --postcode "E1 6AN"   what a patient would be shown, and why; also --text, --age, --lang, --limit
waymark directory unmet [--from 2026-01] [--to 2026-12]    needs for which nothing was near, by area
waymark places import FILE                                the ONS Postcode Directory (its CSV file): where each postcode is
waymark referral export ID [--format json|fhir|letter]    one referral, by id or reference
waymark teams package --app-id A --bot-id B --url https://… --out F   the Teams app package; also --developer, --terms, --app-version`;

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
    from: { type: 'string' },
    need: { type: 'string' },
    postcode: { type: 'string' },
    text: { type: 'string' },
    age: { type: 'string' },
    limit: { type: 'string' },
    to: { type: 'string' },
    'app-id': { type: 'string' },
    'bot-id': { type: 'string' },
    url: { type: 'string' },
    out: { type: 'string' },
    developer: { type: 'string' },
    terms: { type: 'string' },
    'app-version': { type: 'string' },
    help: { type: 'boolean' },
  },
});

const wrong: CommandResult = { output: usage, exitCode: 1 };
const clock = (): string => new Date().toISOString();
const streams = { input: process.stdin, output: process.stdout };
/** Only faults are logged: the output of a command is for whoever asked for it. */
const quiet = async () => (await import('./logger.js')).createLogger('error');
const core = () => import('./core.js');

async function folders(): Promise<{ dialogs: string; locales: string; models: string; directory: string; production: boolean }> {
  const config = readConfig(process.env);
  const { home } = await core();
  return {
    dialogs: config.dialogsFolder ?? join(home, 'dialogs'),
    locales: config.localesFolder ?? join(home, 'locales'),
    models: config.modelsFolder ?? join(home, 'models'),
    directory: join(home, 'directory'),
    production: config.production,
  };
}

const nothing = (): undefined => undefined;
const unobserved: CoreObserver = {
  ...{ turn: nothing, referral: nothing, notice: nothing, openFlags: nothing, directory: nothing, directoryImport: nothing },
};

const makeCore = async () => (await core()).createCore(readConfig(process.env), await quiet(), unobserved);
const readContent = async () => (await core()).openContent(readConfig(process.env), await quiet());

async function chat(): Promise<CommandResult> {
  const [{ converseInTerminal }, { talk }] = await Promise.all([
    import('./channels/terminal/converse-in-terminal.js'),
    import('./cli/talk.js'),
  ]);
  const made = await makeCore();
  const { content, turns, entropy } = made;
  made.worker.start();
  await made.runningDirectory.open();
  const conversation = converseInTerminal({ content, turns, clock, entropy, lang: flags.lang ?? 'en' });
  await talk({ ...streams, ...conversation });
  await made.worker.drainOnce();
  await made.close();
  return { output: '', exitCode: 0 };
}

async function understand(): Promise<CommandResult> {
  const { understandLine } = await import('./cli/understand-command.js');
  const content = await readContent();
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${understandLine(line, content, flags.explain === true)}\n`);
  }
  return { output: '', exitCode: 0 };
}

/** The name in dialogs/, without `.json`, of a file that lies there. */
async function contentFile(file: string): Promise<string | undefined> {
  const name = relative((await folders()).dialogs, resolve(file));
  return name.startsWith('..') ? undefined : name.replace(/\.json$/u, '');
}

/** A file of dialogs/ may use the lists that are made of other files there. Without content that can be loaded it is judged alone. */
async function sharedLists(file: string): Promise<Content['valueSets']> {
  if ((await contentFile(file)) === undefined) return undefined;
  try {
    return (await readContent()).valueSets;
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

async function runQuestionnaire(file: string): Promise<CommandResult> {
  const { runQuestionnaireCommand } = await import('./cli/run-questionnaire-command.js');
  const known = await contentFile(file);
  return runQuestionnaireCommand({
    file,
    lang: flags.lang ?? 'en',
    ...(flags.answers !== undefined && { answersFile: flags.answers }),
    ...(known !== undefined && { contentFile: known }),
    content: await readContent(),
    clock,
    streams,
  });
}

async function questionnaire(verb?: string, file?: string, response?: string): Promise<CommandResult> {
  if (file === undefined) return wrong;
  if (verb === 'run') return runQuestionnaire(file);
  const { checkCommand, enabledCommand, validateCommand } = await import('./cli/questionnaire-commands.js');
  if (verb === 'check') return checkCommand(file, await sharedLists(file));
  if (response === undefined) return wrong;
  if (verb === 'enabled') return enabledCommand(file, response, await sharedLists(file));
  return verb === 'validate' ? validateCommand(file, response, await sharedLists(file)) : wrong;
}

async function places(verb?: string, file?: string): Promise<CommandResult> {
  if (verb !== 'import' || file === undefined) return wrong;
  const { placesCommand } = await import('./cli/places-command.js');
  return placesCommand(file, readConfig(process.env).dataFolder, line => process.stderr.write(`${line}\n`));
}

async function searchDirectory(): Promise<CommandResult> {
  const { directorySearchCommand } = await import('./cli/directory-search.js');
  const made = await makeCore();
  await made.runningDirectory.open();
  const result = directorySearchCommand(made.directory(), { ...flags, today: clock().slice(0, 10) });
  await made.close();
  return result;
}

async function directory(verb?: string, argument?: string): Promise<CommandResult> {
  if (verb === 'search') return searchDirectory();
  const [{ directoryCommand }, { openStoreAlone }] = await Promise.all([import('./cli/directory-command.js'), core()]);
  const result = await directoryCommand(verb, argument, {
    openStore: async () => openStoreAlone(readConfig(process.env), await quiet()),
    folder: (await folders()).directory,
    changedOnly: flags.changed === true,
    acceptSmaller: flags['accept-smaller'] === true,
    reportFile: flags.report,
    months: { from: flags.from, to: flags.to },
    clock,
    tell: line => process.stderr.write(`${line}\n`),
  });
  return result ?? wrong;
}

async function exportReferral(id: string | undefined): Promise<CommandResult> {
  if (id === undefined) return wrong;
  const { exportCommand } = await import('./cli/export-command.js');
  const made = await makeCore();
  const asked = { name: id, format: flags.format ?? 'json', out: flags.out };
  const result = await exportCommand(asked, made.store.referrals, made.content, new Date());
  await made.close();
  return result;
}

async function teams(verb?: string): Promise<CommandResult> {
  const [{ teamsCommand }, { home }] = await Promise.all([import('./cli/teams-command.js'), core()]);
  return teamsCommand(verb, flags, join(home, 'manifest')) ?? wrong;
}

async function checkContent(): Promise<CommandResult> {
  const [{ contentCommand }, { checkDirectory }, { loadContent }] = await Promise.all([
    import('./cli/check-command.js'),
    import('./cli/check-directory.js'),
    import('./content/load-content.js'),
  ]);
  const from = await folders();
  const today = clock().slice(0, 10);
  const checked = await checkDirectory(from.directory, today);
  return contentCommand(() => loadContent({ ...from, strict: true }), flags.release === true ? today : undefined, checked);
}

const train = async (): Promise<CommandResult> => (await import('./cli/train-command.js')).trainCommand(await folders());
const review = async (): Promise<CommandResult> => (await import('./cli/review-command.js')).reviewCommand(await folders(), flags.lang);

const [command = '', second, third, fourth] = words;
const commands: ReadonlyMap<string, () => Promise<CommandResult> | CommandResult> = new Map([
  ['chat', chat],
  ['check', checkContent],
  ['train', train],
  ['review', review],
  ['understand', understand],
  ['questionnaire', () => questionnaire(second, third, fourth)],
  ['directory', () => directory(second, third)],
  ['places', () => places(second, third)],
  ['teams', () => teams(second)],
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
