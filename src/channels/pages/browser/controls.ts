// Small help with the controls: "none of these" clears the rest, own words clear a pressed radio, letters left are counted.
import { nameBeside, onSliderInput, watchSliders } from './sliders.js';

function boxes(input: HTMLInputElement): readonly HTMLInputElement[] {
  return [...(input.form?.querySelectorAll<HTMLInputElement>(`input[name="${nameBeside(input, 'answer')}"]`) ?? [])];
}

function clearOthers(input: HTMLInputElement): void {
  const exclusive = input.dataset['exclusive'] !== undefined;
  for (const other of boxes(input)) {
    if (other !== input && (exclusive || other.dataset['exclusive'] !== undefined)) other.checked = false;
  }
}

/** Own words instead of the one choice: radio buttons are let go, a list goes back to its first line. */
function clearChoice(words: HTMLInputElement): void {
  for (const radio of boxes(words)) if (radio.type === 'radio') radio.checked = false;
  const list = words.form?.querySelector<HTMLSelectElement>(`select[name="${nameBeside(words, 'answer')}"]`);
  if (list) list.value = '';
}

function countLeft(area: HTMLTextAreaElement): void {
  const line = area.parentElement?.querySelector('.wm-left');
  const left = String(area.maxLength - area.value.length);
  if (line) line.textContent = (area.dataset['left'] ?? '').replace('{n}', left);
}

function onInput(event: Event): void {
  const { target } = event;
  if (target instanceof HTMLTextAreaElement && target.dataset['left'] !== undefined) countLeft(target);
  if (!(target instanceof HTMLInputElement)) return;
  onSliderInput(target);
  if (target.type === 'checkbox' && target.checked) clearOthers(target);
  if (target.name.endsWith('words') && target.value !== '') clearChoice(target);
}

/** Watches every control of this page and of those put in its place. */
export function watchControls(): void {
  document.addEventListener('input', onInput);
  watchSliders();
}
