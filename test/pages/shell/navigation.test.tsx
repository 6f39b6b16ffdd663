import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

async function linksOf(navigation: string): Promise<readonly (string | null)[]> {
  const found = await screen.findByRole('navigation', { name: navigation });
  return within(found)
    .getAllByRole('link')
    .map((link) => link.textContent);
}

test('an organization with centralized user management has the header of S1', async () => {
  const { user } = await renderConsole('/');
  await user.click(await screen.findByRole('link', { name: 'Harbor Logistics' }));
  expect(await linksOf('Harbor Logistics')).toEqual([
    'Overview',
    'Directory',
    'Products',
    'Settings',
  ]);
});

test('a centralized site has Portal customers under Jira Service Management (S1, steps 2 to 4)', async () => {
  const { user } = await renderConsole('/o/organization_harbor');
  await user.click(await screen.findByRole('link', { name: 'Products' }));
  await screen.findByRole('heading', { level: 2, name: 'Sites and products' });
  await user.click(await screen.findByRole('link', { name: 'harbor' }));
  const side = await screen.findByRole('navigation', { name: 'harbor' });
  expect(within(side).getByRole('heading', { name: 'Jira Service Management' })).toBeTruthy();
  await user.click(within(side).getByRole('link', { name: 'Portal customers' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Portal customers' })).toBeTruthy();
});

test('a site with original user management has the left menu of S1', async () => {
  await renderConsole('/s/site_fjord-care');
  expect(await linksOf('fjord-care')).toEqual([
    'Fjord Clinics',
    'Overview',
    'Users',
    'Groups',
    'Jira Service Management',
    'Imported groups',
    'Duplicate accounts2',
    'Service projects',
    'View as customer',
    'Customer access',
  ]);
  const side = screen.getByRole('navigation', { name: 'fjord-care' });
  const extras = within(side).getAllByRole('img', { name: 'Simulator' });
  expect(extras.map((mark) => mark.closest('a')?.textContent)).toEqual([
    'Duplicate accounts2',
    'View as customer',
  ]);
  expect(await linksOf('Fjord Clinics')).toEqual([
    'Overview',
    'Directory',
    'Products',
    'fjord-care',
    'Settings',
  ]);
});

test('after going somewhere the focus is on the heading and the title names the page', async () => {
  const { user } = await renderConsole('/o/organization_harbor');
  await screen.findByRole('heading', { level: 1 });
  expect(document.activeElement).toBe(document.body);

  await user.click(await screen.findByRole('link', { name: 'Products' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Products' });
  expect(document.activeElement).toBe(heading);
  expect(document.title).toBe('Products | Drydock');
});

test('the organization switcher leads to another organization', async () => {
  const { user } = await renderConsole('/o/organization_harbor');
  await user.click(await screen.findByRole('button', { name: 'Organization: Harbor Logistics' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Fjord Clinics' }));
  expect(await screen.findByRole('navigation', { name: 'Fjord Clinics' })).toBeTruthy();
});

test('an address that leads nowhere says so and offers a way back', async () => {
  const { user } = await renderConsole('/nowhere');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Go to your organizations' }));
  expect(await screen.findByRole('link', { name: 'Harbor Logistics' })).toBeTruthy();
});

test('the chosen theme is applied and kept', async () => {
  const { user } = await renderConsole('/');
  expect(document.documentElement.dataset['colorMode']).toBe('auto');

  await user.click(await screen.findByRole('button', { name: /^Your profile/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Dark' }));
  expect(document.documentElement.dataset['colorMode']).toBe('dark');
  expect(localStorage.getItem('drydock-color-mode')).toBe('dark');
});

test('an unknown site has no navigation, and the screen leads back to the organizations', async () => {
  const { user, container } = await renderConsole('/s/site_nowhere/portal-customers');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain("We couldn't find that");
  expect(container.querySelectorAll('[class*=skeleton]')).toHaveLength(0);
  await user.click(within(alert).getByRole('link', { name: 'Go to your organizations' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Administration' })).toBeTruthy();
});
