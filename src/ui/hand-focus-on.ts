/* Where the focus goes when what holds it leaves the screen by itself, as work does that ends. */

/**
 * As `ref` of what may go: the focus inside it moves to the tab it stands under, or to the heading
 * of the page, instead of being lost to the body.
 */
export function handFocusOn(element: HTMLElement | null): () => void {
  return () => {
    if (!element?.contains(document.activeElement)) return;
    const tabId = element.closest('[role=tabpanel]')?.getAttribute('aria-labelledby');
    const tab = tabId ? document.getElementById(tabId) : null;
    (tab ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  };
}
