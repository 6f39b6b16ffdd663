/* The demo's server migrated as a newcomer would: assessed, fixed, in advance, with all its data. */
import { expect, test } from 'vitest';
import { isServerUserId } from '#src/domain/ids.ts';
import { violations } from '#test/support/invariants.ts';
import { migrate, migrationOf } from '#test/support/server-actions.ts';
import { openWorld } from '#test/support/world.ts';

const serverId = 'server_quayside';
const params = { serverId };
const projectIds = [
  'project_quayside-warehouse',
  'project_quayside-claims',
  'project_quayside-staff-it',
];

test('addresses block it until they are fixed, and then everybody arrives', async () => {
  const world = await openWorld('demo');
  const body = migrationOf({ name: 'Too early' });
  const { id: planId } = await world.get('server-plans.create', { params, body });
  const { fingerprint } = await world.get('copy-plans.forecast', { params: { planId } });
  const early = await world.refuse('copy-plans.run', { params: { planId }, body: { fingerprint } });
  expect(early.code).toBe('server-migration.checks-failed');

  await world.get('server-assessment.begin', { params });
  await world.get('server-assessment.choose', {
    params,
    body: { level: 'simple', invalid: 'new-addresses', duplicated: 'merge' },
  });
  const onServer = world.read((tx) => tx.serverUsers.where({ serverId }));
  await migrate(world, serverId, { name: 'In advance' });
  const last = await migrate(world, serverId, { flow: 'with-data', customers: 'all', projectIds });

  expect(world.read(violations)).toEqual([]);
  expect(world.read((tx) => tx.serverUsers.where({ serverId }))).toEqual(onServer);
  const arrival = await world.get('server-arrivals.get', { params: last });
  const codes = new Set(arrival.parts.map(({ code }) => code));
  expect([...codes].toSorted()).toEqual([
    'created',
    'excluded',
    'former',
    'linked',
    'linked-to-atlassian',
    'merged',
    'two-accounts',
  ]);
  world.read((tx) => {
    const own = new Set(
      tx.copyLinks
        .where({ sourcePlaceId: serverId, kind: 'request' })
        .map(({ sourceId }) => sourceId),
    );
    expect(own.size).toBe(tx.requests.count({ siteId: serverId }));
    const there = tx.requests.where({ siteId: 'site_harbor' });
    expect(there).toHaveLength(600 + own.size);
    expect(there.filter(({ reporterId }) => isServerUserId(reporterId))).toEqual([]);
  });
  // Its groups: one joined by name, those that give access waiting for review, the rest left behind.
  const names = [
    'dock-managers',
    'jira-administrators',
    'jira-servicedesk-users',
    'warehouse-leads',
  ];
  const groups = world.read((tx) => tx.groups.where({ siteId: 'site_harbor' }));
  const reviews = names.map((name) => {
    const group = groups.find((each) => each.name === name);
    return [name, group?.review, group?.adminReview];
  });
  expect(reviews).toEqual([
    ['dock-managers', 'none', 'none'],
    ['jira-administrators', 'none', 'pending'],
    ['jira-servicedesk-users', 'pending', 'none'],
    ['warehouse-leads', 'pending', 'none'],
  ]);
  expect(groups.map(({ name }) => name)).not.toContain('jira-core-users');
  world.store.close();
}, 60_000);
