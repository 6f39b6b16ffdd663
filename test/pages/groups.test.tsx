import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { openWorld, type World } from '#test/support/world.ts';
import { findRow, finishPlan } from './copy-plans/console.ts';

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

test('a member is not removed from a group that somebody else changed, before that was seen', async () => {
  const { user, world } = await renderConsole(AGENTS);
  const params = { siteId, groupId: 'group_harbor-agents' };
  const { items } = await world.get('groups.members', { params });
  const [first, second] = items;
  const menu = { name: `More actions for ${second!.name}` };
  await user.click(await screen.findByRole('button', menu));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove from group' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove from group' }));
  await world.get('groups.remove-member', { params: { ...params, accountId: first!.id } });
  await user.click(dialog.getByRole('button', { name: 'Remove from group' }));
  const row = await dialog.findByRole('row', { name: /^Members/ });
  expect(row.textContent).toBe(`Members${items.length}${items.length - 1}`);
  await user.click(dialog.getByRole('button', { name: 'Remove from group' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

describe('a group that came with a copy and asks for administration (domain.md 5.1)', () => {
  const NAME = 'jira-administrators';

  test('the list shows its admin access and leads to the review while it waits', async () => {
    const { user } = await renderConsole(
      pathTo('directory-groups', { organizationId: 'organization_harbor' }, { site: siteId }),
      { before: finishPlan },
    );
    const row = await findRow('Groups', new RegExp(NAME));
    expect(within(row).getByText('Admin access')).toBeTruthy();
    expect(within(row).getByText('To review')).toBeTruthy();
    await user.click(within(row).getByRole('link', { name: NAME }));
    expect(await screen.findByRole('region', { name: 'Admin access' })).toBeTruthy();
  });

  test('its page says how far each access has come, and adding a member what comes with it', async () => {
    const { user } = await renderConsole(pathTo('group', { siteId, groupId: 'group_there' }), {
      before: async (world: World) => {
        world.store.write((tx) => {
          const source = tx.groups.first({ siteId: 'site_harbor-support', name: NAME })!;
          tx.groups.put({
            ...source,
            id: 'group_there',
            siteId,
            review: 'denied',
            adminReview: 'approved',
            origin: {
              planId: 'plan_any',
              sourcePlaceId: 'site_harbor-support',
              reason: 'source-group',
            },
          });
        });
      },
    });
    expect(await screen.findByText('Partly approved')).toBeTruthy();
    expect(screen.getByText('Product access was denied')).toBeTruthy();
    expect(screen.getByText('Denied')).toBeTruthy();
    expect(screen.getByText('Approved')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Add member' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add member' });
    await user.click((await within(dialog).findAllByRole('radio'))[0]!);
    expect(within(dialog).getByText('Comes with the group; takes no licence')).toBeTruthy();
  });

  test('a customer with a mismatched account type sees the Customer role pending review (S0)', async () => {
    const gathered = await openWorld('demo');
    const { importedGroup } = await finishPlan(gathered);
    const params = { siteId, groupId: importedGroup!.id };
    const { items } = await gathered.get('imported-groups.members', { params });
    await renderConsole(
      pathTo('directory-user', {
        organizationId: 'organization_harbor',
        accountId: items[0]!.id,
      }),
      { before: finishPlan },
    );
    const pending = await screen.findByText(/^Customer role pending review in/);
    const link = within(pending).getByRole('link', { name: importedGroup!.name });
    expect(link.getAttribute('href')).toBe(pathTo('imported-group', params));
  });

  test('a member sees what is pending review in which group, with the way there', async () => {
    // Ids are the same in every demo.
    const accountId = (await openWorld('demo')).read((tx) => {
      const group = tx.groups.first({ siteId: 'site_harbor-support', name: NAME })!;
      return tx.memberships.where({ groupId: group.id })[0]!.accountId;
    });
    const { user } = await renderConsole(
      pathTo('directory-user', { organizationId: 'organization_harbor', accountId }),
      { before: finishPlan },
    );
    const pending = await screen.findByText(/^Admin access pending review in/);
    expect(pending.textContent).toContain(NAME);
    expect(screen.getAllByText(/^User \(agent\) role pending review in/)).toHaveLength(2);
    await user.click(within(pending).getByRole('link', { name: NAME }));
    expect(await screen.findByRole('heading', { name: NAME, level: 1 })).toBeTruthy();
  });
});
