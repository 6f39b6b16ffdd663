/* Requests from within a page, as its screens make them, for work that will be cut off. */
import type { Page } from 'playwright-core';
import type { ResponseOf } from '#src/contract/api.ts';
import { BASE_PATH } from '#src/contract/routes.ts';

/** The last that a page was told of its work. */
export type Seen = { done: number; change: number };

/** Asks the backend of a page; a refusal fails. */
export function ask<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async (asked) => {
      const answer = await fetch(asked.address, {
        method: asked.method,
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
      });
      if (!answer.ok) throw new Error(`${asked.address}: ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    { method, address: `${BASE_PATH}${path}`, body },
  );
}

export function jobOf(page: Page, jobId: string): Promise<ResponseOf<'jobs.get'>> {
  return ask(page, 'GET', `/jobs/${jobId}`);
}

/** Jumps from event to event until nothing runs any more. */
export async function finishJobs(page: Page): Promise<void> {
  for (;;) {
    const { nextEventAt } = await ask<ResponseOf<'workspace.get'>>(page, 'GET', '/workspace');
    if (nextEventAt === null) return;
    await ask(page, 'PUT', '/workspace/clock', { action: 'next-event' });
  }
}

/**
 * Lets simulated time run until the job has come this far. The page goes on looking for as long as
 * it lives, and `seen` is kept at what it was told last.
 */
export async function keepLooking(
  page: Page,
  job: { readonly jobId: string; readonly speed: number; readonly share: number },
  seen: Seen,
): Promise<void> {
  // Every page is a new one.
  await page.exposeFunction('told', (done: number, change: number) => {
    Object.assign(seen, { done, change });
  });
  await page.evaluate(
    async ({ base, jobId, speed, share }) => {
      const { told } = window as unknown as { told: (done: number, change: number) => void };
      async function read<T>(path: string): Promise<T> {
        return (await (await fetch(`${base}${path}`)).json()) as T;
      }
      async function look(): Promise<boolean> {
        const now = await read<{ done: number; progress: number; state: string }>(`/jobs/${jobId}`);
        const { change } = await read<{ change: number }>('/workspace');
        told(now.done, change);
        return now.state !== 'running' || now.progress >= share;
      }
      await fetch(`${base}/workspace/clock`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ action: 'set-speed', speed }),
      });
      while (!(await look()));
      void (async () => {
        for (;;) await look();
      })();
    },
    { base: BASE_PATH, ...job },
  );
}

/** Writes an import; the page may die over it, and then nothing is answered. */
export async function startWriting(
  page: Page,
  { importId, version }: { readonly importId: string; readonly version: number },
): Promise<void> {
  await page
    .evaluate(
      async ({ address, shown }) => {
        const answer = await fetch(address, {
          method: 'POST',
          headers: { 'if-match': `"${shown}"`, 'idempotency-key': crypto.randomUUID() },
        });
        if (!answer.ok) throw new Error(await answer.text());
      },
      { address: `${BASE_PATH}/imports/${importId}/write`, shown: version },
    )
    .catch((reason: unknown) => {
      if (!/crash|closed|destroyed/i.test(String(reason))) throw reason;
    });
}
