// Opening the flag is asking: it is written down and told at once, once a page, while the steps stand there already.

async function ask(form: HTMLFormElement, told: HTMLElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-waymark': 'live' } });
  if (response.status !== 200) throw new Error(String(response.status));
  told.innerHTML = await response.text();
  form.remove();
}

/** Watches the flag. */
export function watchDuty(): void {
  const flag = document.querySelector<HTMLDetailsElement>('#duty');
  let asked = false;
  flag?.addEventListener('toggle', () => {
    const form = flag.querySelector<HTMLFormElement>('form[data-duty]');
    const told = flag.querySelector<HTMLElement>('.told');
    if (!flag.open || asked || form === null || told === null) return;
    asked = true;
    told.textContent = 'Writing it down. Do not wait for this page: call now.';
    ask(form, told).catch(() => {
      told.textContent = 'It could not be written down, and nobody was told. Call now.';
    });
  });
}
