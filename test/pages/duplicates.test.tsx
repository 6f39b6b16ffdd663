import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const ORIGINAL = '/s/site_fjord-care/duplicates';
const REVOKED = 'thibault_chevallier@xn--zri-care-65a.example';
const SUSPENDED = 'youssef.haddad@praksis-nord.example';

/** The row of an address in the list of duplicates. */
async function rowOf(email: string) {
  const cell = await screen.findByText(email);
  return within(cell.closest('tr')!);
}

test('a row names both accounts, what goes wrong, and the steps that end it in their order (domain.md 4.3)', async () => {
  await renderConsole(ORIGINAL);
  const revoked = await rowOf(REVOKED);
  expect(revoked.getByText('Access revoked')).toBeTruthy();
  expect(revoked.getByText('1 request of the portal-only account cannot be opened')).toBeTruthy();
  expect(revoked.getByText('Then: Migrate to Atlassian account')).toBeTruthy();
  const suspended = await rowOf(SUSPENDED);
  expect(suspended.getByText(/^Log-in loop/)).toBeTruthy();
  expect(suspended.getByText('Then: Restore access')).toBeTruthy();
  const navigation = screen.getByRole('navigation', { name: 'fjord-care' });
  expect(
    within(navigation).getByRole('link', { name: /^Duplicate accounts ?Simulator ?2$/ }),
  ).toBeTruthy();
});

test('the cure runs from its row, step by step, until the row is gone', async () => {
  const { user, passMinutes } = await renderConsole(ORIGINAL);
  async function take(step: string, button = step) {
    await user.click(await screen.findByRole('button', { name: `${step} for ${REVOKED}` }));
    const dialog = await screen.findByRole('dialog', { name: step });
    expect(await within(dialog).findByText('Requests that open')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: button }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  }
  await take('Grant access');
  await take('Migrate to Atlassian account', 'Migrate');
  expect(await (await rowOf(REVOKED)).findByText(/^Being migrated/)).toBeTruthy();
  passMinutes(11);
  await waitFor(() => expect(screen.queryByText(REVOKED)).toBeNull(), { timeout: 3000 });
  expect(await screen.findByText(/^1–1 of 1 address/)).toBeTruthy();
});

test('search leaves nothing or something, and a site without duplicates says so', async () => {
  const { user } = await renderConsole(`${ORIGINAL}?search=nobody`);
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText(REVOKED)).toBeTruthy();
});

test('without duplicates the screen and the navigation say nothing of any', async () => {
  await renderConsole(ORIGINAL, { scenario: 'blank' });
  expect(await screen.findByRole('heading', { name: 'No duplicate accounts' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Duplicate accounts ?Simulator$/ })).toBeTruthy();
});

test('a user access admin may grant access and not migrate, and reads who can', async () => {
  await renderConsole(ORIGINAL, {
    before: (world) =>
      world.get('workspace.set-persona', { body: { persona: 'user-access-admin' } }),
  });
  const grant = await screen.findByRole('button', { name: `Grant access for ${REVOKED}` });
  expect(grant.getAttribute('aria-disabled')).toBeNull();
  const migrate = screen.getByRole('button', {
    name: `Migrate to Atlassian account for ${SUSPENDED}`,
  });
  expect(migrate.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Only organization admins and site admins can do this')).toBeTruthy();
});

test('a cure for accounts that somebody else changed says what they are now', async () => {
  const { user, world } = await renderConsole(ORIGINAL);
  await user.click(await screen.findByRole('button', { name: `Grant access for ${REVOKED}` }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Grant access' }));
  await dialog.findByText('Requests that open');
  const siteId = 'site_fjord-care';
  const { id } = world.read((tx) =>
    tx.portalCustomers.where({ siteId }).find(({ email }) => email.startsWith('thibault'))!,
  );
  await world.get('portal-customers.grant', { params: { siteId, customerId: id } });
  await user.click(dialog.getByRole('button', { name: 'Grant access' }));
  expect(
    await dialog.findByRole('row', { name: 'Portal-only account Access revoked Active' }),
  ).toBeTruthy();
  expect(dialog.getByText('This step is no longer needed')).toBeTruthy();
});
