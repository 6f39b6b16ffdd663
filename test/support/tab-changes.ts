/* Changes made by several tabs at once, each of which can be told from all others. */
import type { BrowserContext, Page } from 'playwright-core';
import { BASE_PATH, MARKER_HEADER } from '#src/contract/routes.ts';
import { until } from './console-actions.ts';

const SITE = 'site_harbor';
const DOMAIN = 'tabs.example';

/** What tabs were told of their changes: by e-mail address, what became of it, in order. */
export type Acknowledged = Map<string, string[]>;

/** Hears every acknowledgement of a context's tabs as it comes. */
export async function hearAcknowledged(context: BrowserContext): Promise<Acknowledged> {
  const heard: Acknowledged = new Map();
  await context.exposeFunction('acknowledged', (email: string, outcome: string) => {
    heard.set(email, [...(heard.get(email) ?? []), outcome]);
  });
  return heard;
}

/** The tab's requests go through the service worker, as everything that it shows. */
export async function inControl(page: Page): Promise<void> {
  await until(() =>
    page.evaluate(
      async ([path, marker]) => {
        if (navigator.serviceWorker.controller?.state !== 'activated') return false;
        return (await fetch(path)).headers.has(marker);
      },
      [`${BASE_PATH}/organizations`, MARKER_HEADER] as const,
    ),
  );
}

/**
 * Invites `count` customers from a tab, `atOnce` of them at a time; resolves with the longest time
 * between two answers, in milliseconds. An answer that was lost is asked for again with the same
 * key, as the console does. Inviting somebody twice would be answered as `existing`.
 */
export function makeChanges(
  page: Page,
  { tab, count, atOnce = 1 }: { tab: string; count: number; atOnce?: number },
): Promise<number> {
  return page.evaluate(
    async ({ path, marker, domain, name, most, width }) => {
      const { acknowledged } = window as unknown as {
        acknowledged: (email: string, outcome: string) => Promise<void>;
      };
      async function change(email: string): Promise<string> {
        const headers = {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        };
        const body = JSON.stringify({ emails: [email] });
        for (;;) {
          const answer = await fetch(path, { method: 'POST', headers, body }).catch(() => null);
          if (!answer?.headers.has(marker)) continue;
          if (!answer.ok) return `refused: ${await answer.text()}`;
          const { results } = (await answer.json()) as { results: { outcome: string }[] };
          return results[0]!.outcome;
        }
      }
      let next = 0;
      let last = performance.now();
      let longest = 0;
      async function some(): Promise<void> {
        while (next < most) {
          const email = `${name}-${next}@${domain}`;
          next += 1;
          const outcome = await change(email);
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          await acknowledged(email, outcome);
        }
      }
      await Promise.all(Array.from({ length: width }, some));
      return longest;
    },
    {
      path: `${BASE_PATH}/sites/${SITE}/customer-invitations`,
      marker: MARKER_HEADER,
      domain: DOMAIN,
      name: tab,
      most: count,
      width: atOnce,
    },
  );
}

/** The addresses that tabs have invited, as often as the site has them. */
export function invited(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    async ({ path, domain }) => {
      const found: string[] = [];
      for (let offset = 0; ;) {
        const answer = await fetch(`${path}?search=${domain}&limit=100&offset=${offset}`);
        const { items, total } = (await answer.json()) as {
          items: { email: string }[];
          total: number;
        };
        found.push(...items.map(({ email }) => email));
        offset += items.length;
        if (offset >= total || items.length === 0) return found;
      }
    },
    { path: `${BASE_PATH}/sites/${SITE}/portal-customers`, domain: DOMAIN },
  );
}

/** Every change that was acknowledged is there once, and nothing was made twice. */
export function lostOrDoubled(acknowledged: Acknowledged, present: readonly string[]): string[] {
  const complaints: string[] = [];
  const times = new Map<string, number>();
  for (const email of present) times.set(email, (times.get(email) ?? 0) + 1);
  for (const [email, count] of times) if (count > 1) complaints.push(`${email} is there ${count}×`);
  for (const [email, outcomes] of acknowledged) {
    if (!times.has(email)) complaints.push(`${email} is lost`);
    if (outcomes.join() !== 'portal-only') complaints.push(`${email}: ${outcomes.join()}`);
  }
  return complaints;
}
