/* Lists of large sites: brought into memory while others are served, and dropped when nobody looks. */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RouteName } from '#src/contract/routes.ts';
import { routeOf } from '#src/contract/routes.ts';
import { scenarioByName } from '#src/application/scenarios/catalogue.ts';
import { createBackend, type Backend } from '#src/server/backend.ts';
import { openInMemory } from '#src/store/database.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import type { ListKey } from '#src/store/read-model/list-key.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn } from '#src/store/store.ts';
import { countingUuids, WALL_START } from '../support/world.ts';

/** Writing the demo may take so many milliseconds on a busy machine. */
const LONG = 60_000;

const SITE = 'site_harbor-support';
const BY_EMAIL: ListKey = { people: 'customers', place: SITE, sort: 'email' };
const BY_NAME: ListKey = { ...BY_EMAIL, sort: 'name' };

type Timer = { readonly work: () => void; readonly milliseconds: number };
type Asked = { readonly query?: string; readonly body?: object; readonly key?: string };

function isWatch({ milliseconds }: Timer): boolean {
  return milliseconds === 5 * 60_000;
}

/** The demo, in which every site counts as large, or none does. */
async function demo(size: 'large' | 'small') {
  const database = openInMemory(await loadSqlite());
  migrate(database);
  const most = size === 'large' ? 0 : Infinity;
  const store = storeOn(database, 'memory', undefined, MIGRATIONS, most);
  store.reset((tx) => scenarioByName('demo')!.seed(tx, WALL_START));
  const timers = new Set<Timer>();
  const backend = createBackend({
    store,
    storage: 'memory',
    wallNow: () => WALL_START,
    uuid: countingUuids(),
    scenario: null,
    later: (work, milliseconds) => {
      const timer = { work, milliseconds };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const ids = store.read((tx) => ({
    siteId: SITE,
    organizationId: tx.sites.get({ id: SITE })!.organizationId,
    groupId: tx.groups.first({ siteId: SITE })!.id,
  }));
  return {
    store,
    backend,
    timers,
    ask: (name: RouteName, asked?: Asked) => ask(backend, name, ids, asked),
    /** How many timers wait for nobody to look; others wait for work that falls due. */
    watches: () => Array.from(timers).filter(isWatch).length,
    /** Lets them run. */
    elapse() {
      for (const timer of Array.from(timers).filter(isWatch)) {
        timers.delete(timer);
        timer.work();
      }
    },
  };
}

async function ask(
  backend: Backend,
  name: RouteName,
  ids: Readonly<Record<string, string>>,
  { query = '', body, key }: Asked = {},
) {
  const { method, path } = routeOf(name);
  const response = await backend.handle({
    method,
    path: path.replace(/:(\w+)/g, (_, id: string) => ids[id]!) + query,
    headers: key === undefined ? {} : { 'idempotency-key': key },
    body: body === undefined ? null : new TextEncoder().encode(JSON.stringify(body)),
  });
  const text = new TextDecoder().decode(response.body ?? undefined);
  return { status: response.status, body: JSON.parse(text) as unknown };
}

const everybody = { by: 'filter', search: 'a', state: null };
const QUESTIONS: readonly (readonly [RouteName, Asked])[] = [
  ['portal-customers.list', { query: '?search=an&sort=email&direction=descending' }],
  ['portal-customers.list', { query: '?state=revoked&sort=lastLogin' }],
  ['portal-customers.list', { query: '?offset=20&limit=10' }],
  ['accounts.list', { query: `?siteId=${SITE}&search=a` }],
  ['accounts.list', { query: '?role=agent' }],
  ['groups.members', { query: '?search=a' }],
  ['groups.candidates', {}],
  ['duplicates.list', {}],
  ['sites.get', {}],
  ['portal-customers.bulk-forecast', { body: { step: 'migrate', selection: everybody } }],
];

describe('a list of a large site', () => {
  let small: Awaited<ReturnType<typeof demo>>;
  beforeAll(async () => {
    small = await demo('small');
  }, LONG);
  afterAll(() => small.backend.close());

  test.each<readonly [RouteName, Asked]>(QUESTIONS)(
    'that %s asks for (%j) is loaded and answers as a small one',
    async (name, asked) => {
      const large = await demo('large');
      const answer = await large.ask(name, asked);
      expect(answer).toEqual(await small.ask(name, asked));
      expect(answer.status).toBe(200);
      expect(large.store.listBytes).toBeGreaterThan(0);
      large.backend.close();
    },
    LONG,
  );

  test(
    'lets others be answered while it is loaded',
    async () => {
      const { ask: asking, backend } = await demo('large');
      const answered: string[] = [];
      await Promise.all([
        asking('portal-customers.list', { query: '?search=an' }).then(() => answered.push('list')),
        asking('workspace.get').then(() => answered.push('workspace')),
      ]);
      expect(answered).toEqual(['workspace', 'list']);
      backend.close();
    },
    LONG,
  );

  test(
    'shows its first page by name without waiting, and is loaded meanwhile',
    async () => {
      const { ask: asking, store, backend } = await demo('large');
      const first = await asking('portal-customers.list');
      expect(first).toMatchObject({ status: 200, body: { total: expect.any(Number) } });
      expect(store.hasList(BY_NAME)).toBe(false);
      await asking('portal-customers.list', { query: '?sort=email' });
      expect(store.hasList(BY_EMAIL)).toBe(true);
      expect(await asking('portal-customers.list')).toEqual(first);
      backend.close();
    },
    LONG,
  );

  test(
    'is loaded anew after the workspace was replaced in the middle of it',
    async () => {
      const { ask: asking, store, backend } = await demo('large');
      const list = asking('portal-customers.list', { query: '?sort=email' });
      const reset = asking('workspace.reset', { body: { scenario: 'blank' }, key: 'reset' });
      expect((await reset).status).toBe(200);
      // It may not show anybody of the old workspace.
      expect((await list).body).toEqual({ items: [], total: 0 });
      expect(store.hasList(BY_EMAIL)).toBe(true);
      backend.close();
    },
    LONG,
  );

  test(
    'starts a bulk step once, however often it is sent while the list loads',
    async () => {
      const { ask: asking, store, backend } = await demo('large');
      const expected = store.read((tx) =>
        tx.queries.selectedPortalCustomers(SITE, { by: 'filter', search: 'a', state: null }),
      ).length;
      const body = { step: 'migrate', selection: everybody, expected };
      const [one, other] = await Promise.all([
        asking('portal-customers.bulk', { body, key: 'once' }),
        asking('portal-customers.bulk', { body, key: 'once' }),
      ]);
      expect(one.status).toBeLessThan(300);
      expect(other).toEqual(one);
      expect(store.read((tx) => tx.jobs.where({ kind: 'bulk-migrate' }))).toHaveLength(1);
      backend.close();
    },
    LONG,
  );
});

describe('memory', () => {
  test(
    'is given back when nobody has asked for a list for a while',
    async () => {
      const { ask: asking, store, watches, elapse, backend } = await demo('large');
      await asking('portal-customers.list', { query: '?sort=email' });
      elapse();
      await asking('portal-customers.list', { query: '?sort=email' });
      elapse();
      expect(store.listBytes).toBeGreaterThan(0);
      elapse();
      expect(store.listBytes).toBe(0);
      // Nothing is left to be dropped, so nothing waits; the next list begins it all again.
      await vi.waitFor(() => {
        elapse();
        expect(watches()).toBe(0);
      });
      await asking('portal-customers.list', { query: '?sort=email' });
      expect(watches()).toBe(1);
      backend.close();
    },
    LONG,
  );

  test(
    'leaves no timer and no loading behind when the backend is closed',
    async () => {
      const { ask: asking, store, timers, backend } = await demo('large');
      await asking('portal-customers.list');
      const wanted = store.hasList(BY_EMAIL);
      backend.close();
      expect(timers.size).toBe(0);
      await new Promise((resolve) => setImmediate(resolve));
      expect([wanted, store.hasList(BY_EMAIL)]).toEqual([false, false]);
    },
    LONG,
  );
});
