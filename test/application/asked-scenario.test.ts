import { expect, test } from 'vitest';
import { createBackend, type Backend } from '#src/server/backend.ts';
import { openStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import { countingUuids, WALL_START } from '#test/support/world.ts';

function wallNow(): number {
  return WALL_START;
}

function open(store: Store, scenario: string | null): Backend {
  return createBackend({ store, storage: 'memory', wallNow, uuid: countingUuids(), scenario });
}

async function ask(backend: Backend, method: string, path: string, body?: unknown) {
  const bytes = body === undefined ? null : new TextEncoder().encode(JSON.stringify(body));
  const response = await backend.handle({ method, path, headers: {}, body: bytes });
  const { scenario, askedScenario } = JSON.parse(new TextDecoder().decode(response.body!));
  return [scenario, askedScenario];
}

test('an address opens its scenario where nobody has done anything yet', async () => {
  const store = await openStore({ place: 'memory' });
  open(store, null);
  expect(await ask(open(store, 'blank'), 'GET', '/workspace')).toEqual(['blank', null]);
});

test('an address offers its scenario where it would replace work, and a reset decides', async () => {
  const store = await openStore({ place: 'memory' });
  const body = {
    name: 'Mine',
    sourceSiteId: 'site_harbor-support',
    destinationSiteId: 'site_harbor',
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    projectIds: [],
  };
  await open(store, 'demo').handle({
    method: 'POST',
    path: '/copy-plans',
    headers: {},
    body: new TextEncoder().encode(JSON.stringify(body)),
  });
  const backend = open(store, 'blank');
  expect(await ask(backend, 'GET', '/workspace')).toEqual(['demo', 'blank']);
  expect(store.read((tx) => tx.copyPlans.count({}))).toBe(1);
  expect(await ask(backend, 'POST', '/workspace/reset', { scenario: 'blank' })).toEqual([
    'blank',
    null,
  ]);
  expect(await ask(backend, 'GET', '/workspace')).toEqual(['blank', null]);
});
