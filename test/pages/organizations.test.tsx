import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

test('the organization picker names every organization with its sites', async () => {
  await renderConsole('/');

  const harbor = await screen.findByRole('article', { name: 'Harbor Logistics' });
  const sites = within(harbor).getByRole('list', { name: 'Sites of Harbor Logistics' });
  expect(
    within(sites)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['harbor', 'harbor-support']);
  expect(screen.getByRole('article', { name: 'Fjord Clinics' }).textContent).toContain('1 site');
});

test('a site name opens its own admin (S1, original user management, step 1)', async () => {
  const { user } = await renderConsole('/');
  await user.click(await screen.findByRole('link', { name: 'fjord-care' }));

  expect(await screen.findByRole('heading', { level: 1, name: 'fjord-care' })).toBeTruthy();
  const side = screen.getByRole('navigation', { name: 'fjord-care' });
  await user.click(within(side).getByRole('link', { name: 'Jira Service Management' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Portal customers' })).toBeTruthy();
});

test('from the picker to the portal customers in the steps of S1 (centralized)', async () => {
  const { user } = await renderConsole('/');
  await user.click(await screen.findByRole('link', { name: 'Harbor Logistics' }));
  await user.click(await screen.findByRole('link', { name: 'Products' }));
  expect(await screen.findByRole('heading', { name: 'Sites and products' })).toBeTruthy();
  await user.click(await screen.findByRole('link', { name: 'harbor-support' }));
  const side = await screen.findByRole('navigation', { name: 'harbor-support' });
  await user.click(within(side).getByRole('link', { name: 'Portal customers' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Portal customers' })).toBeTruthy();
  expect(
    await screen.findByRole('table', { name: 'Portal customers of harbor-support' }),
  ).toBeTruthy();
});
