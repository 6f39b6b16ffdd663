/* Work that ends is announced on whatever screen is open, once. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import { createPlan, startPlan } from '../copy-plans/console.ts';

test('a copy that ends is announced on another screen, and the flag leads to its details', async () => {
  const { user, passMinutes } = await renderConsole('/o/organization_harbor', {
    before: async (world) => startPlan(world, await createPlan(world)),
  });
  await waitFor(() => expect(screen.getByText(/^in \d+ minutes$/)).toBeTruthy());
  passMinutes(30);

  const flag = await screen.findByRole('alertdialog', { name: 'Support moves has finished' });
  expect(flag.textContent).toMatch(/\d+ rows require attention\./);
  await user.click(within(flag).getByRole('link', { name: 'View details' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Support moves' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('Support moves has finished')).toBeNull());
});

test('a migration that ends is announced once, wherever the administrator went', async () => {
  const { user, passMinutes } = await renderConsole(
    '/s/site_harbor-support/portal-customers?search=oladipo',
  );
  await user.click(await screen.findByRole('button', { name: /^More actions for/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Migrate to Atlassian account' }));
  const dialog = await screen.findByRole('dialog', { name: 'Migrate to Atlassian account' });
  await within(dialog).findByRole('table', { name: 'Before and after the migration' });
  await user.click(within(dialog).getByRole('button', { name: 'Migrate' }));
  await waitFor(() => expect(dialog.isConnected).toBe(false));

  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  passMinutes(10);
  const flags = await screen.findAllByText(/was migrated$/);
  expect(flags).toHaveLength(1);
  expect(screen.getByRole('link', { name: 'Show the user' }).getAttribute('href')).toContain(
    'search=oladipo',
  );
});

test('work that a scenario left running in another organization is no news here', async () => {
  const { passMinutes, world } = await renderConsole('/o/organization_harbor', {
    before: async (fresh) => startPlan(fresh, await createPlan(fresh)),
  });
  const { items } = await world.get('jobs.list', { query: { state: 'running' } });
  expect(items.map(({ siteId }) => siteId)).toContain('site_fjord-care');
  await screen.findByText(/^in \d+ minutes$/);
  passMinutes(30);
  await screen.findByText('Support moves has finished');
  expect(screen.queryByText(/was migrated$/)).toBeNull();
});
