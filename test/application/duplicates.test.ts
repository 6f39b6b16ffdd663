/* Duplicates of the demo and the way each ends (domain.md 4.2, 4.3; S0, S1). */
import { beforeEach, expect, test } from 'vitest';
import type { SiteId } from '#src/domain/ids.ts';
import { countOpenable, indexByHolder } from '#src/domain/viewer.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SITES: readonly SiteId[] = ['site_harbor-support', 'site_harbor', 'site_fjord-care'];

let world: World;
beforeEach(async () => {
  world = await openWorld('demo');
});

async function duplicatesOf(siteId: SiteId) {
  return (await world.get('duplicates.list', { params: { siteId }, query: { limit: 200 } })).items;
}

test('as many requests are hidden as the person cannot open of the portal-only account', async () => {
  for (const siteId of SITES) {
    for (const duplicate of await duplicatesOf(siteId)) {
      const { customerId, accountId, accountState, role, requestsHidden } = duplicate;
      const requests = world.read((tx) => tx.queries.attachedRequests(siteId, customerId));
      const openable = countOpenable(indexByHolder(requests), {
        type: 'atlassian',
        id: accountId as `${number}:${string}`,
        siteId,
        accessActive: accountState === 'active',
        role,
      });
      expect(requestsHidden).toBe(requests.length - openable);
      expect(duplicate.symptoms.includes('requests-hidden')).toBe(requestsHidden > 0);
    }
  }
});

test('the site counts its duplicates', async () => {
  for (const siteId of SITES) {
    const { counts } = await world.get('sites.get', { params: { siteId } });
    expect(counts.duplicates).toBe((await duplicatesOf(siteId)).length);
  }
});

test('every duplicate ends with the steps that its row names, and then opens all of its requests', async () => {
  for (const siteId of SITES) {
    for (const { customerId, customerVersion, cure } of await duplicatesOf(siteId)) {
      const params = { siteId, customerId };
      let version = customerVersion;
      if (cure[0] === 'grant-access') {
        const granted = await world.get('portal-customers.grant', { params, ifMatch: version });
        version = granted.version;
        const now = (await duplicatesOf(siteId)).find((one) => one.customerId === customerId);
        expect(now?.cure).toEqual(cure.slice(1));
      }
      if (cure.includes('migrate')) {
        await world.get('portal-customers.migrate', { params, ifMatch: version });
      }
      const now = (await duplicatesOf(siteId)).find((one) => one.customerId === customerId);
      expect(now?.cure).toEqual(cure.filter((step) => step === 'restore-access'));
    }
    await world.finishJobs();
    expect(await duplicatesOf(siteId)).toEqual([]);
  }
});

test('a suspended account makes the log-in loop, and gets its access back last (KNOWN)', async () => {
  const siteId = 'site_harbor';
  const suspended = (await duplicatesOf(siteId)).filter(
    ({ accountState }) => accountState === 'suspended',
  );
  expect(suspended.map(({ cure, symptoms }) => [cure, symptoms[0]])).toEqual([
    [['migrate', 'restore-access'], 'login-loop'],
  ]);
});
