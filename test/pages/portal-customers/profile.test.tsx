/* The page of one customer, with everything that hangs on it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

const SITE = 'site_harbor-support';
const LIST = `/s/${SITE}/portal-customers`;

async function customerId(world: World, search: string): Promise<string> {
  const params = { siteId: SITE };
  return (await world.get('portal-customers.list', { params, query: { search } })).items[0]!.id;
}

test('the quick view leads to the profile, whose tabs say what was done and who was told', async () => {
  const { user } = await renderConsole(`${LIST}?search=oladipo`, {
    async before(world) {
      const params = { siteId: SITE, customerId: await customerId(world, 'oladipo') };
      const body = { password: 'correct horse' };
      await world.get('portal-customers.set-password', { params, body, key: '1' });
      await world.get('portal-customers.revoke', { params, key: '2' });
    },
  });
  await user.click(await screen.findByRole('button', { name: /oladipo\.adebayo@/ }));
  await user.click(await screen.findByRole('link', { name: 'Open profile' }));
  expect(await screen.findByRole('heading', { level: 1, name: /Ọládípọ̀/ })).toBeTruthy();

  await user.click(await screen.findByRole('tab', { name: 'Requests' }));
  const requests = await screen.findByRole('table', { name: /^Requests of/ });
  expect(await within(requests).findAllByText('Access is revoked')).toHaveLength(6);

  await user.click(screen.getByRole('tab', { name: /^Customer organizations/ }));
  expect(await screen.findByRole('rowheader', { name: 'Northmill Freight' })).toBeTruthy();

  await user.click(screen.getByRole('tab', { name: 'History' }));
  const history = await screen.findByRole('table', { name: /^Changes of/ });
  expect(
    await within(history).findByText('Active → Access revoked', { exact: false }),
  ).toBeTruthy();
  expect(
    within(history)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Access revoked', 'Password changed']);

  await user.click(screen.getByRole('tab', { name: 'Mail' }));
  const mail = await screen.findByRole('table', { name: /^Mail to/ });
  const told = await within(mail).findByRole('row', { name: /Sent$/ });
  expect(told.textContent).toContain('password');
  expect(within(mail).getByRole('row', { name: /Nothing is sent$/ })).toBeTruthy();
});

test('a customer with an Atlassian account beside it asks for its migration (S1)', async () => {
  const path = { value: '' };
  const { user } = await renderConsole(`${LIST}?search=conceicao@bodega`);
  await user.click(await screen.findByRole('button', { name: /^Conceição/ }));
  const note = await screen.findByText('This person has an Atlassian account on this site too');
  const panel = screen.getByRole('complementary', { name: /^Conceição/ });
  expect(panel.contains(note)).toBe(true);
  path.value = window.location.pathname;
  const [first] = within(panel).getAllByRole('button', { name: 'Migrate to Atlassian account' });
  await user.click(first!);
  expect(await screen.findByRole('dialog', { name: 'Migrate to Atlassian account' })).toBeTruthy();
  expect(window.location.pathname).toBe(path.value);
});

test('deleting from the profile leads back to the list', async () => {
  const opened = await renderConsole(`${LIST}?search=oladipo`);
  const { user } = opened;
  await user.click(await screen.findByRole('button', { name: /oladipo\.adebayo@/ }));
  await user.click(await screen.findByRole('link', { name: 'Open profile' }));
  await screen.findByRole('tab', { name: 'Profile' });
  await user.click(screen.getByRole('button', { name: /^More actions for/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete account' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete account' });
  await within(dialog).findByText('4 requests, kept under Former user');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(window.location.pathname).toBe(LIST));
  expect(await screen.findByText(/^The account of .* is deleted$/)).toBeTruthy();
});

test('a customer that is not there, and a persona who may not look, are told so', async () => {
  await renderConsole(`${LIST}/qm%3Anobody%3Ahere`);
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back to Portal customers' })).toBeTruthy();
});
