// Another size of letters, at once and in place, so that nothing typed is lost; the server is asked to remember it.

/** Watches the links to other sizes. */
export function watchTextSize(): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-to-size]') : null;
    const size = link?.dataset['toSize'];
    // Easy Read is another page
    if (size === undefined || [size, document.documentElement.dataset['size']].includes('easy')) return;
    event.preventDefault();
    document.documentElement.dataset['size'] = size;
    for (const other of document.querySelectorAll<HTMLElement>('[data-to-size]')) {
      if (other.dataset['toSize'] === size) other.setAttribute('aria-current', 'true');
      else other.removeAttribute('aria-current');
    }
    link?.scrollIntoView({ block: 'nearest' });
    // a page that is always there; without a connection the size lasts as long as this page
    void fetch(`/accessibility?letters=${size}`, { method: 'HEAD' }).catch(() => undefined);
  });
}
