/* What a row comes to on a site that holds somebody already. */
import { beforeEach, describe, expect, test } from 'vitest';
import { customersGroupName } from '#src/domain/group.ts';
import { emailKey } from '#src/domain/email-key.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import { dropFiles, rowsOf, summaryOf, utf8, write } from '#test/support/exports.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SITE = 'site_harbor';
const OTHER_SITE = 'site_harbor-support';
let world: World;

beforeEach(async () => {
  world = await openWorld('blank');
});

function portalOnly(...lines: string[]): Uint8Array {
  return utf8(['username,full_name,email,active,last_login', ...lines].join('\n'));
}

function users(...lines: string[]): Uint8Array {
  const role = 'Jira Service Management - harbor';
  const heading = `User id,User name,email,User status,Added to org,Org role,Last seen in ${role},${role}`;
  return utf8([heading, ...lines].join('\n'));
}

function byGroup(...lines: string[]): Uint8Array {
  return utf8(['group_name,username,full_name,email,active,created', ...lines].join('\n'));
}

async function outcomes(bytes: Uint8Array, siteId = SITE): Promise<string[]> {
  return (await rowsOf(world, await dropFiles(world, siteId, { 'x.csv': bytes }))).map(summaryOf);
}

async function load(bytes: Uint8Array, siteId = SITE): Promise<void> {
  await write(world, await dropFiles(world, siteId, { 'x.csv': bytes }));
}

function customer(email: string, state: PortalCustomerState, id: PortalCustomer['id'] = 'qm:0:0') {
  world.store.write((tx) =>
    tx.portalCustomers.put({
      id,
      siteId: SITE,
      email,
      emailKey: emailKey(email),
      name: 'Ada',
      state,
      createdAt: 0,
      lastLoginAt: null,
      migratedTo: null,
      failure: null,
      passwordSetAt: null,
      version: 1,
    }),
  );
}

function account(email: string) {
  return world.read((tx) => {
    const found = tx.accounts.first({ emailKey: emailKey(email) })!;
    const { id: accountId } = found;
    const organizationId = 'organization_harbor' as const;
    return {
      id: accountId,
      name: found.name,
      directory: tx.directoryUsers.get({ organizationId, accountId })?.status,
      access: tx.siteAccess.get({ siteId: SITE, accountId })?.status,
      role: tx.queries.roleOn(SITE, accountId),
      groups: tx.queries.groupsOf(SITE, accountId).map(({ name }) => name),
    };
  });
}

describe('a portal-only account', () => {
  test.each<[PortalCustomerState, string]>([
    ['active', '2 unchanged'],
    ['revoked', '2 updated'],
    ['migrating', '2 refused being-migrated@email'],
    ['migrated', '2 refused already-migrated@email'],
    ['deleted', '2 new'],
  ])('that is %s here: %s', async (state, expected) => {
    customer('ada@mail.example', state);
    expect(await outcomes(portalOnly('qm:9:9,Ada,ADA@mail.example,Yes,'))).toEqual([expected]);
  });

  test('keeps its spelling and id, and takes name, access and last login from the file', async () => {
    customer('Ada@mail.example', 'active');
    await load(portalOnly('qm:9:9,Ada L,ada@MAIL.example,No,19 Nov 2021'));
    const [found] = world.read((tx) => tx.portalCustomers.where({ siteId: SITE }));
    expect(found).toMatchObject({
      id: 'qm:0:0',
      email: 'Ada@mail.example',
      name: 'Ada L',
      state: 'revoked',
      lastLoginAt: Date.UTC(2021, 10, 19),
      version: 2,
    });
  });

  test('keeps what a cell does not say', async () => {
    await load(portalOnly('qm:1:1,Ada,ada@mail.example,No,19 Nov 2021'));
    expect(await outcomes(portalOnly('qm:1:1,,ada@mail.example,,'))).toEqual(['2 unchanged']);
  });

  test('with an id that belongs to somebody else here is refused', async () => {
    customer('ada@mail.example', 'active', 'qm:1:1');
    const bob = portalOnly('qm:1:1,Bob,bob@mail.example,Yes,');
    expect(await outcomes(bob)).toEqual(['2 refused account-id-taken@username']);
  });

  test('with an id of another site gets its own, because accounts belong to one site (S3)', async () => {
    const ada = portalOnly('qm:1:1,Ada,ada@mail.example,Yes,');
    await load(ada);
    await load(ada, OTHER_SITE);
    const ids = world.read((tx) => [
      tx.portalCustomers.where({ siteId: SITE }).map(({ id }) => id),
      tx.portalCustomers.where({ siteId: OTHER_SITE }).map(({ id }) => id),
    ]);
    expect(ids[0]).toEqual(['qm:1:1']);
    expect(ids[1]?.[0]).toMatch(/^qm:[-0-9a-f]{36}:[-0-9a-f]{36}$/);
    expect(await outcomes(ada, OTHER_SITE)).toEqual(['2 unchanged']);
  });

  test('two rows with one id and two addresses are two people of whom one is wrong', async () => {
    const rows = ['qm:1:1,Ada,ada@mail.example,Yes,', 'qm:1:1,Bob,bob@mail.example,Yes,'];
    expect(await outcomes(portalOnly(...rows))).toEqual([
      '2 new',
      '3 refused account-id-taken@username',
    ]);
  });
});

/** An export of one user. */
function row(status: string, role = 'Customer', id = '712020:a'): Uint8Array {
  return users(`${id},Ada,ada@mail.example,${status},5 May 2023,User,Never accessed,${role}`);
}

describe('an Atlassian account', () => {
  test('and a portal-only account of one address are two accounts, both loaded', async () => {
    const session = await dropFiles(world, SITE, {
      'portal.csv': portalOnly('qm:1:1,Ada,ada@mail.example,Yes,'),
      'users.csv': row('Active'),
    });
    expect(session.counts.new).toBe(2);
  });

  test.each([
    ['Active', 'active', 'active'],
    ['Suspended', 'active', 'suspended'],
    ['Deactivated', 'deactivated', 'active'],
  ])('%s: directory %s, access to the site %s', async (status, directory, access) => {
    await load(row(status));
    expect(account('ada@mail.example')).toMatchObject({ id: '712020:a', directory, access });
    expect(await outcomes(row(status))).toEqual(['2 unchanged']);
    await load(row(status === 'Active' ? 'Suspended' : 'Active'));
    await load(row(status));
    expect(account('ada@mail.example')).toMatchObject({ directory, access });
  });

  test.each([
    ['Customer', 'customer', ['jira-servicemanagement-customers-harbor']],
    ['User (agent)', 'agent', ['jira-servicemanagement-users-harbor']],
    ['User', 'agent', ['jira-servicemanagement-users-harbor']],
    ['No access', 'none', []],
    ['', 'none', []],
  ])('with product access %j has the role %s through its group', async (cell, role, groups) => {
    await load(row('Active', cell));
    expect(account('ada@mail.example')).toMatchObject({ role, groups });
  });

  test('with a product role that nobody knows keeps the role it has, with a warning', async () => {
    await load(row('Active', 'Customer'));
    expect(await outcomes(row('Active', 'Wizard'))).toEqual([
      '2 unchanged unknown-role@Jira Service Management - harbor',
    ]);
  });

  test('loses a role when the file says so, and only then', async () => {
    await load(row('Active', 'Customer'));
    const withoutRoles = utf8('User id,User name,email\n712020:a,Ada,ada@mail.example');
    expect(await outcomes(withoutRoles)).toEqual(['2 unchanged']);
    await load(row('Active', 'Agent'));
    expect(account('ada@mail.example')).toMatchObject({
      role: 'agent',
      groups: ['jira-servicemanagement-users-harbor'],
    });
  });

  test('that exists under another id stays, with a warning', async () => {
    await load(row('Active'), OTHER_SITE);
    expect(await outcomes(row('Active', 'Customer', '712020:b'))).toEqual([
      '2 new other-account-id@User id',
    ]);
    await load(row('Active', 'Customer', '712020:b'));
    expect(account('ada@mail.example').id).toBe('712020:a');
    expect(world.read((tx) => tx.accounts.count({}))).toBe(1);
  });

  test('with an id that belongs to another address is refused', async () => {
    await load(row('Active'));
    const bob = users('712020:a,Bob,bob@mail.example,Active,,User,,Customer');
    expect(await outcomes(bob)).toEqual(['2 refused account-id-taken@User id']);
  });

  test('with an id of no known shape gets a fresh one', async () => {
    await load(row('Active', 'Customer', '5b10ac8d82e05b22cc7d4ef5'));
    expect(account('ada@mail.example').id).toMatch(/^712020:/);
  });

  test('the default group of customers is made when the site has none (S1)', async () => {
    const name = customersGroupName('harbor');
    world.store.write((tx) => tx.groups.removeWhere({ siteId: SITE, name }));
    await load(row('Active'));
    const group = world.read((tx) => tx.groups.first({ siteId: SITE, name }));
    expect(group).toMatchObject({ role: 'customer', isDefault: true, review: 'none' });
  });
});

describe('files with a row for each group (F2, F3)', () => {
  test('make one person of several rows, and tell portal-only accounts by their id', async () => {
    const bytes = byGroup(
      'jira-servicedesk-customers,ada,Ada,ada@mail.example,Yes,5 May 2023',
      'staff,ada,Ada,ada@mail.example,Yes,5 May 2023',
      'staff,ada,Ada,ada@mail.example,Yes,5 May 2023',
      ',qm:1:1,Bob,bob@mail.example,Yes,5 May 2023',
      'staff,cy,Cy,cy@mail.example,No,',
    );
    expect(await outcomes(bytes)).toEqual(['2 new', '3 updated', '4 unchanged', '5 new', '6 new']);
    await load(bytes);
    expect(account('ada@mail.example')).toMatchObject({
      role: 'customer',
      groups: ['jira-servicedesk-customers', 'staff'],
    });
    expect(account('cy@mail.example')).toMatchObject({ access: 'suspended', role: 'none' });
    const customers = world.read((tx) => tx.portalCustomers.where({ siteId: SITE }));
    expect(customers.map(({ id }) => id)).toEqual(['qm:1:1']);
    expect((await outcomes(bytes)).map((line) => line.slice(2))).toEqual(
      Array.from({ length: 5 }, () => 'unchanged'),
    );
  });
});

describe('near matches (design, section 2, Identity)', () => {
  test('with somebody on the site are warnings, and both people stay', async () => {
    await load(portalOnly('qm:1:1,Mike,mike@mail.example,Yes,'));
    const session = await dropFiles(world, SITE, {
      'x.csv': portalOnly('qm:1:2,Mıke,mıke@mail.example,Yes,'),
    });
    const [mike] = await rowsOf(world, session);
    expect(mike).toMatchObject({
      outcome: 'new',
      findings: [
        { code: 'near-match', facts: { value: 'mıke@mail.example', other: 'mike@mail.example' } },
      ],
    });
  });
});

describe('when the site changes between preview and writing', () => {
  test('nothing is written, and the preview shows what would happen now', async () => {
    const two = portalOnly('qm:1:1,Ada,ada@mail.example,Yes,', 'qm:1:2,Bob,bob@mail.example,Yes,');
    const session = await dropFiles(world, SITE, { 'x.csv': two });
    customer('ada@mail.example', 'migrated');

    const params = { importId: session.id };
    const problem = await world.refuse('imports.write', { params, ifMatch: session.version });
    expect(problem.code).toBe('import.preview-changed');
    expect(world.read((tx) => tx.portalCustomers.count({ siteId: SITE }))).toBe(1);
    expect((await rowsOf(world, session)).map(summaryOf)).toEqual([
      '2 refused already-migrated@email',
      '3 new',
    ]);

    const now = await world.get('imports.get', { params });
    expect(await write(world, now)).toMatchObject({ state: 'written' });
    expect(world.read((tx) => tx.portalCustomers.count({ siteId: SITE }))).toBe(2);
  });
});
