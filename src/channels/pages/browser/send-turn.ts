// One turn on its way to the server: what the form says, taken once, so that however often it is sent it is the same turn.

/** New content of `main`, and how it is told. */
export interface Turned {
  readonly main: string;
  readonly title: string;
  readonly announce: string;
  readonly url: string;
}

/** `trouble` is missing when the server could not even say what is wrong. */
export type Answer = Turned | { readonly location: string } | { readonly trouble?: string };

/** A form as it was sent. Its hidden `a` names the activity: sent again, it counts once. */
export interface Turn {
  readonly form: HTMLFormElement;
  readonly address: string;
  readonly body: URLSearchParams;
}

/** What the form says now, with the button that was pressed. */
export function readTurn(form: HTMLFormElement, submitter: HTMLElement | null): Turn {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  if (submitter instanceof HTMLButtonElement && submitter.name !== '') body.append(submitter.name, submitter.value);
  // not form.action: a field of that name would stand in its place
  return { form, address: form.getAttribute('action') ?? '/chat', body };
}

/** Milliseconds until a turn that nobody answers is given up. */
const patience = 20_000;

const headers = { 'x-waymark': 'live', accept: 'application/json' };

/** Answers of something between this page and the service, which cannot reach it just now. */
const betweenUs: ReadonlySet<number> = new Set([502, 504]);

/** One line of JSON; after it, where there is any, the markup. @throws where it is neither: something else answered. */
function readAnswer(text: string): Answer {
  const end = text.indexOf('\n');
  if (end === -1) {
    // safe: this address answers a live request with one of these shapes
    return JSON.parse(text) as Answer;
  }
  // safe: as above
  return { ...(JSON.parse(text.slice(0, end)) as Omit<Turned, 'main'>), main: text.slice(end + 1) };
}

/** Sends it; undefined when no answer came: no connection, or none to the service. */
export async function sendTurn({ address, body }: Turn, stopped: AbortController): Promise<Answer | undefined> {
  const tooLong = setTimeout(() => {
    stopped.abort();
  }, patience);
  try {
    const response = await fetch(address, { method: 'POST', body, headers, signal: stopped.signal });
    if (betweenUs.has(response.status)) return undefined;
    if (response.status !== 200 && response.status !== 503) return {};
    return readAnswer(await response.text());
  } catch {
    return undefined;
  } finally {
    clearTimeout(tooLong);
  }
}
