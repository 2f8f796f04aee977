// Small help with the controls: "none of these" clears the rest, own words clear a pressed radio, letters left are counted.

function boxes(input: HTMLInputElement): readonly HTMLInputElement[] {
  return [...(input.form?.querySelectorAll<HTMLInputElement>('input[name=answer]') ?? [])];
}

function clearOthers(input: HTMLInputElement): void {
  const exclusive = input.dataset['exclusive'] !== undefined;
  for (const other of boxes(input)) {
    if (other !== input && (exclusive || other.dataset['exclusive'] !== undefined)) other.checked = false;
  }
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
  if (target.type === 'checkbox' && target.checked) clearOthers(target);
  if (target.name === 'words' && target.value !== '') for (const radio of boxes(target)) if (radio.type === 'radio') radio.checked = false;
}

/** Watches every control of this page and of those put in its place. */
export function watchControls(): void {
  document.addEventListener('input', onInput);
}
