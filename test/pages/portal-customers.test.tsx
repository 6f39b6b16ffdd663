import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const SUPPORT = '/s/site_harbor-support/portal-customers';

/** Rows of the list once the answer to the present question is there. */
async function rows(): Promise<readonly HTMLElement[]> {
  return waitFor(() => {
    const table = screen.getByRole('table', { name: /^Portal customers of/ });
    expect(table.parentElement?.getAttribute('aria-busy')).toBeNull();
    return within(table).getAllByRole('row').slice(1);
  });
}

test('the list shows customer, status, last login and customer organizations', async () => {
  await renderConsole(`${SUPPORT}?search=oladipo`);

  const [row] = await rows();
  expect(row?.textContent).toContain('oladipo.adebayo@northmill.example');
  expect(row?.textContent).toContain('Active');
  expect(row?.textContent).toContain('Jan 16, 2026');
  expect(row?.textContent).toContain('Northmill Freight');
  const headings = screen.getAllByRole('columnheader').map((heading) => heading.textContent);
  expect(headings).toEqual([
    // The checkbox for the page.
    '',
    'Customer',
    'Status',
    'Last login',
    'Customer organizations',
    'Actions',
  ]);
});

test('search looks in e-mail and name, and stands in the address', async () => {
  const { user } = await renderConsole(SUPPORT);
  await rows();
  await user.type(screen.getByRole('searchbox'), 'oladipo');

  await waitFor(async () => expect(await rows()).toHaveLength(1));
  await waitFor(() => expect(window.location.search).toBe('?search=oladipo'));
  await user.clear(screen.getByRole('searchbox'));
  await user.type(screen.getByRole('searchbox'), '@here');
  await waitFor(async () =>
    expect((await rows())[0]?.textContent).toContain('desk@northmill.example'),
  );
});

test('the status filter tells the two kinds of inactive apart (domain.md 1.4)', async () => {
  const { user } = await renderConsole(SUPPORT);
  await rows();
  const filter = screen.getByRole('combobox', { name: 'Status' });
  expect([...filter.children].map((option) => option.textContent)).toEqual([
    'All statuses',
    'Active',
    'Access revoked',
    'Migrating',
    'Inactive',
  ]);
  await user.selectOptions(filter, 'Access revoked');
  await waitFor(async () => {
    for (const row of await rows()) expect(row?.textContent).toContain('Access revoked');
  });
  expect(window.location.search).toBe('?state=revoked');
  await user.selectOptions(filter, 'Migrating');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
});

test('sorting and paging stand in the address', async () => {
  const { user } = await renderConsole(SUPPORT);
  await rows();
  await user.click(screen.getByRole('button', { name: 'Last login' }));
  await user.click(screen.getByRole('button', { name: 'Last login' }));
  await user.click(await screen.findByRole('button', { name: 'Page 2' }));

  await waitFor(() => expect(window.location.search).toBe('?sort=-lastLogin&page=2'));
  expect(await screen.findByText(/^26–50 of \d+ customers$/)).toBeTruthy();
  expect(screen.getByRole('columnheader', { name: 'Last login' }).getAttribute('aria-sort')).toBe(
    'descending',
  );
});

test('the open row shows the customer, and closing gives the focus back', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=oladipo`);
  const [row] = await rows();
  const name = within(row!).getByRole('button', { name: /oladipo/ });
  await user.click(name);

  const panel = await screen.findByRole('complementary', { name: /Adébáyọ̀/ });
  expect(panel.textContent).toContain('Northmill Freight');
  expect(panel.textContent).toContain('4 requests raised');
  expect(within(panel).getByText(/^qm:/)).toBeTruthy();
  expect(window.location.search).toContain('customer=qm');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(panel.isConnected).toBe(false));
  await waitFor(() => expect(document.activeElement).toBe(name));
});

test('the panel of a failed migration says why it failed', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=ynoh`);
  const [row] = await rows();
  expect(row?.textContent).toContain('Last migration failed');
  await user.click(within(row!).getByRole('button', { name: /ynoh/ }));

  const panel = await screen.findByRole('complementary');
  expect(panel.textContent).toContain('The last migration failed');
  expect(panel.textContent).toContain('deactivated and cannot take over');
});

test('a migrated customer is Inactive and leads to its user', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=a.wisniewska`);
  const [row] = await rows();
  expect(row?.textContent).toContain('Inactive');
  await user.click(within(row!).getByRole('link', { name: /Show the Atlassian account/ }));

  const table = await screen.findByRole('table', { name: 'Users' });
  expect(await within(table).findByText('a.wisniewska@baltyk-cargo.example')).toBeTruthy();
});

test('a site without customers offers to load exports', async () => {
  await renderConsole(SUPPORT, { scenario: 'blank' });

  expect(await screen.findByRole('heading', { name: 'No portal customers yet' })).toBeTruthy();
  const main = screen.getByRole('main');
  expect(within(main).getByRole('link', { name: 'Load your exports' }).getAttribute('href')).toBe(
    '/s/site_harbor-support/load-exports',
  );
  expect(within(main).getByText('Simulator')).toBeTruthy();
});

test.each([
  ['agent', SUPPORT, 'It takes an organization admin or user access admin.'],
  ['site-admin', SUPPORT, 'It takes an organization admin or user access admin.'],
  [
    'agent',
    '/s/site_fjord-care/portal-customers',
    'It takes an organization admin, site admin or user access admin.',
  ],
] as const)(
  '%s at %s reads who may see the customers (S1, who can do this)',
  async (persona, path, words) => {
    await renderConsole(path, { persona });

    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(screen.queryByRole('table')).toBeNull();
  },
);

test('a site admin sees the customers of a site with the original experience (S1)', async () => {
  await renderConsole('/s/site_fjord-care/portal-customers', { persona: 'site-admin' });
  expect(await rows()).toHaveLength(25);
});

test('a fault of the backend is told, and trying again helps', async () => {
  const { user, world } = await renderConsole('/');
  await screen.findByRole('article', { name: 'Harbor Logistics' });
  const { handle } = world.backend;
  const fault = { status: 500, headers: {}, body: null };
  Object.assign(world.backend, { handle: () => Promise.resolve(fault) });
  await user.click(screen.getByRole('link', { name: 'harbor-support' }));

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Something went wrong in the simulated backend');
  Object.assign(world.backend, { handle });
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'harbor-support' })).toBeTruthy();
});
