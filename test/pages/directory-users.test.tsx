/* Directory > Users: one user's page in both experiences, and inviting (S1; domain.md 1.4, 2.1). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { SiteId } from '#src/domain/ids.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

const HARBOR = '/o/organization_harbor/directory/users';

/** The first account of a site with this role and state that has no access to another one. */
function someone(world: World, siteId: SiteId, role: ProductRole, state = 'active') {
  return world.read((tx) => {
    const row = tx.queries
      .accountsOn(siteId)
      .find(
        ({ account, ...each }) =>
          each.role === role &&
          each.state === state &&
          tx.siteAccess.count({ accountId: account.id }) === 1,
      );
    if (!row) throw new Error(`Nobody on ${siteId} is ${state} with the role ${role}`);
    return row.account;
  });
}

async function openUser(
  role: ProductRole,
  siteId: SiteId = 'site_harbor',
  before?: (w: World) => Promise<unknown>,
) {
  let found: ReturnType<typeof someone> | undefined;
  const view = await renderConsole('/', {
    before: async (world) => {
      found = someone(world, siteId, role);
      await before?.(world);
    },
  });
  const account = found!;
  const path = siteId === 'site_fjord-care' ? `/s/${siteId}/users` : HARBOR;
  window.history.pushState(null, '', `${path}/${encodeURIComponent(account.id)}`);
  window.dispatchEvent(new PopStateEvent('popstate', { state: window.history.state }));
  await screen.findByRole('heading', { level: 1, name: account.name });
  return { ...view, account };
}

function standingOf(world: World, accountId: `${number}:${string}`, siteId: SiteId) {
  return world.read((tx) => ({
    role: tx.queries.roleOn(siteId, accountId),
    status: tx.siteAccess.get({ siteId, accountId })?.status,
  }));
}

test('users are found by role, and Show details leads to the user (S1)', async () => {
  const { user, world } = await renderConsole(HARBOR);
  await screen.findByRole('table', { name: 'Users' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'User (agent)');
  const agents = world.read((tx) =>
    tx.lists.accounts({
      organizationId: 'organization_harbor',
      siteId: null,
      state: null,
      role: 'agent',
      search: '',
      offset: 0,
      limit: 25,
    }),
  );
  await waitFor(() => {
    expect(screen.getAllByRole('row')).toHaveLength(agents.total + 1);
  });
  expect(window.location.search).toBe('?role=agent');
  const [first] = agents.items;
  const { name, email } = first!.account;
  await user.click(screen.getByRole('link', { name: `Show details: ${name}` }));
  expect(await screen.findByRole('heading', { level: 1, name })).toBeTruthy();
  expect(screen.getAllByText(email).length).toBeGreaterThan(0);
});

test('Suspend access frees the licence, Restore access brings everything back (domain.md 1.4)', async () => {
  const { user, account, world } = await openUser('agent');
  await user.click(screen.getByRole('button', { name: `More actions for ${account.name}` }));
  await user.click(await screen.findByRole('menuitem', { name: 'Suspend access' }));
  const asking = await screen.findByRole('alertdialog', { name: 'Suspend access' });
  await within(asking).findByText(/Frees 1 licence/);
  expect(
    await within(asking).findByText('Not possible: the Atlassian account is suspended'),
  ).toBeTruthy();
  await user.click(within(asking).getByRole('button', { name: 'Suspend access' }));

  await user.click(await screen.findByRole('button', { name: 'Restore access' }));
  const back = await screen.findByRole('dialog', { name: 'Restore access' });
  await within(back).findByText(/Takes 1 licence/);
  await user.click(within(back).getByRole('button', { name: 'Restore access' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(standingOf(world, account.id, 'site_harbor')).toEqual({ role: 'agent', status: 'active' });
  expect(screen.queryByRole('button', { name: 'Restore access' })).toBeNull();
});

test('a product role says which groups it comes through and what it costs before it changes', async () => {
  const { user, account, world } = await openUser('customer');
  const site = within(
    screen.getByRole('heading', { level: 3, name: 'harbor' }).closest('section')!,
  );
  await user.selectOptions(site.getByRole('combobox', { name: 'Product role' }), 'User (agent)');
  const dialog = await screen.findByRole('dialog', { name: 'Change product role' });
  expect(within(dialog).getByText('Customer now, User (agent) afterwards')).toBeTruthy();
  expect(within(dialog).getByText('jira-servicemanagement-users-harbor')).toBeTruthy();
  expect(within(dialog).getByText(/Takes 1 licence/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Change role' }));
  await waitFor(() => {
    expect(standingOf(world, account.id, 'site_harbor').role).toBe('agent');
  });
});

test('a Free plan that is full refuses another agent before anybody asks (domain.md 9)', async () => {
  const { user } = await openUser('customer', 'site_harbor', async (world) => {
    world.store.write((tx) => {
      tx.sites.put({ ...tx.sites.get({ id: 'site_harbor' })!, subscription: 'free' });
    });
    return Promise.resolve();
  });
  const [role] = screen.getAllByRole('combobox', { name: 'Product role' });
  await user.selectOptions(role!, 'User (agent)');
  const dialog = await screen.findByRole('dialog', { name: 'Change product role' });
  expect(await within(dialog).findByText('No licence is left')).toBeTruthy();
  const confirm = within(dialog).getByRole('button', { name: 'Change role' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
});

test('Remove user warns, asks again with the same label, and leads back to the list', async () => {
  const { user, account, world } = await openUser('customer');
  await user.click(screen.getByRole('button', { name: `More actions for ${account.name}` }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove user' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove user' });
  expect(within(dialog).getByText('Roles and groups cannot be brought back')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Remove user' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Users' })).toBeTruthy();
  expect(standingOf(world, account.id, 'site_harbor').status).toBeUndefined();
});

test('in the original experience a user has the toggle of the site (S1)', async () => {
  const { user, account, world } = await openUser('customer', 'site_fjord-care');
  expect(screen.queryByRole('button', { name: 'Restore access' })).toBeNull();
  await user.click(
    await screen.findByRole('switch', { name: 'Has access on site', checked: true }),
  );
  const dialog = await screen.findByRole('alertdialog', { name: 'Has access on site' });
  await user.click(within(dialog).getByRole('button', { name: 'Turn off' }));
  await screen.findByRole('switch', { name: 'Has access on site', checked: false });
  expect(standingOf(world, account.id, 'site_fjord-care').status).toBe('suspended');
  // A centralized address of the same user leads here.
  expect(window.location.pathname).toBe(
    `/s/site_fjord-care/users/${encodeURIComponent(account.id)}`,
  );
});

test('a deactivated account is not offered access to the site, and the toggle says why (S1)', async () => {
  const { user } = await openUser('customer', 'site_fjord-care', (world) => {
    const { id: accountId } = someone(world, 'site_fjord-care', 'customer');
    world.store.write((tx) => {
      const entry = tx.directoryUsers.first({ accountId, organizationId: 'organization_fjord' })!;
      tx.directoryUsers.put({ ...entry, status: 'deactivated' });
    });
    return Promise.resolve();
  });
  const toggle = await screen.findByRole('switch', { name: 'Has access on site', checked: false });
  expect(toggle.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('The account is deactivated')).toBeTruthy();
  await user.click(toggle);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an invitation warns of the duplicate that it would make (S1)', async () => {
  const { user, world } = await renderConsole(HARBOR);
  const { email } = world.read((tx) =>
    tx.portalCustomers
      .where({ siteId: 'site_harbor', state: 'active' })
      .find(({ emailKey }) => !tx.accounts.first({ emailKey }))!,
  );
  await user.click(await screen.findByRole('button', { name: 'Invite users' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invite users' });
  await user.type(within(dialog).getByRole('textbox', { name: /E-mail address/ }), email);
  expect(
    await within(dialog).findByText('This address has a portal-only account on harbor'),
  ).toBeTruthy();
  expect(within(dialog).getByText(/Takes 1 licence/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Invite' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  const kinds = world.read((tx) => tx.messages.where({ to: email }).map(({ kind }) => kind));
  expect(kinds.toSorted()).toEqual(['product-invitation', 'verify-email']);
});

test('what is no address is refused beside its field', async () => {
  const { user } = await renderConsole(HARBOR);
  await user.click(await screen.findByRole('button', { name: 'Invite users' }));
  const dialog = await screen.findByRole('dialog', { name: 'Invite users' });
  const field = within(dialog).getByRole('textbox', { name: /E-mail address/ });
  await user.type(field, 'nobody');
  await user.click(within(dialog).getByRole('button', { name: 'Invite' }));
  await within(dialog).findByText(/“nobody” cannot receive mail/);
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('the Directory of the original experience holds neither Users nor Groups (S1)', async () => {
  await renderConsole('/o/organization_fjord/directory');
  expect(
    await screen.findByRole('heading', { name: 'Users and groups are not in this directory' }),
  ).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Users' })).toBeNull();
  expect(screen.getByRole('link', { name: 'Users on fjord-care' })).toBeTruthy();
});

test('a user who is not there is said to be missing', async () => {
  await renderConsole(`${HARBOR}/1%3Anobody`);
  expect((await screen.findByRole('alert')).textContent).toContain("We couldn't find that");
});

test('an account that somebody else changed is not suspended before that was seen', async () => {
  const { user, account, world } = await openUser('agent');
  await user.click(screen.getByRole('button', { name: `More actions for ${account.name}` }));
  await user.click(await screen.findByRole('menuitem', { name: 'Suspend access' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Suspend access' }));
  await dialog.findByText(/Frees 1 licence/);
  await world.get('accounts.set-site-access', {
    params: {
      organizationId: 'organization_harbor',
      accountId: account.id,
      siteId: 'site_harbor',
    },
    body: { hasAccess: false },
  });
  await user.click(dialog.getByRole('button', { name: 'Suspend access' }));
  const row = await dialog.findByRole('row', { name: /^harbor / });
  expect([...row.children].map(({ textContent }) => textContent)).toEqual([
    'harbor',
    'Has access, User (agent)',
    'Suspended, User (agent)',
  ]);
  expect(await dialog.findByText(/^No licence is taken or freed/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Suspend access' }));
  expect(await screen.findByRole('button', { name: 'Restore access' })).toBeTruthy();
});
