/* Migrations of a server by the wizard, the plan page and View details of copying (S4; domain.md 7). */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { StoreTx } from '#src/store/transaction.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { fixAddresses, putServerPlan, SERVER_PLAN } from '#test/support/server-plan.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import { arriveAt, isChecked, next } from './wizard-steps.ts';

const params = { serverId: SERVER };
const MIGRATIONS = `/servers/${SERVER}/migrations`;

/** The console at an address, of a workspace with the small server in it. */
function openAt(path: string, arrange: (tx: StoreTx) => unknown = () => null) {
  return renderConsole(path, {
    before: (world) =>
      Promise.resolve(
        world.store.write((tx) => {
          putSmallServer(tx);
          fixAddresses(tx);
          arrange(tx);
        }),
      ),
  });
}

async function connect(view: RenderedConsole): Promise<void> {
  await arriveAt('Connect to cloud');
  await view.user.selectOptions(
    screen.getByRole('combobox', { name: /^Destination/ }),
    'site_harbor',
  );
  await view.user.type(screen.getByRole('textbox', { name: /^Migration name/ }), 'Quarry');
  await next(view);
}

async function newest({ world }: RenderedConsole) {
  return (await world.get('server-migrations.list', { params })).items[0]!;
}

test('S4: users in advance take all users and groups, optionally their groups and all customers', async () => {
  const view = await openAt(`${MIGRATIONS}/new?flow=in-advance`);
  await screen.findByRole('heading', { level: 1, name: 'Migrate your users in advance' });
  await connect(view);
  await arriveAt('Choose how to migrate users and group');
  await screen.findByText('5 customers');
  const all = screen.getByRole('radio', { name: 'All Jira Service Management customers' });
  expect(isChecked(all)).toBe(true);
  await view.user.click(screen.getByRole('radio', { name: 'Migrate users and groups separately' }));
  await view.user.click(screen.getByRole('radio', { name: 'No customers' }));
  await next(view);
  await screen.findByRole('heading', { level: 1, name: 'Quarry' });
  expect(await newest(view)).toMatchObject({
    flow: 'in-advance',
    customers: 'none',
    users: 'all',
    preserveGroupMembership: false,
    projects: [],
  });
});

test('S4: with the data, "No customers" is offered only without a service project, and it says why', async () => {
  const view = await openAt(`${MIGRATIONS}/new?flow=with-data`);
  await connect(view);
  await arriveAt('Select projects');
  await next(view);
  await arriveAt('Customers and users');
  await view.user.click(await screen.findByRole('radio', { name: 'No customers' }));
  await view.user.click(screen.getByRole('button', { name: 'Back' }));
  await arriveAt('Select projects');
  await view.user.click(await screen.findByRole('checkbox', { name: /^IT service/ }));
  await next(view);
  await arriveAt('Customers and users');
  await screen.findByText(/is offered only without a service project/);
  expect(screen.queryByRole('radio', { name: 'No customers' })).toBeNull();
  await next(view);
  await screen.findByText(/choose which customers come along/);
  await view.user.click(
    screen.getByRole('radio', { name: 'Only customers related to the selected projects' }),
  );
  await next(view);
  await screen.findByRole('heading', { level: 1, name: 'Quarry' });
  expect(await newest(view)).toMatchObject({ flow: 'with-data', customers: 'related' });
});

const COPYING = /\bcop(y|ied|ying)\b/i;

function wordsOnScreen(): string {
  return document.querySelector('main')?.textContent ?? '';
}

test('a saved migration says what it includes, and what people in advance would save on migration day', async () => {
  await openAt(`${MIGRATIONS}/${SERVER_PLAN.id}`, (tx) => putServerPlan(tx));
  const items = await screen.findByRole('table', { name: /This migration includes/ });
  const customers = await within(items).findByRole('row', { name: /^Customers/ });
  expect(customers.textContent).toMatch(/All Jira Service Management customers.*SAVED$/);
  await screen.findByRole('heading', { name: 'Migration day' });
  const inAdvance = screen.getByRole('link', { name: 'Migrate your users in advance' });
  expect(inAdvance.getAttribute('href')).toContain(`${MIGRATIONS}/new?flow=in-advance`);
  expect(screen.queryByRole('tab', { name: /Customer organizations/ })).toBeNull();
  expect(wordsOnScreen()).not.toMatch(COPYING);
});

test('View details of a migration has each item with its status, the count of customers, and Logs and reports', async () => {
  const view = await renderConsole(`${MIGRATIONS}/${SERVER_PLAN.id}`, {
    async before(world) {
      world.store.write((tx) => {
        putSmallServer(tx);
        fixAddresses(tx);
        putServerPlan(tx);
      });
      const plan = { planId: SERVER_PLAN.id };
      const { fingerprint } = await world.get('copy-plans.forecast', { params: plan });
      await world.get('copy-plans.run', { params: plan, body: { fingerprint } });
      await world.finishJobs();
    },
  });
  const items = await screen.findByRole('table', { name: /This migration includes/ });
  const customers = await within(items).findByRole('row', { name: /^Customers/ });
  expect(customers.textContent).toMatch(/5\s*FINISHED$/);
  expect(within(items).getByRole('row', { name: /^IT service/ }).textContent).toMatch(/FINISHED$/);
  expect(wordsOnScreen()).not.toMatch(COPYING);
  await view.user.click(screen.getByRole('tab', { name: 'Logs and reports' }));
  await screen.findByText(/PreMigrationReport\.csv/);
  await view.user.click(screen.getByRole('tab', { name: 'People' }));
  await screen.findByRole('table', { name: /People and what the run did/ });
});

test('the runbook of a migration goes from assessing to counting on both sides', async () => {
  await openAt(`${MIGRATIONS}/${SERVER_PLAN.id}/runbook`, (tx) => putServerPlan(tx));
  for (const name of ['Assess the users', 'Migration day', 'Count on both sides']) {
    await screen.findByRole('heading', { name: new RegExp(name) });
  }
  expect(wordsOnScreen()).not.toMatch(COPYING);
});
