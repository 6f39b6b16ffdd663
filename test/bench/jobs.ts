/*
 * Bulk migrations of a whole site in Node, on a store in memory: no file is written, so that what a
 * flush costs is not in these times. Everything goes through requests, as from a page.
 */
import type { JobId } from '#src/domain/ids.ts';
import { createBackend } from '#src/server/backend.ts';
import { openStore } from '#src/store/open-store.ts';
import { manyCustomer } from '../support/many-people.ts';
import { rounded, spread, timedAsync } from './timing.ts';

const SITE = 'site_harbor';
const SELECTION = { by: 'filter', search: '', state: 'active' };
/** A million take too long here, and nobody migrates them at once. */
const MOST = 100_000;

/** Prints a line of figures for each size. */
export async function benchJobs(
  sizes: readonly number[],
  print: (figure: object) => void,
): Promise<void> {
  for (const size of sizes.filter((each) => each <= MOST)) print(await benchBulk(size));
}

async function benchBulk(size: number) {
  const store = await openStore({ place: 'memory' });
  let wall = Date.UTC(2026, 2, 2, 9);
  const slices: number[] = [];
  const backend = createBackend({
    store: Object.assign(Object.create(store) as typeof store, {
      write: <T>(...parts: Parameters<typeof store.write<T>>): T => {
        const began = performance.now();
        const result = store.write(...parts);
        slices.push(performance.now() - began);
        return result;
      },
    }),
    storage: 'memory',
    wallNow: () => wall,
    ticks: () => performance.now(),
    uuid: () => crypto.randomUUID(),
    scenario: 'demo',
  });
  store.write((tx) => {
    for (let number = 0; number < size; number += 1) {
      tx.portalCustomers.put({ ...manyCustomer(number, SITE), state: 'active' });
    }
  });

  async function ask(method: string, path: string, json?: object) {
    const bytes = json === undefined ? null : new TextEncoder().encode(JSON.stringify(json));
    const { status, body } = await backend.handle({ method, path, headers: {}, body: bytes });
    if (status >= 400) throw new Error(`${method} ${path}: ${status}`);
    return body && (JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>);
  }

  const customers = `/sites/${SITE}/portal-customers`;
  await ask('GET', `${customers}?limit=1`);
  let counted: Record<string, unknown> | null = null;
  const forecast = await timedAsync(async () => {
    counted = await ask('POST', `${customers}/bulk-forecasts`, {
      step: 'migrate',
      selection: SELECTION,
    });
  });
  const { count, fingerprint } = counted!;
  const order = { step: 'migrate', selection: SELECTION, expected: count, fingerprint };
  let job: Record<string, unknown> | null = null;
  const start = await timedAsync(async () => {
    job = await ask('POST', `${customers}/bulk`, order);
  });
  slices.length = 0;
  wall += 365 * 86_400_000;
  // A write waits for all that was due before it: for the whole step.
  const settling = await timedAsync(async () => {
    await ask('PUT', '/workspace/strict', { strict: false });
  });
  const ended = store.read((tx) => tx.jobs.get({ id: String(job!['id']) as JobId })!);
  if (ended.state !== 'finished') throw new Error(`The step is ${ended.state}`);
  backend.close();
  return {
    figure: 'bulk migration, store in memory',
    customers: ended.total,
    forecastMs: rounded(forecast.ms),
    startMs: rounded(start.ms),
    settlingMs: rounded(settling.ms),
    settlingCpuMs: rounded(settling.cpuMs),
    cpuMsPerCustomer: rounded(settling.cpuMs / ended.total),
    slice: spread(slices),
    slices: slices.length,
  };
}
