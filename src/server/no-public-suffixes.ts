/*
 * Stands in for `tldts`, which MSW's cookie jar brings along with the whole public suffix list
 * (vite.config.ts puts it in its place). The simulated backend sets no cookies.
 */

/** The registrable domain of a host: unknown, so no cookie is ever shared between hosts. */
export function getDomain(_host: string): null {
  return null;
}
