// `questionnaire run FILE`: any FHIR Questionnaire held as a chat in the terminal; prints its QuestionnaireResponse.
import { z } from 'zod';
import { readLine } from '../channels/terminal/read-line.js';
import type { Content } from '../content/content.js';
import { withQuestionnaire } from '../content/single-questionnaire.js';
import { buildResponse } from '../questionnaire/build-response.js';
import { FormTalk } from './form-talk.js';
import type { CommandResult } from './questionnaire-commands.js';
import { loadQuestionnaire } from './load-questionnaire.js';
import { readJsonFile } from './read-json-file.js';
import { talk } from './talk.js';
import type { TalkOptions } from './talk.js';

export interface RunQuestionnaire {
  readonly file: string;
  readonly lang: string;
  /** JSON file `{ "<linkId, or key of a repetition>": answer }`: answers given without asking, in its order; an array for several. */
  readonly answersFile?: string;
  readonly content: Content;
  /** The file's name in dialogs/ without `.json`, if it lies there: then locales/ has its words. */
  readonly contentFile?: string;
  readonly clock: () => string;
  readonly streams: Pick<TalkOptions, 'input' | 'output'>;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const answersSchema = z.record(z.string(), z.union([scalar, z.array(scalar)]));

/** Gives the answers of a file, each as if it had been asked for. What is not taken is told to `tell`, and asked for later. */
async function giveAnswers(session: FormTalk, file: string, tell: (line: string) => void): Promise<string | undefined> {
  const read = await readJsonFile(file);
  if (!read.ok) return read.why;
  const parsed = answersSchema.safeParse(read.json);
  if (!parsed.success) return `${file}: must be an object of linkId and answer`;
  for (const [key, answer] of Object.entries(parsed.data)) {
    session.take({ kind: 'answers', answers: [{ key, answer }] }, []);
    const refusal = session.refusal();
    if (refusal !== undefined) tell(`${file}: '${key}': ${refusal}`);
  }
  return undefined;
}

function responseOf(session: FormTalk, content: Content): string {
  const { form } = content.journey;
  const questionnaire = form.sources.get('');
  const position = session.position();
  if (!session.conversation || !position || !questionnaire) return '{}';
  const status = session.isComplete() ? ('completed' as const) : ('in-progress' as const);
  const details = { authored: session.clock(), language: session.conversation.lang, status };
  return JSON.stringify(buildResponse({ questionnaire, state: position.state, ...details }), null, 2);
}

/** Runs the form as a chat. The words of the chat go to `streams.output`, the QuestionnaireResponse is the command's own output. */
export async function runQuestionnaireCommand(options: RunQuestionnaire): Promise<CommandResult> {
  const { form, problems } = await loadQuestionnaire(options.file, options.content.valueSets);
  if (!form || problems.length > 0) return { output: problems.join('\n'), exitCode: 1 };
  const content = withQuestionnaire(options.content, form, options.contentFile);
  const session = new FormTalk(content, options.lang, options.clock);
  session.take({ kind: 'nothing' }, []);
  const tell = (line: string) => options.streams.output.write(`${line}\n\n`);
  const fault = options.answersFile === undefined ? undefined : await giveAnswers(session, options.answersFile, tell);
  if (fault !== undefined) return { output: fault, exitCode: 1 };
  await talk({
    ...options.streams,
    open: () => Promise.resolve(session.heard()),
    say: line => {
      session.take(readLine(line), [line]);
      return Promise.resolve(session.heard());
    },
  });
  return { output: responseOf(session, content), exitCode: 0 };
}
