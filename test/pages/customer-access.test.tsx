import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const PAGE = '/s/site_harbor/customer-access';

test('the settings bear the labels of the product (domain.md 3.4)', async () => {
  await renderConsole(PAGE);
  expect(
    await screen.findByRole('group', {
      name: 'Use approved domains to grant internal customers access to the help center with Atlassian accounts',
    }),
  ).toBeTruthy();
  expect(
    screen.getByRole('checkbox', {
      name: 'Allow portal-only accounts to be created for new customers accessing the help center',
    }),
  ).toHaveProperty('checked', true);
  expect(
    screen.getByRole('checkbox', {
      name: 'Only allow account creation for customers with specific email domains',
    }),
  ).toHaveProperty('checked', false);
});

test('domains are added and saved; what is no domain is named and keeps the rest from being saved', async () => {
  const { user, world } = await renderConsole(PAGE);
  const group = within(await screen.findByRole('group', { name: /^Use approved domains/ }));
  await user.type(
    group.getByRole('textbox', { name: 'Add domains' }),
    'crew.example, harbor{Enter}',
  );
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await group.findByText(/“harbor” is no domain/)).toBeTruthy();
  await user.click(group.getByRole('button', { name: 'Remove harbor' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Customer access is saved')).toBeTruthy();
  const saved = world.read((tx) => tx.customerAccess.get({ siteId: 'site_harbor' }));
  expect(saved).toMatchObject({
    approvedDomains: ['harbor-logistics.example', 'crew.example'],
    version: 2,
  });
  expect(screen.getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true);
});

test('what somebody else saved meanwhile is not overwritten unasked', async () => {
  const { user, world } = await renderConsole(PAGE);
  await user.click(await screen.findByRole('checkbox', { name: /^Customers may create/ }));
  const { approvedDomains, portalOnlyAllowed, portalOnlyDomains, portalLogin } = world.read((tx) =>
    tx.customerAccess.get({ siteId: 'site_harbor' })!,
  );
  const rest = { portalOnlyAllowed, portalOnlyDomains: [...portalOnlyDomains], portalLogin };
  await world.get('customer-access.update', {
    params: { siteId: 'site_harbor' },
    body: { ...rest, approvedDomains: [...approvedDomains, 'theirs.example'], signUpAllowed: true },
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = await screen.findByRole('alert');
  expect(within(conflict).getByRole('row', { name: /approved domains/i }).textContent).toContain(
    'theirs.example',
  );
  await user.click(within(conflict).getByRole('button', { name: 'Take what is there now' }));
  expect(await screen.findByText('theirs.example')).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^Customers may create/ })).toHaveProperty(
    'checked',
    true,
  );
});

test('an address that is tried says what it gets by which rule, and can sign up', async () => {
  const { user, world } = await renderConsole(PAGE);
  const field = await screen.findByRole('textbox', { name: 'E-mail address' });
  await user.type(field, 'new@harbor-logistics.example');
  expect(await screen.findAllByText(/^The domain is approved/)).toHaveLength(2);
  await user.clear(field);
  await user.type(field, 'new@northmill.example');
  expect(await screen.findAllByText(/^The domain is not approved/)).toHaveLength(2);
  expect(world.read((tx) => tx.portalCustomers.first({ emailKey: 'new@northmill.example' }))).toBe(
    undefined,
  );
  await user.click(screen.getByRole('button', { name: 'Sign up with this address' }));
  expect(await screen.findByText('new@northmill.example has signed up')).toBeTruthy();
  expect(await screen.findAllByText(/^It has a portal-only account on this site/)).toHaveLength(2);
});

test('in strict mode nobody signs up from here, and the button says why', async () => {
  const { user } = await renderConsole(PAGE, {
    before: ({ get }) => get('workspace.set-strict', { body: { strict: true } }),
  });
  await user.type(
    await screen.findByRole('textbox', { name: 'E-mail address' }),
    'new@northmill.example',
  );
  const button = await screen.findByRole('button', { name: 'Sign up with this address' });
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
  expect(screen.getByText(/^Strict mode: /)).toBeTruthy();
});

test('adding customers previews every address and gives each its result', async () => {
  const { user, world } = await renderConsole(PAGE);
  await user.click(await screen.findByRole('button', { name: 'Add customers' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add customers' }));
  await user.type(
    dialog.getByRole('textbox', { name: 'E-mail addresses' }),
    'ada@northmill.example, new@harbor-logistics.example{Enter}nobody',
  );
  const preview = await dialog.findByRole('table', { name: 'What each address would get' });
  await waitFor(() => expect(within(preview).getAllByRole('row')).toHaveLength(3));
  expect(within(preview).getByText('This is no e-mail address.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Add customers' }));
  expect(
    await dialog.findByText('1 new portal-only account, 1 Atlassian account, and 1 refused'),
  ).toBeTruthy();
  const invited = world.read((tx) => tx.messages.where({ kind: 'customer-invitation' }));
  expect(invited).toHaveLength(2);
});

test('a user access admin reads the settings and who can change them', async () => {
  await renderConsole(PAGE, {
    before: (world) =>
      world.get('workspace.set-persona', { body: { persona: 'user-access-admin' } }),
  });
  expect(
    await screen.findByText('Only organization admins and product admins can do this.'),
  ).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /^Allow portal-only/ })).toHaveProperty(
    'disabled',
    true,
  );
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

test('an agent may not see the settings and may add customers all the same (domain.md 3.3)', async () => {
  await renderConsole(PAGE, { persona: 'agent' });
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Add customers' })).toHaveProperty('disabled', false);
});
