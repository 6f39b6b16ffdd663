import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const USERS = '/o/organization_harbor/directory/users';

/** Rows of a list once the answer to the present question is there. */
async function rows(name: string): Promise<readonly HTMLElement[]> {
  return waitFor(() => {
    const table = screen.getByRole('table', { name });
    expect(table.parentElement?.getAttribute('aria-busy')).toBeNull();
    return within(table).getAllByRole('row').slice(1);
  });
}

test('users show role, status, last visit and whether the e-mail is verified', async () => {
  await renderConsole(`${USERS}?search=a.wisniewska`);

  const [row] = await rows('Users');
  expect(row?.textContent).toContain('a.wisniewska@baltyk-cargo.example');
  expect(row?.textContent).toContain('E-mail not verified');
  expect(within(row!).getByText('Customer')).toBeTruthy();
  expect(within(row!).getByText('Active')).toBeTruthy();
});

test('users are narrowed by status and site, and the address says so', async () => {
  const { user } = await renderConsole(USERS);
  await rows('Users');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Suspended');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'harbor');

  await waitFor(async () => {
    expect(await rows('Users')).toHaveLength(4);
  });
  for (const row of await rows('Users')) expect(row?.textContent).toContain('Suspended');
  expect(window.location.search).toBe('?state=suspended&site=site_harbor');
});

test('a search that nobody fits says so and can be ended', async () => {
  const { user } = await renderConsole(`${USERS}?search=nobody-is-called-that`);

  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect((await rows('Users')).length).toBe(25);
});

test('a page behind the end leads back to the last one', async () => {
  await renderConsole(`${USERS}?page=900`);

  expect((await rows('Users')).length).toBeGreaterThan(0);
  const pages = screen.getAllByRole('button', { name: /^Page \d+$/ });
  expect(pages.at(-1)?.getAttribute('aria-current')).toBe('page');
  expect(window.location.search).toBe(`?page=${pages.at(-1)?.textContent}`);
});

test('groups are those of the chosen site', async () => {
  const { user } = await renderConsole('/o/organization_harbor/directory/groups');
  await rows('Groups');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Site' }), 'harbor-support');

  const row = await screen.findByRole('row', {
    name: /jira-servicemanagement-users-harbor-support/,
  });
  expect(within(row).getByRole('img', { name: 'Yes' })).toBeTruthy();
  expect(row?.textContent).toContain('User (agent)');
  expect(window.location.search).toBe('?site=site_harbor-support');
});

test('an organization with the original experience has no users in its directory (S1)', async () => {
  const { user } = await renderConsole('/o/organization_fjord/directory/users');

  expect(
    await screen.findByRole('heading', { name: 'Users are not in this directory' }),
  ).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  await user.click(screen.getByRole('link', { name: 'Users on fjord-care' }));
  expect(await rows('Users')).not.toHaveLength(0);
  expect(window.location.pathname).toBe('/s/site_fjord-care/users');
});

test('users of a site lead to the directory where users are managed centrally', async () => {
  await renderConsole('/s/site_harbor/users?search=vikram');

  await rows('Users');
  expect(window.location.pathname).toBe(USERS);
  expect(window.location.search).toBe('?site=site_harbor&search=vikram');
});

test('an agent is told who may see users', async () => {
  await renderConsole(USERS, { persona: 'agent' });

  const refusal = await screen.findByRole('alert');
  expect(refusal.textContent).toContain('It takes an organization admin');
  expect(refusal.textContent).toContain('You are signed in as agent');
  expect(screen.queryByRole('search')).toBeNull();
});

test('settings lead to Copy product data', async () => {
  const { user } = await renderConsole('/o/organization_harbor/settings');
  const main = await screen.findByRole('main');
  await user.click(await within(main).findByRole('link', { name: 'Data management' }));
  expect(
    (await within(main).findByRole('link', { name: 'Copy product data' })).getAttribute('href'),
  ).toBe('/o/organization_harbor/settings/data-management/copy-product-data');
});

test('a site shows its service projects and who uses it', async () => {
  await renderConsole('/s/site_harbor');

  const main = await screen.findByRole('main');
  expect((await within(main).findByRole('row', { name: /Freight Desk/ })).textContent).toContain(
    'FRT',
  );
  expect(within(main).getByRole('link', { name: 'Users' }).getAttribute('href')).toBe(
    `${USERS}?site=site_harbor`,
  );
});

test('an organization that does not exist is said to be missing', async () => {
  await renderConsole('/o/organization_gone');
  expect(await screen.findByRole('alert')).toBeTruthy();
});
