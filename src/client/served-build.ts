/* Which build the host serves at present; this page may belong to an older one. */
const META = 'meta[name="drydock-build"]';

/** `newer`: the host serves another build; `same`: it serves this one; `unreachable`: nobody answers. */
export type ServedBuild = 'newer' | 'same' | 'unreachable';

/** Asks the host for the page itself, which says what it was built from. */
export async function readServedBuild(): Promise<ServedBuild> {
  const own = buildOf(document);
  try {
    const response = await fetch(import.meta.env.BASE_URL, { cache: 'no-store' });
    if (!response.ok) return 'unreachable';
    const served = new DOMParser().parseFromString(await response.text(), 'text/html');
    return buildOf(served) === own ? 'same' : 'newer';
  } catch {
    return 'unreachable';
  }
}

function buildOf(page: Document): string | null {
  return page.querySelector(META)?.getAttribute('content') ?? null;
}
