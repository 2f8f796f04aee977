// In a panel on another site: tells that site's page, and nobody else, to close the panel or to leave.

/** What the page around the panel is asked for. embed.ts knows the same words. */
export type PanelWish = 'waymark:close' | 'waymark:exit';

/** Sites this page may stand in, of which the browser lets no other be around it; narrowed where it says which one is. */
function sites(): readonly string[] {
  const allowed = (document.body.dataset['panel'] ?? '').split(' ').filter(site => site !== '');
  // missing in some browsers, though the types say otherwise
  const [around] = (location as Partial<Location>).ancestorOrigins ?? [];
  return around === undefined ? allowed : allowed.filter(site => site === around);
}

/** Tells it; false where this page stands in no panel. A message reaches a page of the very site it names alone. */
export function tellAround(wish: PanelWish): boolean {
  if (window.parent === window) return false;
  const around = sites();
  for (const site of around) window.parent.postMessage(wish, site);
  return around.length > 0;
}

/** Escape closes the panel, as it closes any dialog. */
export function watchPanel(): void {
  addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.isComposing && !event.defaultPrevented) tellAround('waymark:close');
  });
}
