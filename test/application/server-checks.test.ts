/* Pre-migration checks of a server plan through the backend (S4; domain.md 7.4; the API's section 5). */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ResponseOf } from '#src/contract/api.ts';
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { fixAddresses, putServerPlan, SERVER_PLAN } from '#test/support/server-plan.ts';
import { addServerUser, putSmallServer, SERVER_PROJECT } from '#test/support/small-server.ts';
import { addAccount, addProfile, addRequest, DESTINATION } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

const params = { planId: SERVER_PLAN.id };
const DAY = 24 * 60 * 60_000;
const TASK = { params, body: { task: 'Check' as const } };

let world: World;
beforeEach(async () => {
  world = await openWorld();
  world.store.write((tx) => putSmallServer(tx));
  plan();
});

const plan = (over: Partial<CopyPlan> = {}) =>
  world.store.write((tx) => {
    putServerPlan(tx, over);
  });
const fix = () => world.store.write((tx) => fixAddresses(tx));
const look = () => world.get('copy-plans.checks', { params, query: {} });
const runChecks = () => world.get('server-tasks.create', TASK);
const exclude = (check: string, excluded = true) =>
  world.raw('copy-plans.exclude-check', { params: { ...params, check }, body: { excluded } });

type Checks = ResponseOf<'copy-plans.checks'>;

function standing({ server }: Checks, id: string) {
  return server!.groups.flatMap(({ checks }) => checks).find(({ check }) => check === id)!;
}

function rows({ server }: Checks, id: keyof NonNullable<Checks['server']>['checks']): string[] {
  return server!.checks[id].rows.map((row) => {
    if ('userName' in row) return row.why ? `${row.userName} ${row.why}` : row.userName;
    if ('keyThere' in row) return `${row.key} ${row.nameThere}`;
    return 'what' in row ? row.what : row.name;
  });
}

async function passTime(days: number): Promise<void> {
  // The clock runs 60 simulated seconds in one.
  world.clock.wallNow += (days * DAY) / 60;
  await world.get('workspace.get');
}

async function run() {
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  return { params, body: { fingerprint } };
}

describe('what they look at', () => {
  test('they stand in the documented groups, and a copy has none', async () => {
    const { server } = await look();
    expect(server!.groups.map(({ group }) => group)).toEqual([
      'system',
      'users-and-groups',
      'customers',
      'projects',
    ]);
    const { id } = await world.get('copy-plans.create', {
      body: {
        name: 'Copy',
        sourceSiteId: 'site_harbor-support',
        destinationSiteId: DESTINATION,
        customers: 'all',
        users: 'all',
        preserveGroupMembership: true,
        projectIds: [],
      },
    });
    const copy = await world.get('copy-plans.checks', { params: { planId: id }, query: {} });
    expect(copy.server).toBeNull();
  });

  test('addresses that nothing is done about are errors, and fixes make them pass (domain.md 7.5)', async () => {
    const before = await look();
    expect(before.errors).toBe(2);
    expect(rows(before, 'invalid-addresses')).toEqual(['hank', 'vera']);
    expect(rows(before, 'duplicated-addresses')).toEqual([
      'dan',
      'dan.home',
      'twin',
      'twin.mobile',
    ]);
    fix();
    const after = await look();
    expect([after.errors, rows(after, 'invalid-addresses')]).toEqual([0, []]);
  });

  test('only those whom the plan takes can block it', async () => {
    plan({ customers: 'none', flow: 'in-advance', projectIds: [] });
    const checks = await look();
    expect(rows(checks, 'invalid-addresses')).toEqual(['vera']);
    expect(rows(checks, 'duplicated-addresses')).toEqual(['dan']);
  });

  test('S4, "Deleted or inactive customers": users of an inactive directory, and who of them appears', async () => {
    expect(rows(await look(), 'inactive-directories')).toEqual(['gwen nowhere', 'olaf appears']);
  });

  test('S4, "How customer data is migrated": two accounts warn, staying an Atlassian account informs', async () => {
    world.store.write((tx) => {
      addProfile(tx, DESTINATION, 'otto');
      addAccount(tx, DESTINATION, 'cora');
    });
    const checks = await look();
    expect(rows(checks, 'two-accounts')).toEqual(['otto both-afterwards']);
    expect(standing(checks, 'two-accounts').result).toBe('warning');
    expect(rows(checks, 'stays-atlassian')).toEqual(['cora']);
    expect(standing(checks, 'stays-atlassian').result).toBe('pass');
  });

  test('S4, "All Jira Service Management customers": who never raised a request is left out, named or not', async () => {
    const checks = await look();
    expect(rows(checks, 'never-raised')).toEqual(['nora never-raised-a-request']);
    expect(rows(checks, 'left-out-named')).toEqual(['nora never-raised-a-request']);
    expect(standing(checks, 'left-out-named').result).toBe('warning');
  });

  test('a project whose name and key are taken arrives under others, "(migrated)" (domain.md 7.2, LINKJ)', async () => {
    fix();
    world.store.write((tx) =>
      tx.serviceProjects.put({
        id: 'project_taken',
        siteId: DESTINATION,
        key: 'SRV',
        name: 'IT service',
      }),
    );
    expect(rows(await look(), 'project-names')).toEqual(['SRV IT service (migrated)']);
    await world.get('copy-plans.run', await run());
    await world.finishJobs();
    const made = world.read((tx) =>
      tx.serviceProjects.first({ siteId: DESTINATION, name: 'IT service (migrated)' }),
    );
    expect(made?.key).toBe('SRV2');
  });

  test('a project of an earlier run is named: only what is missing is added to it (domain.md 7.2, PKEY)', async () => {
    fix();
    await world.get('copy-plans.run', await run());
    await world.finishJobs();
    const again = 'plan_quarry-2';
    world.store.write((tx) => putServerPlan(tx, { id: again }));
    const checks = await world.get('copy-plans.checks', { params: { planId: again }, query: {} });
    expect(rows(checks, 'copied-before')).toEqual(['SRV IT service']);
    expect(checks.server!.checks['copied-before'].rows).toMatchObject([{ requests: 0 }]);
  });

  test('a run under way on the destination blocks', async () => {
    world.store.write((tx) =>
      putServerPlan(tx, { id: 'plan_other', name: 'Night shift', state: 'running' }),
    );
    expect(rows(await look(), 'destination-busy')).toEqual(['Night shift']);
  });

  test('a destination that holds data is named with its counts (CloudSiteNotEmpty)', async () => {
    world.store.write((tx) =>
      addRequest(tx, DESTINATION, 'Any', addProfile(tx, DESTINATION, 'zoe')),
    );
    const checks = await look();
    expect(rows(checks, 'site-not-empty')).toEqual([
      'service-projects',
      'portal-customers',
      'requests',
    ]);
    // As the list of portal customers counts: whoever was migrated away is none any more.
    world.store.write((tx) => addProfile(tx, DESTINATION, 'gone', { state: 'migrated' }));
    expect(await look()).toEqual(checks);
    expect(standing(checks, 'site-not-empty')).toMatchObject({
      key: 'CloudSiteNotEmpty',
      result: 'warning',
    });
  });
});

const keptAt = async (id: string) => standing(await look(), id).kept?.at ?? null;

describe('results', () => {
  test('are not kept before the checks were run, and a pass is kept 30 simulated days', async () => {
    expect(await keptAt('licences')).toBeNull();
    const { createdAt } = await runChecks();
    const { kept } = standing(await look(), 'licences');
    expect(kept).toEqual({ at: Date.parse(createdAt), until: Date.parse(createdAt) + 30 * DAY });
    await passTime(29.9);
    expect(await keptAt('licences')).toBe(Date.parse(createdAt));
    await passTime(0.2);
    expect(await keptAt('licences')).toBeNull();
  });

  test('of failed checks run again, and a kept pass keeps its date', async () => {
    const first = await runChecks();
    expect(await keptAt('invalid-addresses')).toBeNull();
    await passTime(2);
    world.store.write((tx) => addServerUser(tx, 'bad', { email: 'bad@' }));
    const second = await runChecks();
    expect(second.createdAt > first.createdAt).toBe(true);
    expect(await keptAt('licences')).toBe(Date.parse(first.createdAt));
    expect(rows(await look(), 'invalid-addresses')).toEqual(['bad', 'hank', 'vera']);
  });

  test('are out of date when the fixes or the plan change', async () => {
    await runChecks();
    fix();
    expect(await keptAt('licences')).toBeNull();
    await runChecks();
    expect(await keptAt('licences')).not.toBeNull();
    plan({ version: 2, name: 'Renamed' });
    expect(await keptAt('licences')).toBeNull();
  });

  test('that passed are not shown once the data contradicts them', async () => {
    fix();
    await runChecks();
    expect(await keptAt('destination-busy')).not.toBeNull();
    world.store.write((tx) => putServerPlan(tx, { id: 'plan_other', state: 'running' }));
    expect(standing(await look(), 'destination-busy')).toMatchObject({
      result: 'error',
      kept: null,
    });
  });
});

test.each([
  ['two-accounts', 'otto,otto@mail.example,Otto Stone,Has both account types afterwards'],
  ['never-raised', 'nora,nora@mail.example,Nora Stone,Never raised a request'],
  ['site-not-empty', 'portal-customers,1'],
  ['licences', ''],
])('Download CSV has every row of the check %s', async (check, line) => {
  world.store.write((tx) => addProfile(tx, DESTINATION, 'otto'));
  const { body } = await world.raw('copy-plans.check-file', { params: { ...params, check } });
  const [, ...lines] = new TextDecoder().decode(body!).split('\r\n');
  expect(lines).toContain(line);
});

describe('a run', () => {
  test('is refused while a check errs, naming it, whatever result is kept', async () => {
    fix();
    await runChecks();
    world.store.write((tx) => addServerUser(tx, 'zed', { email: 'zed@', userKey: 'K1' }));
    world.store.write((tx) => tx.serverFixes.removeWhere({}));
    const { code, facts } = await world.refuse('copy-plans.run', await run());
    expect([code, facts]).toEqual([
      'server-migration.checks-failed',
      { names: ['Invalid email addresses', 'Duplicated email addresses'] },
    ]);
  });

  test('goes on without the people of an excluded check, which the log tells of', async () => {
    expect((await exclude('invalid-addresses')).status).toBe(204);
    expect((await exclude('duplicated-addresses')).status).toBe(204);
    const checks = await look();
    expect(checks.errors).toBe(0);
    expect(standing(checks, 'invalid-addresses')).toMatchObject({
      result: 'warning',
      excluded: true,
    });
    await world.get('copy-plans.run', await run());
    await world.finishJobs();
    const emails = world.read((tx) =>
      tx.copyOutcomes.where({ planId: SERVER_PLAN.id }).map(({ name }) => name),
    );
    expect(emails).toContain('Cora Stone');
    expect(emails).not.toContain('Hank Stone');
    const entry = world.read((tx) =>
      tx.auditEntries.first({ action: 'server-migration.check-excluded' }),
    );
    expect(entry?.facts).toEqual({
      name: 'Quarry moves',
      check: 'Invalid email addresses',
      records: 2,
    });
  });

  test('is refused again once the check is included', async () => {
    await exclude('invalid-addresses');
    await exclude('invalid-addresses', false);
    expect((await look()).errors).toBe(2);
    expect(
      world.read((tx) => tx.auditEntries.count({ action: 'server-migration.check-included' })),
    ).toBe(1);
  });
});

test('deleting the plan takes its kept results along', async () => {
  await runChecks();
  await world.raw('copy-plans.delete', { params });
  expect(world.read((tx) => tx.serverCheckResults.count({}))).toBe(0);
});

const status = (taskId: 'check' | 'migrate', query: object = { expandChildren: 'true' }) =>
  world.get('server-tasks.status', { params: { ...params, taskId }, query });

describe('the status tree', () => {
  test('there is no task before the checks have run, and Migrate comes with the run', async () => {
    const list = () => world.get('server-tasks.list', { params });
    expect((await list()).data).toEqual([]);
    await runChecks();
    expect((await list()).data).toMatchObject([{ taskId: 'check', taskType: 'check' }]);
    fix();
    await world.get('copy-plans.run', await run());
    expect((await list()).data.map(({ taskId }) => taskId)).toEqual(['migrate', 'check']);
  });

  test('a failed check fails the task with its message, its records and whether it can be excluded', async () => {
    await runChecks();
    const { data } = await status('check');
    expect(data).toMatchObject({ status: 'FINISHED', outcome: 'FAILED' });
    expect(data.children!['check']).toMatchObject({
      message: 'At least one Preflight check has failed.',
      children: {
        InvalidEmails: {
          outcome: 'FAILED',
          details: {
            occurrences: ['Hank Stone <hank@>', 'Vera Stone <vera@quarry>'],
            excludable: true,
          },
        },
        CloudFreeUserLimit: { outcome: 'SUCCESS' },
      },
    });
  });

  test('excluding turns the error into a warning', async () => {
    await runChecks();
    await exclude('invalid-addresses');
    const { data } = await status('check', { level: 'check,InvalidEmails' });
    expect(data).toMatchObject({ outcome: 'WARNING', details: { excludable: true } });
    const { data: tasks } = await world.get('server-tasks.list', { params });
    expect(tasks[0]!.payload.checkTypes.excludeKeys).toEqual(['InvalidEmails']);
  });

  test('without expandChildren a node stands alone, and filters leave only what fits', async () => {
    await runChecks();
    expect((await status('check', {})).data.children).toBeUndefined();
    const { data } = await status('check', { expandChildren: 'true', outcome: 'FAILED' });
    expect(Object.keys(data.children!['check']!.children!)).toEqual([
      'InvalidEmails',
      'DuplicatedEmails',
    ]);
    const none = await status('check', { expandChildren: 'true', outcome: 'SKIPPED' });
    expect(none.data).toEqual({ status: 'FINISHED', outcome: 'FAILED' });
  });

  test('Migrate shows the phases of the run by scope, and progress only while it runs', async () => {
    fix();
    await world.get('copy-plans.run', await run());
    const { data: during } = await status('migrate');
    const phases = during.children!['migrate']!;
    expect(phases).toMatchObject({ status: 'IN_PROGRESS' });
    expect(Object.keys(phases.children!)).toEqual(['usersAndGroups', 'jsm', 'projects']);
    await world.finishJobs();
    const { data: after } = await status('migrate');
    expect(after).toMatchObject({ status: 'FINISHED', outcome: 'WARNING' });
    expect(after.children!['migrate']).toMatchObject({ outcome: 'SUCCESS' });
    expect(JSON.stringify(after)).not.toContain('progressDetails');
  });

  test('a plan in advance has no projects in its tree', async () => {
    fix();
    plan({ flow: 'in-advance', projectIds: [] });
    await world.get('copy-plans.run', await run());
    await world.finishJobs();
    const { data } = await status('migrate');
    expect(Object.keys(data.children!['migrate']!.children!)).toEqual(['usersAndGroups', 'jsm']);
    expect(SERVER_PROJECT).toBeDefined();
  });
});
