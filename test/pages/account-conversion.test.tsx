/* The way back of S3 on screen: as near as the real product comes, and the simulator's own step. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AccountId } from '#src/domain/ids.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { openWorld, type World } from '#test/support/world.ts';

const SITE = 'site_harbor';

/** The page of the first user of harbor with these reasons against a conversion; the demo is always the same. */
async function userBarredBy(bars: readonly string[]) {
  const world = await openWorld('demo');
  const { accountId, name } = await accountWith(world, bars);
  world.backend.close();
  return { path: `/o/organization_harbor/directory/users/${accountId}`, name };
}

async function accountWith(world: World, bars: readonly string[]) {
  for (const { account } of world.read((tx) => tx.queries.accountsOn(SITE))) {
    const plan = await conversionOf(world, account.id);
    const isIt =
      plan.bars.join() === bars.join() && plan.requestsMoved > 0 && plan.state === 'active';
    if (isIt) return plan;
  }
  throw new Error(`Nobody on harbor is barred by: ${bars.join()}`);
}

function conversionOf(world: World, accountId: AccountId) {
  return world.get('accounts.conversion', { params: { siteId: SITE, accountId } });
}

async function openDialog({ user }: Pick<RenderedConsole, 'user'>) {
  await user.click(await screen.findByRole('button', { name: /^More actions for/ }));
  await user.click(
    await screen.findByRole('menuitem', { name: /^Convert to portal-only account/ }),
  );
  return screen.findByRole('dialog', { name: 'Convert to portal-only account' });
}

test('the dialog says what moves, ends and stays; afterwards the portal customer is open', async () => {
  const { path, name } = await userBarredBy([]);
  const { user } = await renderConsole(path);
  const dialog = await openDialog({ user });
  expect(within(dialog).getByText('The real product has no such step')).toBeTruthy();
  expect(await within(dialog).findByText(/that the account raised$/)).toBeTruthy();
  expect(
    within(dialog).getByText(/it is global, and has no site of Harbor Logistics/),
  ).toBeTruthy();
  expect(within(dialog).getByText(/a message goes to /)).toBeTruthy();
  const seen = await within(dialog).findByRole('table', { name: 'Before and after this step' });
  expect(within(seen).getByRole('row', { name: /^Account .*Portal-only/ })).toBeTruthy();

  await user.click(within(dialog).getByRole('button', { name: 'Convert' }));
  await waitFor(() => expect(window.location.pathname).toBe(`/s/${SITE}/portal-customers`));
  expect(new URLSearchParams(window.location.search).get('customer')).toMatch(/^qm:/);
  expect(await screen.findByText(`${name} has a portal-only account`)).toBeTruthy();
});

test('what stands in the way is a checklist with how to clear each, and nothing can be confirmed', async () => {
  const { path } = await userBarredBy(['portal-only-exists']);
  const { user } = await renderConsole(path);
  const dialog = await openDialog({ user });
  expect(
    await within(dialog).findByRole('heading', { name: '1 condition is not met' }),
  ).toBeTruthy();
  const conditions = within(dialog).getAllByRole('listitem');
  expect(conditions).toHaveLength(8);
  const open = conditions.filter((item) => within(item).queryByRole('img', { name: 'Not met' }));
  expect(open.map((item) => item.textContent)).toEqual([
    expect.stringContaining('Migrate it first'),
  ]);
  expect(within(open[0]!).getByRole('link', { name: 'Show the portal-only account' })).toBeTruthy();
  expect(within(dialog).getByRole('button', { name: 'Convert' })).toHaveProperty('disabled', true);
});

test('strict mode leaves the conversion out and says so', async () => {
  const { path } = await userBarredBy([]);
  const { user } = await renderConsole(path, {
    before: (world) => world.get('workspace.set-strict', { body: { strict: true } }),
  });
  const dialog = await openDialog({ user });
  expect(
    await within(dialog).findByText(/^Strict mode leaves only what the real product/),
  ).toBeTruthy();
});

test('choosing role None explains that it makes no portal-only account (S3)', async () => {
  const { path } = await userBarredBy([]);
  const { user } = await renderConsole(path);
  const roles = await screen.findAllByRole('combobox', { name: 'Product role' });
  await user.selectOptions(roles[0]!, 'none');
  const dialog = await screen.findByRole('dialog', { name: 'Change product role' });
  expect(within(dialog).getByText('Role None does not make a portal-only account')).toBeTruthy();
  expect(within(dialog).getByText(/it is not listed under Portal customers/)).toBeTruthy();
});

test('the comparison of account types stands beside the organization’s numbers', async () => {
  await renderConsole('/o/organization_harbor/account-types');
  const table = await screen.findByRole('table', { name: 'The account types compared' });
  const row = within(table).getByRole('row', { name: /^Guard/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual([
    'Not counted for the help center. Whoever has another billable product is counted as a user.',
    'Not counted.',
  ]);
  const sites = screen.getByRole('table', { name: 'Account types by site' });
  expect(within(sites).getAllByRole('row')).toHaveLength(3);
});
