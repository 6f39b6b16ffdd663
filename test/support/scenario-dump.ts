/* A scenario as the real store holds it, and the questions that tests ask of one. */
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { holdingOf, type Holding } from '#src/domain/copy-table.ts';
import { countsAsPortalOnly } from '#src/domain/portal-customer.ts';
import { openStore } from '#src/store/open-store.ts';
import { dumpOf, type StoreDump } from './store-dump.ts';

/** Any wall instant; only the clock record knows it. */
export const WALL = 1_800_000_000_000;

/** When every scenario opens, in simulated time. */
export const START = Date.parse('2026-03-02T09:00:00Z');

/** Seeds a fresh store in memory and reads everything back. */
export async function seededDump(name: string, wallNow = WALL): Promise<StoreDump> {
  const store = await openStore({ place: 'memory' });
  try {
    store.reset((tx) => scenarioByName(name)!.seed(tx, wallNow));
    return dumpOf(store);
  } finally {
    store.close();
  }
}

/** What every e-mail key holds on a site, deleted profiles told apart from nobody. */
export function holdingsOn(dump: StoreDump, siteId: string): Map<string, Holding | 'deleted'> {
  const keyOf = new Map(dump.accounts.map(({ id, emailKey }) => [id, emailKey]));
  const accounts = new Set(
    dump.siteAccess
      .filter((access) => access.siteId === siteId)
      .map(({ accountId }) => keyOf.get(accountId)),
  );
  const profiles = dump.portalCustomers.filter((customer) => customer.siteId === siteId);
  const counted = new Set(profiles.filter(countsAsPortalOnly).map(({ emailKey }) => emailKey));
  const holdings = new Map<string, Holding | 'deleted'>();
  for (const { emailKey } of [...dump.accounts, ...profiles]) {
    const holding = holdingOf(counted.has(emailKey), accounts.has(emailKey));
    if (holding !== 'nobody') holdings.set(emailKey, holding);
  }
  for (const { emailKey, state } of profiles) {
    if (state === 'deleted' && !holdings.has(emailKey)) holdings.set(emailKey, 'deleted');
  }
  return holdings;
}

/** How often each value occurs. */
export function countBy<T>(items: Iterable<T>, name: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[name(item)] = (counts[name(item)] ?? 0) + 1;
  return counts;
}
