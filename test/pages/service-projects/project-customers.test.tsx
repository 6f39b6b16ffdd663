/* The Customers page of a service project (domain.md 3.3). */
import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { ProjectCustomer } from '#src/contract/wire.ts';
import { PERSONAS, WHO_MAY } from '#src/domain/permission.ts';
import { customerColumns } from '#src/pages/service-projects/customer-columns.tsx';
import { renderConsole } from '#test/support/render-console.tsx';
import { breakPath } from '../copy-plans/console.ts';

const PAGE = '/s/site_harbor/service-projects/project_harbor-freight/customers';
const TABLE = { name: 'Customers of Freight Desk' };

async function rows() {
  const table = await screen.findByRole('table', TABLE);
  await waitFor(() => expect(table.closest('[aria-busy]')).toBeNull());
  return within(table).getAllByRole('row').slice(1);
}

test.each([
  ['centralized', 'site_harbor', 'Freight Desk'],
  ['original', 'site_fjord-care', 'Clinic IT'],
])(
  'in the %s experience the way leads through Service projects of the site',
  async (_, siteId, project) => {
    const { user } = await renderConsole(`/s/${siteId}`);
    await user.click(await screen.findByRole('link', { name: 'Service projects' }));
    await user.click(await screen.findByRole('link', { name: project }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Customers' })).toBeTruthy();
    expect(await screen.findByRole('table', { name: `Customers of ${project}` })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Service projects', current: 'page' })).toBeTruthy();
  },
);

test('the overview of a site leads to the customers of its service projects too', async () => {
  await renderConsole('/s/site_harbor');
  const link = await screen.findByRole('link', { name: 'Freight Desk' });
  expect(link.getAttribute('href')).toBe(PAGE);
});

test('a row says account type, role, requests, status, and how the person logs in', async () => {
  const { user } = await renderConsole(`${PAGE}?sort=-requests`);
  const [first] = await rows();
  expect(within(first!).getByText(/^(Portal-only|Atlassian account)/)).toBeTruthy();
  expect(within(first!).getByText(/^With (a|the) /)).toBeTruthy();
  await user.click(within(first!).getByRole('button', { name: /^More actions for/ }));
  const item = await screen.findByRole('menuitem', { name: /^View as customer/ });
  expect(item.getAttribute('href')).toMatch(/^\/s\/site_harbor\/help-center\?email=/);
});

test('a row says that somebody cannot log in, and gives the reason only where the status does not', async () => {
  await renderConsole(`${PAGE}?state=suspended`);
  const [suspended] = await rows();
  expect(within(suspended!).getByText('Cannot log in')).toBeTruthy();

  const cell = customerColumns.find(({ id }) => id === 'state')!.cell;
  const row = {
    state: 'no-role',
    logIn: { method: 'none', outcome: 'refused', because: 'revoked' },
  };
  const { container } = render(cell(row as ProjectCustomer));
  expect(within(container).getByText('Cannot log in: access is revoked')).toBeTruthy();
});

test('search, filters and page stand in the address, and nothing found says so', async () => {
  const { user } = await renderConsole(PAGE);
  await rows();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Account type' }), 'Portal-only');
  await waitFor(() => expect(window.location.search).toBe('?holding=portal-only'));
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Project role' }),
    'Service Desk Customers',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Deactivated');
  await user.click(await screen.findByRole('button', { name: /^Clear/ }));
  await waitFor(() => expect(window.location.search).toBe(''));
  await user.type(screen.getByRole('searchbox'), 'nobody of this name');
  expect(await screen.findByRole('button', { name: /^Clear/ })).toBeTruthy();
  await waitFor(() => expect(window.location.search).toBe('?search=nobody+of+this+name'));
});

test('a project without anybody offers to add customers', async () => {
  const { user } = await renderConsole(PAGE, { scenario: 'blank' });
  expect(
    await screen.findByRole('heading', { name: 'No customers in this service project yet' }),
  ).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: 'Add customers' })[1]!);
  expect(await screen.findByRole('dialog', { name: 'Add customers to Freight Desk' })).toBeTruthy();
});

test('a project that is not there is a refusal, not an empty list', async () => {
  await renderConsole('/s/site_harbor/service-projects/project_none/customers');
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Add customers' })).toBeNull();
});

test('an agent sees the customers and may add some, and is told what takes more rights', async () => {
  const { user } = await renderConsole(PAGE, { persona: 'agent' });
  const [first] = await rows();
  expect(screen.getByRole('button', { name: 'Add customers' })).toHaveProperty('disabled', false);
  await user.click(within(first!).getByRole('button', { name: /^More actions for/ }));
  const item = await screen.findByRole('menuitem', { name: /^View as customer/ });
  expect(item.getAttribute('aria-disabled')).toBe('true');
});

test('a site admin of the centralized experience sees who may look, and cannot add', async () => {
  await renderConsole(PAGE, { persona: 'site-admin' });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
  const button = await screen.findByRole('button', { name: 'Add customers' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
});

test('the help-center link is copied, or the page says that it could not be', async () => {
  const { user } = await renderConsole(PAGE);
  const address = `${window.location.origin}/s/site_harbor/help-center`;
  expect(await screen.findByRole('link', { name: address })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText('The link is on the clipboard.')).toBeTruthy();
  expect(await navigator.clipboard.readText()).toBe(address);

  const { clipboard } = navigator;
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
  await user.click(screen.getByRole('button', { name: 'Copy link' }));
  expect(await screen.findByText(/^The browser did not let the link be copied/)).toBeTruthy();
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
});

test('a list that cannot be read says so, and trying again reads it', async () => {
  let fault: { readonly repair: () => void } | undefined;
  const { user } = await renderConsole(PAGE, {
    before: async (world) => {
      fault = breakPath(world, '/project_harbor-freight/customers');
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  fault?.repair();
  await user.click(again);
  expect((await rows()).length).toBeGreaterThan(0);
});

describe.each([
  ['centralized', PAGE],
  ['original', '/s/site_fjord-care/service-projects/project_fjord-it/customers'],
] as const)('in the %s experience', (experience, path) => {
  test.each(PERSONAS)('adding customers is open exactly to who may: %s', async (persona) => {
    await renderConsole(path, {
      scenario: 'blank',
      before: (world) => world.get('workspace.set-persona', { body: { persona } }),
    });
    const may = WHO_MAY['customers.invite'][experience].includes(persona);
    const [button] = await screen.findAllByRole('button', { name: 'Add customers' });
    expect(button!.getAttribute('aria-disabled') !== 'true').toBe(may);
    const text = may ? 'No customers in this service project yet' : "You don't have access to this";
    expect(await screen.findByText(text)).toBeTruthy();
  });
});
