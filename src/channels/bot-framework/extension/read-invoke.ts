// What Teams sends to a message extension -> what is asked. Anything of another shape is nothing, and never guessed at.
// Source: https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search
import { z } from 'zod';

/** Names of the commands, as manifest/manifest.json has them. */
export const searchCommand = 'services';
export const handOverCommand = 'hand-over';

/** The most results that Teams asks for at once. */
const mostAtOnce = 25;

const query = z.looseObject({
  commandId: z.literal(searchCommand),
  parameters: z
    .array(z.looseObject({ name: z.string().max(100), value: z.union([z.string(), z.boolean(), z.number()]) }))
    .max(5)
    .optional(),
  queryOptions: z
    .looseObject({ skip: z.number().int().min(0).max(10_000).optional(), count: z.number().int().min(1).max(1_000).optional() })
    .optional(),
});

const context = z.string().max(40).optional();

const fetchTask = z.looseObject({ commandId: z.literal(handOverCommand), commandContext: context });

/** A way over that was made just now, on its way into a chat. */
const wayOver = z.object({
  path: z.string().regex(/^\/code\/[\w-]{24}$/u),
  code: z.string().regex(/^[A-Z]{3} [A-Z]{3}$/u),
  lang: z.string().max(40),
  until: z.iso.datetime(),
  sure: z.boolean().optional(),
});

const chosen = z.object({ lang: z.string().max(40), needs: z.string().max(2_000).optional() });

const data = z.discriminatedUnion('do', [
  chosen.extend({ do: z.literal('hand-over') }),
  chosen.extend({ do: z.literal('start') }),
  wayOver.extend({ do: z.literal('put') }),
]);

const submitAction = z.looseObject({ commandId: z.literal(handOverCommand), commandContext: context, data });

/** A page of the results of a search; `text` as it was typed. */
export interface AskedSearch {
  readonly kind: 'search';
  readonly text: string;
  readonly skip: number;
  readonly count: number;
}

/** The way over as it may be put into a chat. `until`: ISO instant; `sure`: although several people read it. */
export type WayOver = z.infer<typeof wayOver>;

/** What was asked in the dialog. */
export type AskedOfDialog = { readonly do: 'open' } | z.infer<typeof data>;

export interface AskedDialog {
  readonly kind: 'dialog';
  readonly asked: AskedOfDialog;
  /** It was opened from the box of a chat, into which a card can be put. */
  readonly beside: boolean;
}

export type Asked = AskedSearch | AskedDialog;

function readSearch(value: unknown): Asked | undefined {
  const read = query.safeParse(value);
  if (!read.success) return undefined;
  const { parameters = [], queryOptions = {} } = read.data;
  const typed = parameters.find(({ name }) => name !== 'initialRun')?.value;
  const { skip = 0, count = mostAtOnce } = queryOptions;
  return { kind: 'search', text: typed === undefined ? '' : String(typed), skip, count: Math.min(count, mostAtOnce) };
}

function dialog(asked: AskedOfDialog, commandContext: string | undefined): Asked {
  return { kind: 'dialog', asked, beside: commandContext === undefined || commandContext === 'compose' };
}

function readFetch(value: unknown): Asked | undefined {
  const read = fetchTask.safeParse(value);
  return read.success ? dialog({ do: 'open' }, read.data.commandContext) : undefined;
}

function readSubmit(value: unknown): Asked | undefined {
  const read = submitAction.safeParse(value);
  return read.success ? dialog(read.data.data, read.data.commandContext) : undefined;
}

const readers: ReadonlyMap<string, (value: unknown) => Asked | undefined> = new Map([
  ['composeExtension/query', readSearch],
  ['composeExtension/fetchTask', readFetch],
  ['composeExtension/submitAction', readSubmit],
]);

/** Is it for the message extension? */
export function isForExtension(name: string | undefined): boolean {
  return readers.has(name ?? '');
}

/** What is asked; undefined: it cannot be read. */
export function readInvoke(name: string | undefined, value: unknown): Asked | undefined {
  return readers.get(name ?? '')?.(value);
}
