// "Next patient" takes the place of this page in the browser's history: what was asked for one person is not a step back from the next.

/** Watches the link. */
export function watchNextPatient(): void {
  const link = document.querySelector<HTMLAnchorElement>('a.fresh-start');
  link?.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.replaceState(null, '', link.href);
    location.replace(link.href);
  });
}
