// Sliders and steps: moving the slider writes its number beside it, typing a number moves the slider, and two buttons step a number.
// Until any of it happened the slider is shown, and told to screen readers, as not answered.

/** The name of another field of the same question: among several questions each has something of its own before its names. */
export function nameBeside({ name }: HTMLInputElement, other: string): string {
  return name.replace(/(?:answer|words|slid)$/u, other);
}

function beside(input: HTMLInputElement, other: string): HTMLInputElement | null {
  return input.form?.querySelector<HTMLInputElement>(`input[name="${nameBeside(input, other)}"]`) ?? null;
}

function numberBeside(range: HTMLInputElement): HTMLInputElement | null {
  return beside(range, 'answer');
}

function rangeBeside(number: HTMLInputElement): HTMLInputElement | null {
  return beside(number, 'slid');
}

/** Says of a slider whether it has been answered. */
function mark(range: HTMLInputElement): void {
  const answered = (numberBeside(range)?.value ?? '') !== '';
  range.classList.toggle('wm-unset', !answered);
  const unset = range.closest<HTMLElement>('[data-unset]')?.dataset['unset'];
  if (answered || unset === undefined) range.removeAttribute('aria-valuetext');
  else range.setAttribute('aria-valuetext', unset);
}

/** The slider was moved, or pressed where it stands: its number is the answer. */
function take(range: HTMLInputElement): void {
  const number = numberBeside(range);
  if (number === null) return;
  number.value = range.value;
  mark(range);
}

/** A number was typed: the slider follows, where it can be read. */
function follow(number: HTMLInputElement): void {
  const range = rangeBeside(number);
  if (range === null) return;
  const value = Number(number.value.replace(',', '.'));
  if (number.value.trim() !== '' && !Number.isNaN(value)) range.value = String(value);
  mark(range);
}

/** Something was typed or moved. */
export function onSliderInput(input: HTMLInputElement): void {
  if (input.name.endsWith('slid')) take(input);
  else if (input.name.endsWith('answer')) follow(input);
}

/** Digits after the point that a step can bring. */
const decimals = 6;

/** One step up or down, not past the ends; from nothing to the lowest, or to nought. */
export function onStep(button: HTMLElement): void {
  const number = button.parentElement?.querySelector<HTMLInputElement>('input[name$=answer]');
  if (!number) return;
  const { step, min, max } = button.dataset;
  const lowest = min === undefined ? -Infinity : Number(min);
  const highest = max === undefined ? Infinity : Number(max);
  const now = Number(number.value.replace(',', '.'));
  const next = number.value.trim() === '' || Number.isNaN(now) ? Math.max(lowest, Math.min(highest, 0)) : now + Number(step);
  number.value = String(Number(Math.min(highest, Math.max(lowest, next)).toFixed(decimals)));
}

/** Where a slider stands is taken for the answer when it is pressed there, or by the space bar. */
function onPress(event: Event): void {
  const { target } = event;
  if (target instanceof HTMLInputElement && target.name.endsWith('slid')) take(target);
}

/** Watches sliders and steps of this page and of those put in its place. */
export function watchSliders(): void {
  document.addEventListener('click', event => {
    onPress(event);
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-step]') : null;
    if (button !== null) onStep(button);
  });
  document.addEventListener('keydown', event => {
    if (event.key === ' ') onPress(event);
  });
}

/** Marks the sliders of a fresh page. */
export function prepareSliders(): void {
  for (const range of document.querySelectorAll<HTMLInputElement>('input[name$=slid]')) mark(range);
}
