/* Who is on a server, and its user directories. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { breakPath, findRow } from '#test/pages/copy-plans/console.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { emptyServer, serverWith, USERS } from './console.ts';

const TABLE = 'Users of Quarry desk';

test('the list says who somebody is, where, in which state and with which problem', async () => {
  await renderConsole(USERS, { scenario: 'blank', before: serverWith() });
  const mia = await findRow(TABLE, /Mia Stone/);
  expect(mia.textContent).toContain('Jira internal directory');
  expect(mia.textContent).toContain('Quarry LDAP');
  expect((await findRow(TABLE, /Otto Stone/)).textContent).toContain('LicensedAgent');
  expect((await findRow(TABLE, /Nora Stone/)).textContent).toContain('No request yet');
  const olaf = await findRow(TABLE, /Olaf Stone/);
  expect(olaf.textContent).toContain('Old Crowd (inactive)');
  expect(olaf.textContent).toContain('Former customer: no active directory');
  expect((await findRow(TABLE, /Dora Stone/)).textContent).toContain('Deleted');
  expect(within(await findRow(TABLE, /Hank Stone/)).getByText('Invalid')).toBeTruthy();
  expect(screen.getByText('1–17 of 17 users')).toBeTruthy();
});

test('search and filters narrow the list, stand in the address and can be cleared', async () => {
  const { user } = await renderConsole(USERS, { scenario: 'blank', before: serverWith() });
  await findRow(TABLE, /Mia Stone/);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Address' }), 'Duplicated');
  expect(await screen.findByText('1–4 of 4 users')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Directory' }), 'Quarry LDAP');
  expect(await screen.findByText('1–2 of 2 users')).toBeTruthy();
  expect(window.location.search).toContain('problem=duplicated');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Licensed');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText('1–17 of 17 users')).toBeTruthy();
  expect(window.location.search).toBe('');
});

test('the headings sort by name, user name and address, both ways', async () => {
  const { user } = await renderConsole(USERS, { scenario: 'blank', before: serverWith() });
  await findRow(TABLE, /Mia Stone/);
  await user.click(screen.getByRole('button', { name: /^User name/ }));
  await user.click(screen.getByRole('button', { name: /^User name/ }));
  await waitFor(() => {
    expect(screen.getAllByRole('rowheader')[0]?.textContent).toContain('Vera Stone');
  });
  expect(window.location.search).toContain('sort=-userName');
});

test('marking a directory active says first who is former no more (S4, "Deleted or inactive customers")', async () => {
  const { user } = await renderConsole(USERS, { scenario: 'blank', before: serverWith() });
  const toggle = await screen.findByRole('switch', { name: 'Old Crowd' });
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  await user.click(toggle);
  const dialog = await screen.findByRole('dialog', { name: 'Mark “Old Crowd” active?' });
  expect(dialog.textContent).toContain('1 customer and 1 licensed user are no longer former');
  await user.click(within(dialog).getByRole('button', { name: 'Mark active' }));

  await waitFor(() => expect(toggle.getAttribute('aria-checked')).toBe('true'));
  const olaf = await findRow(TABLE, /Olaf Stone/);
  await waitFor(() => expect(olaf.textContent).not.toContain('Former customer'));
});

test('marking a directory inactive can be thought better of, and the focus returns', async () => {
  const { user } = await renderConsole(USERS, { scenario: 'blank', before: serverWith() });
  const toggle = await screen.findByRole('switch', { name: 'Quarry LDAP' });
  await user.click(toggle);
  const dialog = await screen.findByRole('dialog', { name: 'Mark “Quarry LDAP” inactive?' });
  expect(dialog.textContent).toContain('2 customers become former');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(toggle.getAttribute('aria-checked')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(toggle));
});

test('a directory that somebody else marked meanwhile leaves nothing to do, and is not marked back', async () => {
  const { user, world, changedElsewhere } = await renderConsole(USERS, {
    scenario: 'blank',
    before: serverWith(),
  });
  await user.click(await screen.findByRole('switch', { name: 'Old Crowd' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Mark “Old Crowd” active?' }));
  const directory = world.read((tx) => tx.serverDirectories.first({ name: 'Old Crowd' })!);
  await world.get('servers.set-directory', {
    params: { serverId: directory.serverId, directoryId: directory.id },
    body: { active: true },
  });
  changedElsewhere();
  expect(await dialog.findByText('Somebody else marked it active meanwhile')).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Mark active' })).toHaveProperty('disabled', true);
});

test('a server without anybody leads to Load exports', async () => {
  await renderConsole(USERS, { scenario: 'blank', before: emptyServer });
  expect(await screen.findByRole('heading', { name: 'Nobody is on this server yet' })).toBeTruthy();
});

test('a list that fails offers another try', async () => {
  let repair: (() => void) | undefined;
  const { user } = await renderConsole(USERS, {
    scenario: 'blank',
    before: async (world) => {
      await serverWith()(world);
      repair = breakPath(world, '/people').repair;
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  repair?.();
  await user.click(again);
  expect(await findRow(TABLE, /Mia Stone/)).toBeTruthy();
});
