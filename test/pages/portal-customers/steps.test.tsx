/* The menu of a customer (domain.md 3.1): its labels, its dialogs, who may, and in which state. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const ACTIVE = '/s/site_harbor-support/portal-customers?search=oladipo';
const EMAIL = 'oladipo.adebayo@northmill.example';

async function openMenu(user: UserEvent) {
  await user.click(await screen.findByRole('button', { name: /^More actions for/ }));
  return screen.findByRole('menu');
}

async function openDialog(user: UserEvent, item: string, role = 'dialog') {
  const menu = await openMenu(user);
  await user.click(within(menu).getByRole('menuitem', { name: item }));
  return screen.findByRole(role, { name: item });
}

function reasonsIn(menu: HTMLElement) {
  return within(menu)
    .getAllByRole('menuitem')
    .filter((item) => item.getAttribute('aria-disabled') === 'true')
    .map((item) => item.textContent);
}

test('the menu holds exactly the labels of the real one, and a way to look as the customer', async () => {
  const { user } = await renderConsole(ACTIVE);
  const menu = await openMenu(user);
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual([
    'Edit full name',
    'Change password',
    'Migrate to Atlassian account',
    'Revoke access',
    'Delete account',
    'View as customer Simulator',
  ]);
});

test('a migrated customer can only be looked at, and every item says why', async () => {
  const { user } = await renderConsole('/s/site_harbor/portal-customers?state=migrated');
  await screen.findAllByText('Inactive');
  const [first] = screen.getAllByRole('button', { name: /^More actions for/ });
  await user.click(first!);
  const reasons = reasonsIn(await screen.findByRole('menu'));
  expect(reasons).toHaveLength(5);
  expect(reasons.every((text) => text?.endsWith('Migrated already, for good'))).toBe(true);
});

test('a user access admin edits and revokes, and reads who may migrate and delete', async () => {
  const { user, world } = await renderConsole(ACTIVE, {
    before: (opened) =>
      opened.get('workspace.set-persona', { body: { persona: 'user-access-admin' } }),
  });
  expect(reasonsIn(await openMenu(user))).toEqual([
    'Migrate to Atlassian accountOnly organization admins can do this',
    'Delete accountOnly organization admins can do this',
  ]);
  expect(world.read((tx) => tx.auditEntries.where({ action: 'portal-customer.deleted' }))).toEqual(
    [],
  );
});

test('Edit full name is typed and sent with Enter; an empty name is refused at the field', async () => {
  const { user } = await renderConsole(ACTIVE);
  const dialog = await openDialog(user, 'Edit full name');
  const field = await within(dialog).findByRole('textbox', { name: /^Full name/ });
  // The way that domain.md 4.2 (EMAIL) names.
  expect(within(dialog).getByText(/The e-mail address .* cannot be changed: once/)).toBeTruthy();
  await user.clear(field);
  await user.click(within(dialog).getByRole('button', { name: 'Update' }));
  expect(await within(dialog).findByText('Enter a name')).toBeTruthy();
  await user.type(field, 'Dipo Adebayo{Enter}');
  await waitFor(() => expect(dialog.isConnected).toBe(false));
  const table = screen.getByRole('table', { name: /^Portal customers of/ });
  expect(await within(table).findByText('Dipo Adebayo')).toBeTruthy();
});

test('Change password says when it is too short, and whom a message tells', async () => {
  const { user, world } = await renderConsole(ACTIVE);
  const dialog = await openDialog(user, 'Change password');
  const field = await within(dialog).findByLabelText(/^New password/);
  expect(field.getAttribute('type')).toBe('password');
  await user.type(field, '1234567');
  await user.click(within(dialog).getByRole('button', { name: 'Save password' }));
  expect(await within(dialog).findByText('Use at least 8 characters.')).toBeTruthy();
  await user.type(field, '8');
  await user.click(within(dialog).getByRole('button', { name: 'Save password' }));
  await waitFor(() => expect(dialog.isConnected).toBe(false));
  expect(await screen.findByText(`A message about it goes to ${EMAIL}.`)).toBeTruthy();
  expect(world.read((tx) => tx.messages.where({ to: EMAIL }).map(({ kind }) => kind))).toEqual([
    'password-changed',
  ]);
});

test('where portal-only customers log in with single sign-on, Change password says what it is good for', async () => {
  const { user } = await renderConsole(ACTIVE, {
    async before(world) {
      const params = { siteId: 'site_harbor-support' };
      const settings = await world.get('customer-access.get', { params });
      const { approvedDomains, portalOnlyAllowed, portalOnlyDomains, signUpAllowed } = settings;
      await world.get('customer-access.update', {
        params,
        body: {
          approvedDomains,
          portalOnlyAllowed,
          portalOnlyDomains,
          signUpAllowed,
          portalLogin: 'single-sign-on',
        },
        ifMatch: settings.version,
      });
    },
  });
  const dialog = await openDialog(user, 'Change password');
  expect(
    await within(dialog).findByText('Portal-only customers log in with single sign-on here'),
  ).toBeTruthy();
  expect(within(dialog).getByText(/does not ask for this password/)).toBeTruthy();
});

test('Delete account names what is lost and what stays, and the row is gone (domain.md 3.1, DELETE)', async () => {
  const { user, world } = await renderConsole(ACTIVE);
  const dialog = await openDialog(user, 'Delete account', 'alertdialog');
  expect(await within(dialog).findByText('4 requests, kept under Former user')).toBeTruthy();
  expect(within(dialog).getByText('No longer in Northmill Freight')).toBeTruthy();
  expect(await within(dialog).findByText('6 requests can no longer be opened')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(dialog.isConnected).toBe(false));
  await waitFor(() => expect(screen.queryByRole('rowheader')).toBeNull());
  const counts = world.read((tx) => tx.portalCustomers.where({ email: EMAIL }));
  expect(counts.map(({ state, name }) => [state, name])).toEqual([['deleted', 'Former user']]);
});

test('a customer that somebody else changed meanwhile is not deleted', async () => {
  const { user, world } = await renderConsole(ACTIVE);
  const dialog = await openDialog(user, 'Delete account', 'alertdialog');
  await within(dialog).findByText('4 requests, kept under Former user');
  const { items } = await world.get('portal-customers.list', {
    params: { siteId: 'site_harbor-support' },
    query: { search: EMAIL },
  });
  await world.get('portal-customers.rename', {
    params: { siteId: 'site_harbor-support', customerId: items[0]!.id },
    body: { name: 'Renamed Meanwhile' },
    key: 'the-other-administrator',
  });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await within(dialog).findByText('This changed while you were looking at it')).toBeTruthy();
  expect(within(dialog).getAllByText('Renamed Meanwhile')).toHaveLength(2);
});
