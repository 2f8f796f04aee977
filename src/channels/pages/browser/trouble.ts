// What went wrong with a turn, said beside its form, which stays as it was typed.

function take(id: string): DocumentFragment | undefined {
  const template = document.getElementById(id);
  // safe: cloning a fragment gives a fragment
  return template instanceof HTMLTemplateElement ? (template.content.cloneNode(true) as DocumentFragment) : undefined;
}

/** Nothing is wrong any more. */
export function clearTrouble(): void {
  for (const told of document.querySelectorAll('.wm-trouble')) told.remove();
}

function say(form: HTMLFormElement, said: Node): void {
  clearTrouble();
  const told = document.createElement('div');
  told.className = 'wm-trouble';
  told.setAttribute('role', 'alert');
  told.append(said);
  form.prepend(told);
  told.scrollIntoView({ block: 'nearest' });
}

/** The server's own words, or that it could not be saved. */
export function showTrouble(form: HTMLFormElement, said = document.getElementById('news')?.dataset['trouble'] ?? ''): void {
  const line = document.createElement('p');
  line.textContent = said;
  say(form, line);
}

/** No connection: the answer is kept and sent later, and whom to ring meanwhile. Told once, however often it is tried. */
export function showOffline(form: HTMLFormElement): void {
  if (form.querySelector('.wm-trouble [data-offline]') !== null) return;
  const told = take('offline');
  if (told !== undefined) say(form, told);
}

/** Urgent help is a page, and there is no connection to fetch it by: the numbers, which a telephone rings all the same. */
export function showUrgentOffline(): boolean {
  const told = take('urgent-offline');
  const main = document.getElementById('main');
  if (told === undefined || main === null) return false;
  main.querySelector('[data-urgent-offline]')?.remove();
  main.prepend(told);
  const heading = main.querySelector<HTMLElement>('[data-urgent-offline] h2');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
  return true;
}
