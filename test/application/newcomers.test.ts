/* Customers who come to a site: invited or by themselves (domain.md 3.3, 3.4; 3.1 CHPW; 1.2 INVPERM). */
import { beforeEach, describe, expect, test } from 'vitest';
import { dumpOf } from '#test/support/store-dump.ts';
import { openWorld, type World } from '#test/support/world.ts';

const siteId = 'site_harbor';
const STAFF = 'new.colleague@harbor-logistics.example';
const OUTSIDER = 'ada@northmill.example';

let world: World;
beforeEach(async () => {
  world = await openWorld('blank');
});

function invite(...emails: string[]) {
  return world.get('customers.invite', { params: { siteId }, body: { emails } });
}

function persona(name: 'user-access-admin' | 'product-admin' | 'agent') {
  return world.get('workspace.set-persona', { body: { persona: name } });
}

function messages() {
  return world.read((tx) => tx.messages.where({}).map(({ to, kind }) => `${to} ${kind}`));
}

function accountOf(email: string) {
  return world.read((tx) => {
    const account = tx.accounts.first({ emailKey: email })!;
    const access = tx.siteAccess.get({ siteId, accountId: account.id });
    return { account, access, role: tx.queries.roleOn(siteId, account.id) };
  });
}

describe('inviting', () => {
  test('gives each address its own result, and a second time finds the accounts', async () => {
    const first = await invite(STAFF, OUTSIDER, OUTSIDER.toUpperCase(), 'no address');
    expect(first.results).toEqual([
      { email: STAFF, outcome: 'atlassian', reason: 'approved-domain' },
      { email: OUTSIDER, outcome: 'portal-only', reason: 'portal-only-allowed' },
      { email: OUTSIDER.toUpperCase(), outcome: 'existing', reason: 'has-portal-only' },
      { email: 'no address', outcome: 'refused', reason: 'invalid-email' },
    ]);
    const before = dumpOf(world.store);
    const second = await invite(STAFF, OUTSIDER);
    expect(second.results.map(({ reason }) => reason)).toEqual([
      'has-atlassian',
      'has-portal-only',
    ]);
    expect(dumpOf(world.store)).toMatchObject({
      accounts: before.accounts,
      portalCustomers: before.portalCustomers,
      messages: before.messages,
    });
  });

  test('an internal customer gets an account to verify and the Customer role, without a licence', async () => {
    await invite(STAFF);
    const { account, access, role } = accountOf(STAFF);
    expect(account).toMatchObject({ email: STAFF, emailVerified: false });
    expect({ status: access?.status, role }).toEqual({ status: 'active', role: 'customer' });
    expect(world.read((tx) => tx.queries.licencesUsed(siteId))).toBe(0);
    expect(messages()).toEqual([`${STAFF} verify-email`, `${STAFF} customer-invitation`]);
  });

  test('an external customer gets a profile of the site, and sets a password (CHPW)', async () => {
    await invite(OUTSIDER);
    const [customer] = world.read((tx) => tx.portalCustomers.where({ siteId }));
    expect(customer).toMatchObject({ email: OUTSIDER, state: 'active', passwordSetAt: null });
    expect(customer?.id).toMatch(/^qm:[0-9a-f-]{36}:[0-9a-f-]{36}$/);
    expect(messages()).toEqual([`${OUTSIDER} customer-invitation`, `${OUTSIDER} set-password`]);
  });

  test('nobody is asked for a password where portal-only customers use single sign-on (IDP)', async () => {
    await change({ portalLogin: 'single-sign-on' });
    await invite(OUTSIDER);
    expect(messages()).toEqual([`${OUTSIDER} customer-invitation`]);
  });

  test('an account without a role gets it from who manages users, and not from an agent (INVPERM)', async () => {
    await invite(STAFF);
    const { account } = accountOf(STAFF);
    world.store.write((tx) => tx.memberships.removeWhere({ accountId: account.id }));
    await persona('agent');
    const refused = await invite(STAFF);
    expect(refused.results[0]).toMatchObject({ outcome: 'refused', reason: 'needs-customer-role' });
    expect(accountOf(STAFF).role).toBe('none');
    await persona('user-access-admin');
    const given = await invite(STAFF);
    expect(given.results[0]).toMatchObject({ outcome: 'existing', reason: 'given-customer-role' });
    expect(accountOf(STAFF)).toMatchObject({
      role: 'customer',
      account: { version: account.version + 1 },
    });
  });

  test('an address that was migrated and has left gets a new profile; the old one stays inactive for good (S1)', async () => {
    const [id, accountId] = ['qm:old:one', '1:gone'] as const;
    world.store.write((tx) => {
      const emailKey = OUTSIDER;
      const person = { email: OUTSIDER, emailKey, name: 'Ada', createdAt: 0, version: 1 };
      tx.accounts.put({ ...person, id: accountId, emailVerified: true });
      tx.portalCustomers.put({
        ...person,
        id,
        siteId,
        state: 'migrated',
        lastLoginAt: null,
        migratedTo: accountId,
        failure: null,
        passwordSetAt: null,
      });
    });
    const { results } = await invite(OUTSIDER);
    expect(results[0]).toMatchObject({ outcome: 'portal-only' });
    const states = world.read((tx) =>
      tx.portalCustomers.where({ emailKey: OUTSIDER }).map((one) => [one.id === id, one.state]),
    );
    expect(states.toSorted()).toEqual([
      [false, 'active'],
      [true, 'deleted'],
    ]);
  });

  test('whoever is suspended in the directory comes suspended, and the audit log says so (domain.md 1.4)', async () => {
    world.store.write((tx) => {
      const account = { id: '1:away', email: STAFF, emailKey: STAFF, name: 'Ada' } as const;
      tx.accounts.put({ ...account, emailVerified: true, createdAt: 0, version: 1 });
      const organizationId = 'organization_harbor';
      const entry = { organizationId, accountId: '1:away', status: 'suspended' } as const;
      tx.directoryUsers.put({ ...entry, addedAt: 0 });
    });
    await invite(STAFF);
    const [entry] = world.read((tx) =>
      tx.auditEntries.where({ action: 'account.site-access-changed' }),
    );
    expect(entry).toMatchObject({
      before: { access: 'none', role: 'none' },
      after: { access: 'suspended', role: 'customer' },
    });
  });

  test('every account that comes is in the audit log, by whom', async () => {
    await persona('product-admin');
    await invite(STAFF, OUTSIDER);
    const entries = world.read((tx) => tx.auditEntries.where({ actor: 'product-admin' }));
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'account.created',
      'account.site-access-changed',
      'portal-customer.created',
    ]);
    expect(new Set(entries.map(({ organizationId }) => organizationId))).toEqual(
      new Set(['organization_harbor']),
    );
  });
});

describe('signing up', () => {
  test('gives the account of the settings, under the name that was given', async () => {
    await world.get('customers.sign-up', signUp(OUTSIDER, ' Ada Brandt '));
    await world.get('customers.sign-up', signUp(STAFF));
    const [customer] = world.read((tx) => tx.portalCustomers.where({ siteId }));
    expect(customer?.name).toBe('Ada Brandt');
    expect(accountOf(STAFF)).toMatchObject({ role: 'customer', account: { name: STAFF } });
    expect(messages().toSorted()).toEqual([`${OUTSIDER} set-password`, `${STAFF} verify-email`]);
  });

  test('is refused to whoever has an account, with the reason', async () => {
    await invite(OUTSIDER);
    const problem = await world.refuse('customers.sign-up', signUp(OUTSIDER));
    expect(problem).toMatchObject({
      code: 'customer-access.refused',
      facts: { reason: 'has-portal-only' },
    });
  });
});

test('asking what an address would get changes nothing and promises what inviting does', async () => {
  const before = dumpOf(world.store);
  const emails = [STAFF, OUTSIDER, 'no address'];
  const asked = [];
  for (const email of emails) {
    asked.push(
      await world.get('customer-access.newcomer', { params: { siteId }, query: { email } }),
    );
  }
  expect(dumpOf(world.store)).toEqual(before);
  expect((await invite(...emails)).results).toEqual(asked);
});

test('a change of the settings touches nobody who is there already (DOMAINS)', async () => {
  const demo = await openWorld('demo');
  const before = dumpOf(demo.store);
  await demo.get('customer-access.update', {
    params: { siteId },
    body: {
      approvedDomains: ['northmill.example'],
      portalOnlyAllowed: false,
      portalOnlyDomains: [],
      signUpAllowed: false,
      portalLogin: 'password',
    },
    ifMatch: 1,
  });
  const { accounts, siteAccess, memberships, portalCustomers, directoryUsers } = before;
  expect(dumpOf(demo.store)).toMatchObject({
    accounts,
    siteAccess,
    memberships,
    portalCustomers,
    directoryUsers,
  });
  const [entry] = demo.read((tx) => tx.auditEntries.where({ action: 'customer-access.changed' }));
  expect(entry).toMatchObject({
    subjectId: siteId,
    before: { approvedDomains: 'harbor-logistics.example', portalOnlyAllowed: true },
    after: { approvedDomains: 'northmill.example', portalOnlyAllowed: false },
  });
});

async function change(changes: { readonly portalLogin: 'single-sign-on' }) {
  const { approvedDomains, portalOnlyAllowed, portalOnlyDomains, signUpAllowed } = await world.get(
    'customer-access.get',
    { params: { siteId } },
  );
  const body = { approvedDomains, portalOnlyAllowed, portalOnlyDomains, signUpAllowed, ...changes };
  await world.get('customer-access.update', { params: { siteId }, body });
}

function signUp(email: string, name = '') {
  return { params: { siteId }, body: { email, name } };
}
