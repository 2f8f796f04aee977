// `questionnaire run FILE`: any FHIR Questionnaire held as a chat in the terminal; prints its QuestionnaireResponse.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { toActivities } from '../channels/bot-framework/send-replies.js';
import { readLine } from '../channels/terminal/read-line.js';
import type { Content } from '../content/content.js';
import { withQuestionnaire } from '../content/single-questionnaire.js';
import type { Conversation, Said, Turn } from '../conversation/conversation.js';
import type { Reply } from '../conversation/reply.js';
import { derivePosition } from '../conversation/derive-position.js';
import { takeTurn } from '../conversation/take-turn.js';
import { buildResponse } from '../questionnaire/build-response.js';
import type { CommandResult } from './questionnaire-commands.js';
import { loadQuestionnaire } from './load-questionnaire.js';
import { readJsonFile } from './read-json-file.js';
import { talk } from './talk.js';
import type { Heard, TalkOptions } from './talk.js';

export interface RunQuestionnaire {
  readonly file: string;
  readonly lang: string;
  /** JSON file `{ "<linkId>": answer }`: answers given without asking. */
  readonly answersFile?: string;
  readonly content: Content;
  /** The file's name in dialogs/ without `.json`, if it lies there: then locales/ has its words. */
  readonly contentFile?: string;
  readonly clock: () => string;
  readonly streams: Pick<TalkOptions, 'input' | 'output'>;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const answersSchema = z.record(z.string(), z.union([scalar, z.array(scalar)]));

/** A conversation over one form, held in memory: nothing is stored and no referral is made. */
class FormTalk {
  conversation: Conversation | undefined;
  replies: readonly Reply[] = [];
  /** "Delete my data" was said and meant. */
  erased = false;

  constructor(
    readonly content: Content,
    readonly lang: string,
    readonly clock: () => string,
  ) {}

  take(said: Said, strings: readonly string[]): void {
    const entropy = randomBytes(16).toString('hex');
    const turn: Turn = { id: entropy, at: this.clock(), entropy, locale: this.lang, said, strings };
    const first = takeTurn(this.conversation, turn, this.content);
    // No recogniser is asked here: without its opinion the turn says what kind of answer it expects.
    const outcome =
      first.kind === 'done' ? first : takeTurn(this.conversation, { ...turn, opinion: { key: first.needs.opinion.key } }, this.content);
    if (outcome.kind === 'needs') return;
    this.erased = outcome.conversation === 'erased';
    this.conversation = outcome.conversation === 'erased' ? undefined : outcome.conversation;
    this.replies = outcome.replies;
  }

  isComplete(): boolean {
    if (!this.conversation) return false;
    const { standing } = derivePosition(this.conversation, this.content);
    return standing.kind === 'review' && standing.complete;
  }

  heard(): Heard {
    const shown = this.isComplete() ? this.replies.filter(reply => reply.kind !== 'review') : this.replies;
    const lines = toActivities(shown, this.conversation?.lang ?? this.lang, this.content).flatMap(activity => activity.text ?? []);
    return { lines, over: this.erased || this.isComplete() };
  }
}

async function giveAnswers(session: FormTalk, file: string): Promise<string | undefined> {
  const read = await readJsonFile(file);
  if (!read.ok) return read.why;
  const parsed = answersSchema.safeParse(read.json);
  if (!parsed.success) return `${file}: must be an object of linkId and answer`;
  for (const [linkId, answer] of Object.entries(parsed.data)) session.take({ kind: 'answers', answers: [{ linkId, answer }] }, []);
  return undefined;
}

function responseOf(session: FormTalk, content: Content): string {
  const { form } = content.journey;
  const questionnaire = form.sources.get('');
  if (!session.conversation || !questionnaire) return '{}';
  const { state } = derivePosition(session.conversation, content);
  const status = session.isComplete() ? ('completed' as const) : ('in-progress' as const);
  const details = { authored: session.clock(), language: session.conversation.lang, status };
  return JSON.stringify(buildResponse({ questionnaire, state, ...details }), null, 2);
}

/** Runs the form as a chat. The words of the chat go to `streams.output`, the QuestionnaireResponse is the command's own output. */
export async function runQuestionnaireCommand(options: RunQuestionnaire): Promise<CommandResult> {
  const { form, problems } = await loadQuestionnaire(options.file, options.content.valueSets);
  if (!form || problems.length > 0) return { output: problems.join('\n'), exitCode: 1 };
  const content = withQuestionnaire(options.content, form, options.contentFile);
  const session = new FormTalk(content, options.lang, options.clock);
  session.take({ kind: 'nothing' }, []);
  const fault = options.answersFile === undefined ? undefined : await giveAnswers(session, options.answersFile);
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
