/* Where the focus goes when what holds it leaves the screen by itself, as work does that ends. */

/**
 * As `ref` of what may go: the focus inside it moves to the dialog or the tab that it stands in, or
 * to the heading of the page, instead of being lost to the body.
 */
export function handFocusOn(element: HTMLElement | null): () => void {
  return () => {
    if (!element?.contains(document.activeElement)) return;
    const dialog = element.closest<HTMLElement>('[role=dialog], [role=alertdialog]');
    if (dialog) return dialog.focus();
    const tabId = element.closest('[role=tabpanel]')?.getAttribute('aria-labelledby');
    const tab = tabId ? document.getElementById(tabId) : null;
    (tab ?? document.querySelector<HTMLElement>('main h1'))?.focus();
  };
}
