// Reads aloud what stands on the page, where this device has a voice of its own for the language: a voice that needs the network would send
// the words elsewhere. Not on a screen that others use, where others would listen too.

/** What is read, in the order of the page; the outermost of what lies within one another. */
const read = 'h1, h2, h3, p, li, dt, dd, label, button[value^="pick:"]:not(.wm-link)';

/** The last piece of what is being read. */
let reading: SpeechSynthesisUtterance | undefined;

function primary(tag: string): string {
  const [first = ''] = tag.toLowerCase().split(/[-_]/u);
  return first === 'cmn' ? 'zh' : first;
}

/** The voice of this very region first, else any of the language. */
function ownVoice(): SpeechSynthesisVoice | undefined {
  const { lang } = document.documentElement;
  const own = speechSynthesis.getVoices().filter(voice => voice.localService && primary(voice.lang) === primary(lang));
  return own.find(voice => voice.lang.replace('_', '-') === lang) ?? own[0];
}

function isRead(part: HTMLElement): boolean {
  if ((part.parentElement?.closest(read) ?? null) !== null) return false;
  if (part.closest('[hidden], [aria-hidden="true"], .wm-sizes, details:not([open])') !== null) return false;
  const lang = part.closest<HTMLElement>('[lang]')?.lang ?? '';
  return primary(lang) === primary(document.documentElement.lang) && part.getClientRects().length > 0;
}

/** In a conversation what stands now, elsewhere the whole page. */
function wordsToRead(): readonly string[] {
  const page = document.getElementById('now') ?? document.getElementById('main');
  const parts = page?.querySelectorAll<HTMLElement>(read) ?? [];
  return [...parts]
    .filter(isRead)
    .flatMap(part => part.innerText.trim().split('\n'))
    .filter(text => text !== '');
}

function mark(last: SpeechSynthesisUtterance | undefined): void {
  reading = last;
  for (const button of document.querySelectorAll<HTMLElement>('[data-listen]')) {
    const label = button.querySelector('span');
    if (label) label.textContent = (last ? button.dataset['stop'] : button.dataset['listen']) ?? '';
  }
}

/** Says no more. */
export function stopListening(): void {
  if (reading === undefined) return;
  mark(undefined);
  speechSynthesis.cancel();
}

function listen(voice: SpeechSynthesisVoice): void {
  const said = wordsToRead().map(text => {
    const piece = new SpeechSynthesisUtterance(text);
    piece.voice = voice;
    piece.lang = voice.lang;
    piece.rate = 0.9;
    return piece;
  });
  const last = said.at(-1);
  if (last === undefined) return;
  // what was stopped ends too, perhaps after another reading began
  const over = (): void => {
    if (reading === last) mark(undefined);
  };
  last.onend = over;
  last.onerror = over;
  mark(last);
  for (const piece of said) speechSynthesis.speak(piece);
}

function isOffered(): boolean {
  return 'speechSynthesis' in window && document.body.dataset['clearedBy'] === undefined;
}

/** Shows the button of a fresh page, where there is a voice. */
export function prepareListening(): void {
  if (!isOffered()) return;
  const voice = ownVoice();
  for (const button of document.querySelectorAll<HTMLElement>('[data-listen]')) button.hidden = voice === undefined;
}

/** Watches the button. */
export function watchListening(): void {
  if (!isOffered()) return;
  // browsers find their voices some time after the page began
  speechSynthesis.onvoiceschanged = prepareListening;
  addEventListener('pagehide', stopListening);
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.target.closest('[data-listen]') === null) return;
    const voice = ownVoice();
    if (reading !== undefined) stopListening();
    else if (voice !== undefined) listen(voice);
  });
}
