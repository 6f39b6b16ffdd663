/* Journeys of portal-only customers: editing, deleting, revoking and exporting (domain.md 3.1). */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SiteId } from '#src/domain/ids.ts';
import { countOpenable, indexByHolder, viewerOf } from '#src/domain/viewer.ts';
import { holdingsOn } from '#src/application/holders.ts';
import { dropFiles, rowsOf } from '#test/support/exports.ts';
import { violations } from '#test/support/invariants.ts';
import { fillWorld, randomWorld } from '#test/support/random-world.ts';
import { dumpOf } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SITE = 'site_harbor-support';

/** The customer of the demo that the console's tests know by name. */
async function adebayo(world: World) {
  const params = { siteId: SITE };
  const query = { search: 'oladipo.adebayo@northmill.example' };
  const { items } = await world.get('portal-customers.list', { params, query });
  const { id: customerId, version, name } = items[0]!;
  return { params: { siteId: SITE, customerId }, version, name };
}

function trail(world: World, subjectId: string) {
  const { auditEntries, messages } = dumpOf(world.store);
  return {
    changes: auditEntries
      .filter((entry) => entry.subjectId === subjectId)
      .map(({ action, before, after }) => ({ action, before, after })),
    messages: messages.filter(({ to }) => to.startsWith('oladipo')).map(({ kind }) => kind),
  };
}

describe('one customer of the demo', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('demo');
  });

  test('is renamed, and hears nothing of it', async () => {
    const { params, name: before } = await adebayo(world);
    const name = '  Dipo\u00a0 Adebayo';
    const renamed = await world.get('portal-customers.rename', { params, body: { name } });
    expect(renamed).toMatchObject({ name: 'Dipo Adebayo', version: 2 });
    const same = await world.get('portal-customers.rename', { params, body: { name } });
    expect(same.version).toBe(2);
    expect(trail(world, params.customerId)).toEqual({
      changes: [
        {
          action: 'portal-customer.name-changed',
          before: { name: before },
          after: { name: 'Dipo Adebayo' },
        },
      ],
      messages: ['name-changed'],
    });
  });

  test('gets another password, which nobody keeps', async () => {
    const { params } = await adebayo(world);
    const password = 'tr0ub4dor&3-nobody-keeps-me';
    const call = { params, body: { password }, key: 'once' };
    const body = await world.raw('portal-customers.set-password', call);
    expect(body.status).toBe(200);
    const everything = JSON.stringify([dumpOf(world.store), new TextDecoder().decode(body.body!)]);
    expect(everything).not.toContain(password);
    const { passwordSetAt } = await world.get('portal-customers.get', { params });
    expect(passwordSetAt).not.toBeNull();
    expect(trail(world, params.customerId)).toEqual({
      changes: [
        {
          action: 'portal-customer.password-changed',
          before: { passwordSetAt: null },
          after: { passwordSetAt },
        },
      ],
      messages: ['password-changed'],
    });
  });

  test('is revoked and granted access again: two states on record, no message sent', async () => {
    const { params } = await adebayo(world);
    await world.get('portal-customers.revoke', { params });
    await world.get('portal-customers.grant', { params });
    const [active, revoked] = [{ state: 'active' }, { state: 'revoked' }];
    expect(trail(world, params.customerId)).toEqual({
      changes: [
        { action: 'portal-customer.access-revoked', before: active, after: revoked },
        { action: 'portal-customer.access-granted', before: revoked, after: active },
      ],
      messages: ['access-revoked', 'access-granted'],
    });
  });

  test('is deleted: what it raised stands under Former user, and the address is free (domain.md 3.1, DELETE)', async () => {
    const { params, version } = await adebayo(world);
    world.store.write((tx) => {
      const requestId = tx.requests.first({ siteId: SITE, reporterId: 'former-user' })!.id;
      tx.requestParticipants.put({ requestId, holderId: params.customerId as `qm:${string}` });
    });
    const { requestsKept, participationsEnded, membershipsEnded } = (
      await world.get('portal-customers.get', { params })
    ).deletion!;
    expect([requestsKept > 0, participationsEnded > 0, membershipsEnded.length > 0]).toEqual([
      true,
      true,
      true,
    ]);
    const before = dumpOf(world.store);
    await world.get('portal-customers.delete', { params, ifMatch: version });
    const after = dumpOf(world.store);

    const former = ({ requests }: typeof before) =>
      requests.filter(({ reporterId }) => reporterId === 'former-user').length;
    expect(former(after) - former(before)).toBe(requestsKept);
    const { customerId } = params;
    const holds = after.requests.some(({ reporterId }) => reporterId === customerId);
    const joins = [...after.requestParticipants, ...after.customerOrganizationMembers].some(
      ({ holderId }) => holderId === customerId,
    );
    expect([holds, joins]).toEqual([false, false]);
    expect(after.portalCustomers.find(({ id }) => id === customerId)).toMatchObject({
      name: 'Former user',
      state: 'deleted',
      lastLoginAt: null,
      passwordSetAt: null,
      version: version + 1,
    });
    expect((await world.refuse('portal-customers.get', { params })).code).toBe('not-found');
    expect(trail(world, customerId)).toMatchObject({
      changes: [{ action: 'portal-customer.deleted', after: { name: 'Former user' } }],
      messages: ['account-deleted'],
    });
    expect(world.read(violations)).toEqual([]);
  });

  test('shows its requests, the newest first, each with its closest tie', async () => {
    const { params } = await adebayo(world);
    const all = await world.get('portal-customers.requests', { params, query: { limit: 200 } });
    expect(all.items.map(({ createdAt }) => createdAt)).toEqual(
      all.items.map(({ createdAt }) => createdAt).toSorted((a, b) => b - a),
    );
    expect(new Set(all.items.map(({ canOpen }) => canOpen))).toEqual(new Set([true]));
    const { consequences } = await world.get('portal-customers.get', { params });
    expect(all.items.filter(({ relation }) => relation === 'reporter').length).toBe(
      consequences!.requestsMoved,
    );
    expect(all.items.length).toBe(consequences!.access.before);
    const second = await world.get('portal-customers.requests', {
      params,
      query: { offset: 1, limit: 1 },
    });
    expect(second).toEqual({ items: [all.items[1]], total: all.total });
  });
});

test('a duplicate is told apart, cannot open what it raised, and is asked to be migrated (S0, S1)', async () => {
  const world = await openWorld('demo');
  const twin = world.read((tx) => {
    const accounts = new Map(
      tx.queries.accountsOn('site_harbor').map(({ account, state }) => [account.emailKey, state]),
    );
    return tx.portalCustomers
      .where({ siteId: 'site_harbor', state: 'active' })
      .find(
        ({ id, emailKey }) =>
          accounts.get(emailKey) === 'active' &&
          tx.requests.first({ reporterId: id }) !== undefined,
      )!;
  });
  const params = { siteId: 'site_harbor', customerId: twin.id };
  const { invitedAs, deletion } = await world.get('portal-customers.get', { params });
  expect(invitedAs).toMatchObject({ state: 'active' });
  expect(deletion?.accountStays).toBe(true);
  const { items } = await world.get('portal-customers.requests', { params });
  const raised = items.filter(({ relation }) => relation === 'reporter');
  expect(raised.length).toBeGreaterThan(0);
  expect(raised.every(({ canOpen }) => !canOpen)).toBe(true);

  await world.get('portal-customers.migrate', { params });
  await world.finishJobs();
  const migrated = await world.get('portal-customers.get', { params });
  expect([migrated.state, migrated.invitedAs, migrated.deletion]).toEqual(['migrated', null, null]);
  const { messages } = dumpOf(world.store);
  const told = messages.filter(({ to }) => to === twin.email).map(({ kind }) => kind);
  expect(told).toEqual(['migrated-to-existing-account']);
});

test('what a deletion promises is what the person can open afterwards, in any world', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, fc.nat(20), async (start, pick) => {
      const world = await openWorld('blank');
      world.store.write((tx) => fillWorld(tx, start));
      const all = world
        .read((tx) => tx.portalCustomers.where({}))
        .filter(({ state }) => state === 'active' || state === 'revoked');
      const customer = all[pick % Math.max(1, all.length)];
      if (customer) {
        const { siteId, id: customerId, emailKey } = customer;
        const params = { siteId, customerId };
        const { deletion } = await world.get('portal-customers.get', { params });
        expect(openable(world, siteId, emailKey)).toBe(deletion!.access.before);
        await world.get('portal-customers.delete', { params });
        expect(openable(world, siteId, emailKey)).toBe(deletion!.access.after);
        expect(world.read(violations)).toEqual([]);
      }
      world.store.close();
    }),
    { numRuns: 60 },
  );
}, 60_000);

function openable(world: World, siteId: SiteId, emailKey: string): number {
  return world.read((tx) => {
    const viewer = viewerOf(siteId, holdingsOn(tx, tx.sites.get({ id: siteId })!, emailKey));
    return countOpenable(indexByHolder(tx.queries.attachedRequests(siteId)), viewer);
  });
}

describe('an export of all customers (atlassian-api.md section 6, F5)', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld('demo');
  });

  async function exported(query: { search?: string; state?: 'active' } = {}) {
    const response = await world.raw('portal-customers.export-file', {
      params: { siteId: SITE },
      query,
    });
    return response.body!;
  }

  test('is loaded again unchanged, names that look like formulas and late milliseconds too', async () => {
    const { params } = await adebayo(world);
    for (const name of ['=HYPERLINK("x","y")', "'=quoted", '+49 30, "Ada"', '-Ø ✓']) {
      await world.get('portal-customers.rename', { params, body: { name } });
      world.store.write((tx) => {
        const customer = tx.portalCustomers.get({ id: params.customerId as `qm:${string}` })!;
        tx.portalCustomers.put({ ...customer, lastLoginAt: customer.createdAt + 123 });
      });
      const session = await dropFiles(world, SITE, { 'customers.csv': await exported() });
      const rows = await rowsOf(world, session);
      const shown = await world.get('portal-customers.list', { params, query: { limit: 1 } });
      expect(rows.length).toBe(shown.total);
      // What has left portal-only accounts behind is refused for just that reason.
      const outcomes = rows.map(({ outcome, findings }) =>
        outcome === 'refused' ? findings.map(({ code }) => code).join() : outcome,
      );
      expect([...new Set(outcomes)].toSorted()).toEqual(['already-migrated', 'unchanged']);
    }
  });

  test('fills an empty site with the same people', async () => {
    const bytes = await exported({ state: 'active' });
    const empty = await openWorld('blank');
    const session = await dropFiles(empty, 'site_harbor', { 'customers.csv': bytes });
    await empty.get('imports.write', {
      params: { importId: session.id },
      ifMatch: session.version,
    });
    expect(activeOn(empty, 'site_harbor')).toEqual(activeOn(world, SITE));
  });

  test('names the site, and holds what search and filter leave', async () => {
    const response = await world.raw('portal-customers.export-file', {
      params: { siteId: SITE },
      query: { search: 'oladipo', state: 'active' },
    });
    expect(response.headers['content-disposition']).toContain(
      'portal-customers-harbor-support.csv',
    );
    const [heading, ...rows] = new TextDecoder().decode(response.body!).trim().split('\r\n');
    expect(heading).toContain(
      'username,full_name,email,active,created,last_login,account_state,customer_organizations',
    );
    expect(rows.map((row) => row.split(',')[2])).toEqual(['oladipo.adebayo@northmill.example']);
  });
});

/** What an export carries of the active customers of a site. */
function activeOn(world: World, siteId: SiteId) {
  return world
    .read((tx) => tx.portalCustomers.where({ siteId, state: 'active' }))
    .map(({ id, email, name, createdAt, lastLoginAt }) => {
      return { id, email, name, createdAt, lastLoginAt };
    });
}
