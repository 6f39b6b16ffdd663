/* Pre-migration checks and the status of a server plan on its page (domain.md 7.4; the API's section 5). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { fixAddresses, putServerPlan, SERVER_PLAN } from '#test/support/server-plan.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { breakPath } from './console.ts';

const PATH = pathTo('server-migration', { serverId: SERVER, planId: SERVER_PLAN.id });

function openServerPlan(before: (world: World) => unknown = () => undefined) {
  return renderConsole(PATH, {
    scenario: 'blank',
    before: async (world) => {
      world.store.write((tx) => {
        putSmallServer(tx);
        putServerPlan(tx);
      });
      await before(world);
    },
  });
}

const checksOf = (group: string) => screen.findByRole('list', { name: `Checks: ${group}` });

test('checks stand in their groups, an error is open with its people and its remedy', async () => {
  await openServerPlan();
  for (const group of ['System', 'Users and groups', 'Customers', 'Projects']) {
    expect(await screen.findByRole('heading', { name: group, level: 3 })).toBeTruthy();
  }
  const table = await screen.findByRole('table', { name: 'People with invalid addresses' });
  expect(within(table).getByRole('row', { name: /Hank Stone/ }).textContent).toContain('hank@');
  const users = await checksOf('Users and groups');
  const [remedy] = within(users).getAllByRole('link', { name: 'Assess and prepare your users' });
  expect(remedy!.getAttribute('href')).toBe(pathTo('server-assessment', { serverId: SERVER }));
  expect(screen.getByText('2 errors block the run, 3 warnings.')).toBeTruthy();
});

test('running the checks again keeps each pass and says until when', async () => {
  const { user } = await openServerPlan();
  const system = await checksOf('System');
  expect(within(system).queryByText(/Kept until/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Run checks again' }));
  const notes = await within(await checksOf('System')).findAllByText(
    'Passed on Mar 2, 2026. Kept until Apr 1, 2026.',
  );
  expect(notes).toHaveLength(2);
  expect(
    within(await checksOf('Users and groups')).getByText('Invalid email addresses'),
  ).toBeTruthy();
});

test('an excluded check is a warning that says who stays behind, and can be included again', async () => {
  const { user } = await openServerPlan();
  await user.click(
    await screen.findByRole('button', { name: 'Exclude this check: Invalid email addresses' }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: 'Exclude “Invalid email addresses”?',
  });
  expect(dialog.textContent).toContain('2 people stay behind');
  await user.click(within(dialog).getByRole('button', { name: 'Exclude' }));
  expect(
    await screen.findByText('Excluded: it counts as a warning, and 2 stay behind.'),
  ).toBeTruthy();
  expect(screen.getByText('1 error blocks the run, 4 warnings.')).toBeTruthy();
  const include = screen.getByRole('button', { name: 'Include again: Invalid email addresses' });
  await waitFor(() => expect(document.activeElement).toBe(include));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('2 errors block the run, 3 warnings.')).toBeTruthy();
});

test('a check of a migration that somebody else changed is not excluded before that was seen', async () => {
  const { user, world } = await openServerPlan();
  await user.click(
    await screen.findByRole('button', { name: 'Exclude this check: Invalid email addresses' }),
  );
  const dialog = within(await screen.findByRole('dialog', { name: /^Exclude/ }));
  world.store.write((tx) => putServerPlan(tx, { name: 'Theirs', version: 2 }));
  await user.click(dialog.getByRole('button', { name: 'Exclude' }));
  const row = await dialog.findByRole('row', { name: /^Name .* Theirs$/ });
  expect(row).toBeTruthy();
  expect(world.read((tx) => tx.serverCheckResults.count({}))).toBe(0);
  await user.click(dialog.getByRole('button', { name: 'Exclude' }));
  expect(
    await screen.findByText('Excluded: it counts as a warning, and 2 stay behind.'),
  ).toBeTruthy();
});

test('a check that only informs opens its customers', async () => {
  const { user } = await openServerPlan((world) => world.store.write((tx) => fixAddresses(tx)));
  const customers = await checksOf('Customers');
  const item = within(customers).getByText('1 customer never raised a request').closest('li')!;
  expect(within(item).getByRole('img', { name: 'Information' })).toBeTruthy();
  await user.click(within(item).getByRole('button', { name: 'Show 1 row' }));
  expect(
    within(item).getByRole('table', { name: 'Customers who never raised a request' }),
  ).toBeTruthy();
});

test('without a task the status says how to get one, and running the checks fills it', async () => {
  const { user } = await openServerPlan();
  expect(await screen.findByText('No task yet')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Run checks again' }));
  const tree = await screen.findByRole('list', { name: 'Status of Check' });
  expect(within(tree).getByText('InvalidEmails')).toBeTruthy();
  expect(within(tree).getByText('At least one Preflight check has failed.')).toBeTruthy();
  expect(
    screen.getByText(
      'GET /gateway/api/copy-plans/plan_quarry/tasks/check/status?expandChildren=true',
    ),
  ).toBeTruthy();
});

test('the status can be read and copied as JSON', async () => {
  const { user } = await openServerPlan((world) =>
    world.get('server-tasks.create', {
      params: { planId: SERVER_PLAN.id },
      body: { task: 'Check' },
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Show JSON' }));
  expect(screen.getByLabelText('Status as JSON').textContent).toContain('"CloudFreeUserLimit"');
  const write = vi.spyOn(navigator.clipboard, 'writeText');
  await user.click(screen.getByRole('button', { name: 'Copy JSON' }));
  expect(await screen.findByText('The JSON is on the clipboard')).toBeTruthy();
  expect(JSON.parse(write.mock.calls[0]![0])).toMatchObject({ data: { status: 'FINISHED' } });
});

test('a status that cannot be had is said, and trying again shows it', async () => {
  let repair: (() => void) | undefined;
  const { user } = await openServerPlan((world) => {
    repair = breakPath(world, '/tasks').repair;
  });
  expect(await screen.findByText('Something went wrong in the simulated backend')).toBeTruthy();
  repair?.();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('No task yet')).toBeTruthy();
});

test('View details of a run has the status as a tab, with a task for the checks and one for the run', async () => {
  const { user } = await openServerPlan(async (world) => {
    world.store.write((tx) => fixAddresses(tx));
    const params = { planId: SERVER_PLAN.id };
    const { fingerprint } = await world.get('copy-plans.forecast', { params });
    await world.get('copy-plans.run', { params, body: { fingerprint } });
    await world.finishJobs();
  });
  await user.click(await screen.findByRole('tab', { name: 'Status' }));
  const tree = await screen.findByRole('list', { name: 'Status of Migrate' });
  expect(within(tree).getByText('usersAndGroups')).toBeTruthy();
  const task = screen.getByRole('combobox', { name: 'Task' });
  await user.selectOptions(task, within(task).getByRole('option', { name: /^Check, / }));
  const checks = await screen.findByRole('list', { name: 'Status of Check' });
  expect(within(checks).queryByText('usersAndGroups')).toBeNull();
});
