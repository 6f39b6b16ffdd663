/*
 * Stands in for `tough-cookie`, which MSW keeps for mocked cookies and which brings the whole
 * public suffix list along (vite.config.ts puts it in its place; together some 70 kB gzip). The
 * simulated backend sets no cookies.
 */

/** Where MSW would keep cookies. */
export class MemoryCookieStore {
  idx: Readonly<Record<string, never>> = {};
}

/** A jar that stays empty. */
export class CookieJar {
  getCookiesSync(): readonly never[] {
    return [];
  }

  setCookie(): Promise<void> {
    return Promise.resolve();
  }
}

/** No stored cookie is ever read back. */
export const Cookie = { fromJSON: (): null => null };
