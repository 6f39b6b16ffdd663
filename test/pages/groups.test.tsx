import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { findRow } from './copy-plans/console.ts';

const siteId = 'site_harbor';
const AGENTS = pathTo('group', { siteId, groupId: 'group_harbor-agents' });
const CUSTOMERS = 'jira-servicemanagement-customers-harbor';

test('the groups of an organization say which are default ones, and each leads to its screen', async () => {
  const { user } = await renderConsole(
    pathTo('directory-groups', { organizationId: 'organization_harbor' }, { site: siteId }),
  );
  const row = await findRow('Groups', new RegExp(CUSTOMERS));
  expect(within(row).getByRole('img', { name: 'Yes' })).toBeTruthy();
  const managers = await findRow('Groups', /dock-managers/);
  expect(within(managers).queryByRole('img', { name: 'Yes' })).toBeNull();
  await user.click(within(row).getByRole('link', { name: CUSTOMERS }));
  expect(await screen.findByRole('heading', { name: CUSTOMERS, level: 1 })).toBeTruthy();
  expect(await screen.findByText('None: the Customer role is free')).toBeTruthy();
});

test('adding a member says the role and the licence beforehand, and they are what comes of it', async () => {
  const { user, world } = await renderConsole(AGENTS);
  const params = { siteId, groupId: 'group_harbor-agents' };
  const { licences, members } = await world.get('groups.get', { params });
  const { items } = await world.get('groups.candidates', { params });
  const candidate = items.find(({ role, state }) => role === 'customer' && state === 'active')!;

  await user.click(await screen.findByRole('button', { name: 'Add member' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add member' });
  await user.type(within(dialog).getByRole('searchbox'), candidate.email);
  const choice = { name: candidate.name, description: /Takes one licence/ };
  await user.click(await within(dialog).findByRole('radio', choice));
  const promised = `Takes one licence. ${licences.used} in use now, ${licences.used + 1} afterwards.`;
  expect(within(dialog).getByText(promised)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Add to group' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  const after = await world.get('groups.get', { params });
  expect(after).toMatchObject({ members: members + 1, licences: { used: licences.used + 1 } });
  const { items: notes } = await world.get('messages.list', { query: { to: candidate.email } });
  expect(notes[0]).toMatchObject({ kind: 'role-changed', sent: false, facts: { role: 'agent' } });
});

test('removing a member frees the licence, and Cancel changes nothing', async () => {
  const { user, world } = await renderConsole(AGENTS);
  const params = { siteId, groupId: 'group_harbor-agents' };
  const { items, total } = await world.get('groups.members', { params });
  const [member] = items;
  const ask = async () => {
    await user.click(
      await screen.findByRole('button', { name: `More actions for ${member!.name}` }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Remove from group' }));
    return screen.findByRole('dialog', { name: 'Remove from group' });
  };
  await user.click(within(await ask()).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect((await world.get('groups.members', { params })).total).toBe(total);

  const dialog = await ask();
  expect(within(dialog).getByText(/^Frees one licence\./)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Remove from group' }));
  await waitFor(() =>
    expect(screen.queryByRole('button', { name: `More actions for ${member!.name}` })).toBeNull(),
  );
  expect((await world.get('groups.members', { params })).total).toBe(total - 1);
});

test('a role keeps a default group: the last one cannot be taken away (domain.md 1.3)', async () => {
  const { user } = await renderConsole(AGENTS);
  const setting = { name: 'Update default group setting' };
  await user.click(await screen.findByRole('button', setting));
  const dialog = await screen.findByRole('dialog', setting);
  await user.click(within(dialog).getByRole('radio', { name: 'None' }));
  expect(await within(dialog).findByText('No group')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Update' }));
  expect(await within(dialog).findByText('A role needs a default group')).toBeTruthy();
});

test('a site admin of the centralized experience is refused, and told who may', async () => {
  await renderConsole(AGENTS, { persona: 'site-admin' });
  expect((await screen.findByRole('alert')).textContent).toContain('organization admin');
  expect(screen.queryByRole('button', { name: 'Add member' })).toBeNull();
});
