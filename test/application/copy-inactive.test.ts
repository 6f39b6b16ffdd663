/* People who are inactive on the source stay inactive on the destination (S2, "All customers"). */
import { expect, test } from 'vitest';
import { isAccessActive, type DirectoryUser, type SiteAccess } from '#src/domain/account.ts';
import type { SiteId } from '#src/domain/ids.ts';
import { openWorld } from '#test/support/world.ts';

const SOURCE: SiteId = 'site_fjord-care';
const DESTINATION: SiteId = 'site_harbor';
const ACCOUNT = '712020:1';

type Standing = DirectoryUser['status'] | 'none';

/** Copies one account to a site of another organization; tells whether it can use that site then. */
async function isActiveAfterCopy(
  atSource: DirectoryUser['status'],
  access: SiteAccess['status'],
  atDestination: Standing,
): Promise<boolean> {
  const world = await openWorld('blank');
  const organizationOf = (id: SiteId) => world.read((tx) => tx.sites.get({ id })!.organizationId);
  const [from, to] = [organizationOf(SOURCE), organizationOf(DESTINATION)];
  expect(from).not.toBe(to);
  world.store.write((tx) => {
    const email = 'ada@company.example';
    const person = { id: ACCOUNT, email, emailKey: email, name: 'Ada' } as const;
    tx.accounts.put({ ...person, emailVerified: true, createdAt: 0, version: 1 });
    const entry = { accountId: ACCOUNT, addedAt: 0 } as const;
    tx.directoryUsers.put({ ...entry, organizationId: from, status: atSource });
    if (atDestination !== 'none') {
      tx.directoryUsers.put({ ...entry, organizationId: to, status: atDestination });
    }
    const place = {
      siteId: SOURCE,
      accountId: ACCOUNT,
      userKey: 'ug:1',
      lastSeenAt: null,
    } as const;
    tx.siteAccess.put({ ...place, status: access });
  });
  const plan = await world.get('copy-plans.create', {
    body: {
      name: 'Move',
      sourceSiteId: SOURCE,
      destinationSiteId: DESTINATION,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [],
    },
  });
  const params = { planId: plan.id };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  return world.read((tx) =>
    isAccessActive(
      tx.directoryUsers.get({ organizationId: to, accountId: ACCOUNT }),
      tx.siteAccess.get({ siteId: DESTINATION, accountId: ACCOUNT }),
    ),
  );
}

test.each<[DirectoryUser['status'], SiteAccess['status'], Standing, boolean]>([
  ['active', 'active', 'none', true],
  ['active', 'active', 'active', true],
  ['active', 'suspended', 'active', false],
  ['suspended', 'active', 'none', false],
  ['suspended', 'active', 'active', false],
  ['deactivated', 'active', 'none', false],
  ['deactivated', 'active', 'active', false],
  ['active', 'active', 'suspended', false],
  ['active', 'active', 'deactivated', false],
])(
  'an account that is %s in its organization, %s on the source, %s in the other organization: active on the destination is %s',
  async (atSource, access, atDestination, expected) => {
    expect(await isActiveAfterCopy(atSource, access, atDestination)).toBe(expected);
  },
);
