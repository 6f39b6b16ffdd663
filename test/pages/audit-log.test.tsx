import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';
import { findRow } from './copy-plans/console.ts';

const organizationId = 'organization_harbor';
const LOG = pathTo('audit-log', { organizationId });

/** Somebody of the site is revoked, and a group becomes a default one. */
async function twoChanges(world: World) {
  const params = { siteId: 'site_harbor' };
  const { items } = await world.get('portal-customers.list', {
    params,
    query: { state: 'active', limit: 1 },
  });
  const [{ id: customerId }] = items as [(typeof items)[number]];
  await world.get('portal-customers.revoke', { params: { ...params, customerId } });
  await world.get('groups.set-default', {
    params: { ...params, groupId: 'group_harbor-dock-managers' },
    body: { isDefault: true },
  });
}

test.each(['organization_harbor', 'organization_fjord'])(
  'the settings of %s lead to its audit log, in the navigation too',
  async (id) => {
    const { user } = await renderConsole(pathTo('settings', { organizationId: id }));
    const navigation = await screen.findByRole('navigation', { name: 'Settings' });
    await user.click(within(navigation).getByRole('link', { name: 'Audit log' }));
    expect(await screen.findByRole('heading', { name: 'Audit log', level: 1 })).toBeTruthy();
    expect(await findRow('Audit log', /Scenario opened/)).toBeTruthy();
  },
);

test('a row opens its change with before and after side by side, and Esc gives the focus back', async () => {
  const { user } = await renderConsole(LOG, { before: twoChanges });
  const opener = await screen.findByRole('button', { name: 'Default group setting changed' });
  await user.click(opener);
  const panel = await screen.findByRole('complementary', { name: 'Default group setting changed' });
  const row = within(within(panel).getByRole('table')).getByRole('row', { name: /^Default group/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['No', 'Yes']);
  expect(within(panel).getByText('Record')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  expect(document.activeElement).toBe(opener);

  // A change without snapshots has its facts to show.
  await user.click(screen.getByRole('button', { name: 'Scenario opened' }));
  const other = await screen.findByRole('complementary', { name: 'Scenario opened' });
  expect(within(other).queryByRole('table')).toBeNull();
  expect(within(other).getByText('Facts')).toBeTruthy();
});

test('filters and days narrow the log, and Clear ends them all', async () => {
  const { user } = await renderConsole(LOG, { before: twoChanges });
  await user.selectOptions(await screen.findByLabelText('Change'), 'Access revoked');
  await screen.findByText('1–1 of 1 change');
  await user.selectOptions(screen.getByLabelText('Who'), 'Simulator');
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  expect(await findRow('Audit log', /Default group setting changed/)).toBeTruthy();
  await user.type(screen.getByLabelText('From'), '2030-01-01');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  expect(window.location.search).toContain('from=2030-01-01');
});
