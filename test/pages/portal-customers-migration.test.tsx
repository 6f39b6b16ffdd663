/* Migrating one customer, as S1 numbers the steps. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { UserEvent } from '@testing-library/user-event';
import { renderConsole } from '#test/support/render-console.tsx';

const SUPPORT = '/s/site_harbor-support/portal-customers';
const HARBOR = '/s/site_harbor/portal-customers';

async function openMenu(user: UserEvent) {
  const button = await screen.findByRole('button', { name: /^More actions for/ });
  await user.click(button);
  return { button, menu: await screen.findByRole('menu') };
}

async function openDialog(user: UserEvent) {
  const { menu } = await openMenu(user);
  await user.click(within(menu).getByRole('menuitem', { name: 'Migrate to Atlassian account' }));
  const dialog = await screen.findByRole('dialog', { name: 'Migrate to Atlassian account' });
  await within(dialog).findByRole('table', { name: 'Before and after this step' });
  return dialog;
}

const ACCOUNTS = 'Before and after the migration';
const PERSON = 'Before and after this step';

function rowOf(dialog: HTMLElement, name: string, caption = ACCOUNTS): readonly (string | null)[] {
  const table = within(dialog).getByRole('table', { name: caption });
  const row = within(table).getByRole('row', { name: new RegExp(`^${name}`) });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

test('the dialog states what becomes of a customer who is nobody yet (S1)', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=oladipo`);
  const dialog = await openDialog(user);

  expect(rowOf(dialog, 'Account')[0]).toBe('Portal-only');
  expect(rowOf(dialog, 'Account')[1]).toContain('Atlassian accountNew');
  expect(rowOf(dialog, 'Requests that open', PERSON)).toEqual(['6 of 6', '6 of 6']);
  expect(rowOf(dialog, 'Role')).toEqual(['None', 'Customer']);
  expect(rowOf(dialog, 'Customers group')[1]).toContain(
    'jira-servicemanagement-customers-harbor-support',
  );
  expect(rowOf(dialog, 'Licences', PERSON)).toEqual(['None', 'None']);
  expect(dialog.textContent).toContain('4 requests that the customer raised');
  expect(dialog.textContent).toContain('Membership in 1 customer organization: Northmill Freight');
  expect(dialog.textContent).toContain('a message goes to oladipo.adebayo@northmill.example');
  expect(dialog.textContent).toContain('It takes up to 10 minutes');
  expect(dialog.textContent).toContain('It cannot be undone');
  expect(within(dialog).getByRole('button', { name: 'Migrate' }).hasAttribute('disabled')).toBe(
    false,
  );
});

test('the promise of the dialog is what happens, and the customer is Inactive for good', async () => {
  const { user, passMinutes, world } = await renderConsole(`${SUPPORT}?search=oladipo`);
  const dialog = await openDialog(user);
  await user.click(within(dialog).getByRole('button', { name: 'Migrate' }));

  await waitFor(() => expect(dialog.isConnected).toBe(false));
  const table = screen.getByRole('table', { name: /^Portal customers/ });
  expect(await within(table).findByText('Migrating')).toBeTruthy();
  expect(await within(table).findByRole('progressbar')).toBeTruthy();
  passMinutes(10);
  expect(await within(table).findByText('Inactive')).toBeTruthy();
  expect(await screen.findByText(/was migrated$/)).toBeTruthy();

  const { items } = await world.get('accounts.list', {
    params: { organizationId: 'organization_harbor' },
    query: { search: 'oladipo.adebayo@northmill.example' },
  });
  expect(items).toMatchObject([{ role: 'customer', state: 'active', emailVerified: false }]);
  const { menu } = await openMenu(user);
  expect(
    within(menu)
      .getByRole('menuitem', { name: 'Migrate to Atlassian account' })
      .getAttribute('aria-disabled'),
  ).toBe('true');
  expect(menu.textContent).toContain('Migrated already, for good');
});

test('a duplicate merges into the account that is on the site already (design, section 2)', async () => {
  const { user } = await renderConsole(`${HARBOR}?search=vikram%40deccan`);
  const dialog = await openDialog(user);

  expect(rowOf(dialog, 'Account')[0]).toBe('Portal-only, and an Atlassian account beside it');
  expect(rowOf(dialog, 'Account')[1]).toContain('It is on this site already.');
  expect(rowOf(dialog, 'Requests that open', PERSON)).toEqual(['0 of 10', '10 of 10']);
  expect(rowOf(dialog, 'Customers group')).toEqual([
    'A member',
    'jira-servicemanagement-customers-harborA member already.',
  ]);
  expect(dialog.textContent).not.toContain('a message goes to');
});

test('an account of another site in the organization gets access to this one', async () => {
  const { user } = await renderConsole(`${HARBOR}?search=it.ops%40granskog`);
  const dialog = await openDialog(user);

  const [, after] = rowOf(dialog, 'Account');
  expect(after).toContain('Existing');
  expect(after).toContain('It is in this organization and gets access to this site.');
});

test('a suspended account takes over, and the customer stays locked out (design, section 2)', async () => {
  const { user } = await renderConsole(`${HARBOR}?search=vikram%40deccan`, {
    before: async (world) => {
      const { items } = await world.get('accounts.list', {
        params: { organizationId: 'organization_harbor' },
        query: { search: 'vikram@deccan', siteId: 'site_harbor' },
      });
      const accountId = items[0]!.id as `712020:${string}`;
      world.store.write((tx) => {
        const access = tx.siteAccess.get({ siteId: 'site_harbor', accountId })!;
        tx.siteAccess.put({ ...access, status: 'suspended' });
      });
    },
  });
  const dialog = await openDialog(user);

  expect(dialog.textContent).toContain('The Atlassian account is suspended');
  expect(rowOf(dialog, 'Account')[1]).toContain('Suspended');
  expect(rowOf(dialog, 'Requests that open', PERSON)[1]).toMatch(/^0 of/);
});

test('an address of a claimed domain is told to log in with the organization’s single sign-on (domain.md 4.2)', async () => {
  const email = 'ada@harbor-logistics.example';
  const { user } = await renderConsole(`${HARBOR}?search=${email}`, {
    async before({ store }) {
      store.write((tx) => {
        const known = tx.portalCustomers.first({ siteId: 'site_harbor', state: 'active' })!;
        tx.portalCustomers.put({ ...known, id: 'qm:site:ada', email, emailKey: email });
      });
    },
  });
  const dialog = await openDialog(user);
  expect(dialog.textContent).toContain('log in with the organization’s single sign-on');
  expect(dialog.textContent).toContain('manages the account');
});

test('a migration that will fail says so beforehand, and afterwards why', async () => {
  const { user, passMinutes } = await renderConsole(`${SUPPORT}?search=ynoh`);
  const dialog = await openDialog(user);
  expect(dialog.textContent).toContain('This migration will fail');
  expect(dialog.textContent).not.toContain('It cannot be undone');
  await user.click(within(dialog).getByRole('button', { name: 'Migrate' }));
  const table = screen.getByRole('table', { name: /^Portal customers/ });
  expect(await within(table).findByText('Migrating')).toBeTruthy();
  passMinutes(10);

  expect(await screen.findByText(/was not migrated$/)).toBeTruthy();
  expect(await within(table).findByText('Active')).toBeTruthy();
});

test('somebody else was faster: the dialog keeps, says so and shows the fresh state', async () => {
  const { user, world } = await renderConsole(`${SUPPORT}?search=oladipo`);
  const dialog = await openDialog(user);
  const { items } = await world.get('portal-customers.list', {
    params: { siteId: 'site_harbor-support' },
    query: { search: 'oladipo' },
  });
  await world.get('portal-customers.migrate', {
    params: { siteId: 'site_harbor-support', customerId: items[0]!.id },
    key: 'the-other-administrator',
  });
  await user.click(within(dialog).getByRole('button', { name: 'Migrate' }));

  expect((await within(dialog).findByRole('alert')).textContent).toContain(
    'Your step was not taken and changed nothing',
  );
  expect(await within(dialog).findByText('Being migrated already.')).toBeTruthy();
  expect(within(dialog).getAllByText('Migrating').length).toBeGreaterThan(0);
  expect(within(dialog).getByRole('button', { name: 'Migrate' }).hasAttribute('disabled')).toBe(
    true,
  );
});

test('a customer without access cannot be migrated, and the menu says why', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=annelie.lueders`);
  const { button, menu } = await openMenu(user);

  expect(
    within(menu)
      .getByRole('menuitem', { name: 'Migrate to Atlassian account' })
      .getAttribute('aria-disabled'),
  ).toBe('true');
  expect(menu.textContent).toContain('Access is revoked: grant access first');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(menu.isConnected).toBe(false));
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('the whole step works by keyboard, and the focus comes back to the row', async () => {
  const { user } = await renderConsole(`${SUPPORT}?search=oladipo`);
  const button = await screen.findByRole('button', { name: /^More actions for/ });
  button.focus();
  await user.keyboard('{Enter}');
  const [first] = await screen.findAllByRole('menuitem');
  await waitFor(() => expect(document.activeElement).toBe(first));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toBe('Migrate to Atlassian account');
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByRole('table', { name: 'Before and after this step' });
  await user.keyboard('{Escape}');

  await waitFor(() => expect(dialog.isConnected).toBe(false));
  await waitFor(() => expect(document.activeElement).toBe(button));
});
