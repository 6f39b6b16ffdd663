/* Two people at the same record: what was entered stays, both are shown, and nothing is overwritten unasked. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

const siteId = 'site_harbor-support';
const PAGE = `/s/${siteId}/portal-customers?search=oladipo`;
const EMAIL = 'oladipo.adebayo@northmill.example';

function customer(world: World) {
  return world.read((tx) => tx.portalCustomers.first({ email: EMAIL })!);
}

function renamed(world: World, name: string) {
  const params = { siteId, customerId: customer(world).id };
  return world.get('portal-customers.rename', { params, body: { name } });
}

async function openStep(user: UserEvent, item: string, role = 'dialog') {
  await user.click(await screen.findByRole('button', { name: /^More actions for/ }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return within(await screen.findByRole(role, { name: item }));
}

/** The texts of a row of the comparison: field, yours, now. */
function cells(row: HTMLElement) {
  return [...row.children].map(({ textContent }) => textContent);
}

async function typeName(name: string) {
  const view = await renderConsole(PAGE);
  const dialog = await openStep(view.user, 'Edit full name');
  const field = await dialog.findByRole('textbox', { name: /^Full name/ });
  await view.user.clear(field);
  await view.user.type(field, name);
  return { ...view, dialog, field };
}

test('a name that somebody else changed while one was typed: both are shown, with who and when', async () => {
  const { user, world, dialog } = await typeName('Mine');
  await renamed(world, 'Theirs');
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  const conflict = await dialog.findByRole('alert');
  expect(cells(within(conflict).getByRole('row', { name: /^Full name/ }))).toEqual([
    'Full name',
    'Mine',
    'Theirs',
  ]);
  expect(within(conflict).getAllByRole('row')).toHaveLength(2);
  expect(conflict.textContent).toMatch(/Last changed by an organization admin, \w+ \d+, \d{4}, /);
  expect(conflict.contains(document.activeElement)).toBe(true);
  expect(customer(world).name).toBe('Theirs');

  await user.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(customer(world)).toMatchObject({ name: 'Mine', version: 3 });
});

test('taking the other name closes the dialog and changes nothing', async () => {
  const { user, world, dialog } = await typeName('Mine');
  await renamed(world, 'Theirs');
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  await user.click(await dialog.findByRole('button', { name: 'Take what is there now' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(customer(world)).toMatchObject({ name: 'Theirs', version: 2 });
  expect(await screen.findByText('Theirs')).toBeTruthy();
});

test('a form in progress keeps what was typed and its version while other tabs make it read again', async () => {
  const { user, world, dialog, field, changedElsewhere } = await typeName('Mine');
  await renamed(world, 'Theirs');
  changedElsewhere();
  expect(await dialog.findByText('Theirs')).toBeTruthy();
  expect(field).toHaveProperty('value', 'Mine');
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  expect(await dialog.findByRole('row', { name: 'Full name Mine Theirs' })).toBeTruthy();
  expect(customer(world).name).toBe('Theirs');
});

test('another change between the comparison and keeping is compared again', async () => {
  const { user, world, dialog } = await typeName('Mine');
  await renamed(world, 'Theirs');
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  await dialog.findByRole('row', { name: 'Full name Mine Theirs' });
  await renamed(world, 'Theirs again');
  await user.click(dialog.getByRole('button', { name: 'Keep mine' }));
  expect(await dialog.findByRole('row', { name: 'Full name Mine Theirs again' })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(customer(world).name).toBe('Mine'));
});

test('both entered the same: nothing is left to save', async () => {
  const { user, world, dialog } = await typeName('The same');
  await renamed(world, 'The same');
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  const conflict = await dialog.findByRole('alert');
  expect(conflict.textContent).toContain('nothing is left to save');
  expect(within(conflict).queryByRole('button', { name: 'Keep mine' })).toBeNull();
});

test('a change beside the name is told too, in the words of before', async () => {
  const { user, world, dialog } = await typeName('Mine');
  const params = { siteId, customerId: customer(world).id };
  await world.get('portal-customers.revoke', { params });
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  expect(cells(await dialog.findByRole('row', { name: /^Status/ }))).toEqual([
    'Status',
    'Active when you began',
    'Access revoked',
  ]);
});

test('a password that was typed stays, and goes on once the change was seen', async () => {
  const { user, world, changedElsewhere } = await renderConsole(PAGE);
  const dialog = await openStep(user, 'Change password');
  const field = await dialog.findByLabelText(/^New password/);
  await user.type(field, 'correct horse');
  await renamed(world, 'Theirs');
  changedElsewhere();
  await dialog.findByText('Theirs');
  await user.click(dialog.getByRole('button', { name: 'Save password' }));
  expect(await dialog.findByRole('row', { name: /^Full name/ })).toBeTruthy();
  expect(field).toHaveProperty('value', 'correct horse');
  expect(customer(world).passwordSetAt).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Save password' }));
  await waitFor(() => expect(customer(world).passwordSetAt).not.toBeNull());
});

test('a step for a customer who changed says what is so now, changes nothing, and is offered again', async () => {
  const { user, world } = await renderConsole(PAGE);
  const dialog = await openStep(user, 'Delete account', 'alertdialog');
  await dialog.findByText('4 requests, kept under Former user');
  const before = customer(world).name;
  await renamed(world, 'Theirs');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  const conflict = await dialog.findByRole('alert');
  expect(conflict.textContent).toContain('Your step was not taken and changed nothing.');
  expect(cells(within(conflict).getByRole('row', { name: /^Full name/ }))).toEqual([
    'Full name',
    before,
    'Theirs',
  ]);
  expect(customer(world).state).toBe('active');
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(customer(world).state).toBe('deleted'));
});

test('revoking what somebody else has revoked never turns into granting', async () => {
  const { user, world, changedElsewhere } = await renderConsole(PAGE);
  const dialog = await openStep(user, 'Revoke access', 'alertdialog');
  await dialog.findByText(/^The help center closes to this customer/);
  const params = { siteId, customerId: customer(world).id };
  await world.get('portal-customers.revoke', { params });
  await user.click(dialog.getByRole('button', { name: 'Revoke access' }));
  expect(cells(await dialog.findByRole('row', { name: /^Status/ }))).toEqual([
    'Status',
    'Active',
    'Access revoked',
  ]);
  expect(await dialog.findByText('Access is revoked already.')).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Revoke access' })).toHaveProperty('disabled', true);
  changedElsewhere();
  expect(dialog.queryByRole('button', { name: 'Grant access' })).toBeNull();
});

test('settings that another tab reads again under a draft: the draft stays, and is compared', async () => {
  const path = '/s/site_harbor/customer-access';
  const { user, world, changedElsewhere } = await renderConsole(path);
  const signUp = { name: /^Customers may create/ };
  await user.click(await screen.findByRole('checkbox', signUp));
  const isOn = (screen.getByRole('checkbox', signUp) as HTMLInputElement).checked;
  const {
    version: _,
    siteId: __,
    ...body
  } = world.read((tx) => tx.customerAccess.get({ siteId: 'site_harbor' })!);
  await world.get('customer-access.update', {
    params: { siteId: 'site_harbor' },
    body: {
      ...body,
      portalOnlyDomains: [...body.portalOnlyDomains],
      approvedDomains: [...body.approvedDomains, 'theirs.example'],
    },
  });
  changedElsewhere();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const conflict = await screen.findByRole('alert');
  expect(within(conflict).getAllByRole('rowheader')).toHaveLength(2);
  expect(screen.getByRole('checkbox', signUp)).toHaveProperty('checked', isOn);
  await user.click(within(conflict).getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText('Customer access is saved')).toBeTruthy();
  const saved = world.read((tx) => tx.customerAccess.get({ siteId: 'site_harbor' }));
  expect(saved).toMatchObject({ signUpAllowed: isOn, approvedDomains: body.approvedDomains });
});

function agentsGroup(world: World) {
  return world
    .read((tx) => tx.groups.where({ siteId: 'site_harbor' }))
    .find(({ isDefault, role }) => isDefault && role === 'agent')!;
}

async function withoutMember(world: World, groupId: string) {
  const params = { siteId: 'site_harbor', groupId };
  const { items } = await world.get('groups.members', { params });
  await world.get('groups.remove-member', { params: { ...params, accountId: items[0]!.id } });
}

async function openGroup() {
  const probe = await renderConsole('/');
  const group = agentsGroup(probe.world);
  window.history.pushState(null, '', pathTo('group', { siteId: 'site_harbor', groupId: group.id }));
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
  return { ...probe, group };
}

test('a default group setting over another change of the group shows that change', async () => {
  const { user, world, group, changedElsewhere } = await openGroup();
  const setting = { name: 'Update default group setting' };
  await user.click(await screen.findByRole('button', setting));
  const dialog = within(await screen.findByRole('dialog', setting));
  await user.click(dialog.getByRole('radio', { name: /^None/ }));
  await withoutMember(world, group.id);
  changedElsewhere();
  await user.click(dialog.getByRole('button', { name: 'Update' }));
  expect(cells(await dialog.findByRole('row', { name: /^Members/ }))[1]).toMatch(/when you began$/);
  expect(dialog.getByRole('row', { name: /^Default group of None/ })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Take what is there now' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(agentsGroup(world).id).toBe(group.id);
});
