/* Two people at the same plan, or at the same customer organization of its source. */
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { CopyPlan } from '#src/contract/wire.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';
import { CONFLICTING_PROJECT, createPlan, findRow, NEW, openPlan } from './console.ts';
import { arriveAt, next } from './wizard-steps.ts';

/** Changes the plan as somebody else would. */
async function changeElsewhere(world: World, plan: CopyPlan): Promise<void> {
  await world.get('copy-plans.update', {
    params: { planId: plan.id },
    body: {
      name: 'Theirs',
      sourceSiteId: plan.source.id,
      destinationSiteId: plan.destination.id,
      customers: 'related',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: ['project_hs-it'],
    },
  });
}

function only(world: World): CopyPlan['id'] {
  return world.read((tx) => tx.copyPlans.first({})!.id);
}

function planOf(world: World): Promise<CopyPlan> {
  return world.get('copy-plans.get', { params: { planId: only(world) } });
}

/** The wizard at its last step, with another choice of groups. */
async function openEdit(parameters = '') {
  let id = '';
  const probe = await renderConsole('/', {
    before: async (world) => {
      ({ id } = await createPlan(world));
    },
  });
  await go(`${NEW}?plan=${id}&step=data${parameters}`);
  await arriveAt('Select data');
  return probe;
}

async function go(address: string): Promise<void> {
  window.history.pushState(null, '', address);
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
}

const SEPARATE = { name: 'Copy users and groups separately' };

test('a plan that other tabs make read again under the wizard is compared, field by field', async () => {
  const view = await openEdit();
  const { user, world, changedElsewhere } = view;
  await user.click(await screen.findByRole('radio', SEPARATE));
  await changeElsewhere(world, await planOf(world));
  changedElsewhere();
  await next(view);
  const conflict = await screen.findByRole('alert');
  const rows = within(conflict)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows).toEqual([
    ['Field', 'Yours', 'Now'],
    ['Name', 'Support moves', 'Theirs'],
    ['Service projects', 'HR, IT Help', 'IT Help'],
    ['Customers', 'All customers', 'Only customers related to the selected projects'],
    ['Group membership', 'Copy users and groups separately', 'Preserve group membership'],
  ]);
  expect(screen.getByRole('radio', SEPARATE)).toHaveProperty('checked', true);
  await user.click(within(conflict).getByRole('button', { name: 'Take what is there now' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Theirs' })).toBeTruthy();
  expect(await planOf(world)).toMatchObject({ name: 'Theirs', preserveGroupMembership: true });
});

test('a reload keeps the version that the draft began with in its address', async () => {
  const view = await openEdit();
  const { user, world } = view;
  await user.click(await screen.findByRole('radio', SEPARATE));
  await waitFor(() => expect(window.location.search).toContain('version=1'));
  const address = `${window.location.pathname}${window.location.search}`;
  await changeElsewhere(world, await planOf(world));
  await go('/');
  await screen.findByRole('heading', { level: 1, name: 'Administration' });
  await go(address);
  await arriveAt('Select data');
  await next(view);
  expect(await screen.findByRole('row', { name: 'Name Support moves Theirs' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Support moves' })).toBeTruthy();
  expect(await planOf(world)).toMatchObject({ version: 3, preserveGroupMembership: false });
});

test('a plan that somebody else changed is not deleted before that was seen', async () => {
  const { user, world } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await changeElsewhere(world, await planOf(world));
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  expect(await dialog.findByRole('row', { name: 'Name Support moves Theirs' })).toBeTruthy();
  expect(dialog.queryByRole('row', { name: /^Status/ })).toBeNull();
  await user.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(world.read((tx) => tx.copyPlans.count({}))).toBe(0));
});

const CONFLICTS = 'Customer organizations in conflict';
const CUSTOMER_ORGANIZATION = {
  siteId: 'site_harbor-support',
  customerOrganizationId: 'customer-organization_harbor-support-northmill',
} as const;

function nameOnSource(world: World): string | undefined {
  const id = CUSTOMER_ORGANIZATION.customerOrganizationId;
  return world.read((tx) => tx.customerOrganizations.get({ id })?.name);
}

function renameElsewhere(world: World) {
  const body = { name: 'Northmill Theirs' };
  return world.get('customer-organizations.rename', { params: CUSTOMER_ORGANIZATION, body });
}

async function openRemedy(user: UserEvent, item: string, role: 'dialog' | 'alertdialog') {
  const row = await findRow(CONFLICTS, /Northmill Freight/);
  await user.click(within(row).getByRole('button', { name: /^More actions/ }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return within(await screen.findByRole(role));
}

function openConflict() {
  return openPlan((world) => createPlan(world, { projectIds: [CONFLICTING_PROJECT] }));
}

test.each([
  ['Keep mine', 'Northmill Mine'],
  ['Take what is there now', 'Northmill Theirs'],
])('a customer organization renamed by two: %s', async (way, expected) => {
  const { user, world } = await openConflict();
  const dialog = await openRemedy(user, 'Rename on the source', 'dialog');
  const field = dialog.getByRole('textbox', { name: /^New name/ });
  await user.clear(field);
  await user.type(field, 'Northmill Mine');
  await renameElsewhere(world);
  await user.click(dialog.getByRole('button', { name: 'Rename' }));
  expect(
    await dialog.findByRole('row', { name: 'Name Northmill Mine Northmill Theirs' }),
  ).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: way }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(nameOnSource(world)).toBe(expected);
});

test('a customer organization that somebody renamed is not removed before that was seen', async () => {
  const { user, world } = await openConflict();
  const dialog = await openRemedy(user, 'Remove from the source', 'alertdialog');
  await renameElsewhere(world);
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(
    await dialog.findByRole('row', { name: 'Name Northmill Freight Northmill Theirs' }),
  ).toBeTruthy();
  expect(nameOnSource(world)).toBe('Northmill Theirs');
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(nameOnSource(world)).toBeUndefined());
});
