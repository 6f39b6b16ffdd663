import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

const ACTIVE = '/s/site_harbor-support/portal-customers?search=oladipo';
const REVOKED = '/s/site_harbor-support/portal-customers?search=Annelie.Lueders';

type User = Awaited<ReturnType<typeof renderConsole>>['user'];

async function chooseInMenu(user: User, name: RegExp, item: string) {
  await user.click(await screen.findByRole('button', { name }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return screen.findByRole('alertdialog', { name: item });
}

test('revoking access names what closes, and the row says so afterwards (domain.md 3.1, REVOKE)', async () => {
  const { user } = await renderConsole(ACTIVE);
  const dialog = await chooseInMenu(user, /^More actions for/, 'Revoke access');
  const requests = await within(dialog).findByRole('row', { name: /^Requests that open/ });
  expect(requests.textContent).toMatch(/6 of 60 of 6$/);
  await user.click(within(dialog).getByRole('button', { name: 'Revoke access' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  const table = screen.getByRole('table', { name: /^Portal customers of/ });
  expect(await within(table).findByText('Access revoked')).toBeTruthy();
});

test('a revoked customer is granted access from its panel and can then be migrated', async () => {
  const { user } = await renderConsole(REVOKED);
  await user.click(await screen.findByRole('button', { name: /^Annelie Lüders/ }));
  const grant = await screen.findByRole('button', { name: 'Grant access' });
  await user.click(grant);
  const dialog = await screen.findByRole('dialog', { name: 'Grant access' });
  await waitFor(() =>
    expect(within(dialog).getByRole('button', { name: 'Grant access' })).toHaveProperty(
      'disabled',
      false,
    ),
  );
  await user.click(within(dialog).getByRole('button', { name: 'Grant access' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const migrate = await screen.findByRole('button', { name: 'Migrate to Atlassian account' });
  await waitFor(() => expect(migrate.getAttribute('aria-disabled')).not.toBe('true'));
});
