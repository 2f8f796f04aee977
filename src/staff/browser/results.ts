// Results as one types. At most one request is on its way; an answer to what is not asked any more is left aside; focus stays on the service it
// was on, whatever is put in its place.

/** So soon after a key the server is asked (milliseconds): two keys rolled over count as one; while an answer is on its way nothing else is asked. */
const pause = 15;

let timer: ReturnType<typeof setTimeout> | undefined;
let underway = false;
let shown = '';

const byId = (id: string): HTMLElement | null => document.getElementById(id);
const formOf = (id: string): HTMLFormElement | null => document.querySelector<HTMLFormElement>(`form#${id}`);

function add(query: URLSearchParams, form: HTMLFormElement | null): void {
  if (form === null) return;
  for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') query.append(name, value);
}

/** Everything that is asked now: the box, the filters, what is on the leaflet and how it is to be. */
function asked(): string {
  const query = new URLSearchParams();
  add(query, formOf('desk'));
  add(query, formOf('leaflet'));
  const picks = formOf('desk')?.querySelector<HTMLInputElement>('input[name=s]')?.value ?? '';
  query.delete('s');
  if (picks !== '') query.set('s', picks);
  return query.toString();
}

/** What had the focus, so that it can be found in what takes its place. */
interface Held {
  readonly id: string;
  readonly service: string | undefined;
  readonly at: number;
}

function hold(part: HTMLElement): Held | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || !part.contains(activeElement)) return undefined;
  const picks = [...part.querySelectorAll<HTMLElement>('[data-pick]')];
  return { id: activeElement.id, service: activeElement.dataset['pick'], at: picks.indexOf(activeElement) };
}

function giveBack(part: HTMLElement, { id, service, at }: Held): void {
  const picks = [...part.querySelectorAll<HTMLElement>('[data-pick]')];
  const same = service === undefined ? byId(id) : picks.find(pick => pick.dataset['pick'] === service);
  (same ?? picks[Math.min(at, picks.length - 1)] ?? byId('q'))?.focus({ preventScroll: true });
}

function replace(id: string, from: Document): void {
  const [old, next] = [byId(id), from.querySelector<HTMLElement>(`#${id}`)];
  if (old === null || next === null || old.outerHTML === next.outerHTML) return;
  const held = hold(old);
  old.replaceWith(document.adoptNode(next));
  if (held !== undefined) giveBack(next, held);
}

/** Said by screen readers when they next pause. */
function say(): void {
  const [said, words] = [byId('said'), byId('found')?.dataset['say'] ?? ''];
  if (said !== null && said.textContent !== words) said.textContent = words;
}

function show(markup: string): void {
  const answer = new DOMParser().parseFromString(markup, 'text/html');
  replace('found', answer);
  replace('tray', answer);
  say();
}

async function load(query: string): Promise<void> {
  const response = await fetch(`/desk/results?${query}`, { credentials: 'same-origin' });
  if (response.status === 401) location.reload();
  if (!response.ok) throw new Error(String(response.status));
  const markup = await response.text();
  if (query !== asked()) return;
  shown = query;
  show(markup);
}

/** Asks for what is wanted now, and again while that has changed in the meantime. */
async function run(): Promise<void> {
  if (underway) return;
  underway = true;
  try {
    for (let query = asked(); query !== shown; query = asked()) await load(query);
  } catch {
    const said = byId('said');
    if (said !== null) said.textContent = 'The desk cannot be reached just now. Press Search to try again.';
  } finally {
    underway = false;
  }
}

/** Looks again now, or after a pause in typing. */
export function lookAgain(after = 0): void {
  clearTimeout(timer);
  timer = setTimeout(() => void run(), after);
}

/** Puts a service on the leaflet, or takes it off. */
function pick(button: HTMLButtonElement): void {
  const field = formOf('desk')?.querySelector<HTMLInputElement>('input[name=s]');
  const id = button.dataset['pick'] ?? '';
  if (!field) return;
  const before = field.value.split(',').filter(each => each !== '' && each !== id);
  const after = button.name === 'drop' ? before : [...before, id];
  if (after.length <= 6) field.value = after.join(',');
  lookAgain();
}

function onClick(event: MouseEvent): void {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-pick]') : null;
  if (button === null) return;
  event.preventDefault();
  pick(button);
}

/** Does a control hold what its page was drawn with? Before this script was there somebody may have typed, or a browser may have put back what was. */
function isAsDrawn(control: Element): boolean {
  if (control instanceof HTMLSelectElement) {
    const drawn = [...control.options].findIndex(option => option.defaultSelected);
    return control.selectedIndex === Math.max(drawn, 0);
  }
  if (!(control instanceof HTMLInputElement)) return true;
  return control.value === control.defaultValue && control.checked === control.defaultChecked;
}

/** Watches the box, the filters and the buttons of the results. */
export function watchResults(): void {
  const form = formOf('desk');
  const isShown = [...(form?.elements ?? [])].every(isAsDrawn);
  shown = isShown ? asked() : '?';
  if (!isShown) lookAgain();
  form?.addEventListener('input', () => {
    lookAgain(pause);
  });
  form?.addEventListener('submit', event => {
    event.preventDefault();
    shown = '?';
    lookAgain();
  });
  document.addEventListener('click', onClick);
}
