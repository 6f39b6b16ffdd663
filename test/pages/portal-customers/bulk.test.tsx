/* Choosing many customers and changing them at once (domain.md 3.1, BULK). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';

const SITE = 'site_harbor-support';
const LIST = `/s/${SITE}/portal-customers`;

type Console = Awaited<ReturnType<typeof renderConsole>>;

function bar() {
  return screen.findByRole('region', { name: 'Selected customers' });
}

async function choosePage({ user }: Console) {
  await screen.findAllByRole('checkbox', { name: /^Select (?!all)/ });
  await user.click(screen.getByRole('checkbox', { name: 'Select all on this page' }));
}

/** Opens the dialog of a step and waits for its numbers. */
async function ask({ user }: Console, step: string, role: 'dialog' | 'alertdialog') {
  await user.click(within(await bar()).getByRole('button', { name: step }));
  const dialog = await screen.findByRole(role);
  await within(dialog).findByText('Will be changed');
  return dialog;
}

function total(world: World, search = ''): number {
  return world.read((tx) =>
    tx.queries.selectedPortalCustomers(SITE, { by: 'filter', search, state: null }),
  ).length;
}

test('customers stay chosen from page to page, all that match come with the exact count, and another filter ends it', async () => {
  const view = await renderConsole(LIST);
  const { user, world } = view;
  await choosePage(view);
  expect(within(await bar()).getByText('25 customers selected')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Page 2' }));
  const header = await screen.findByRole('checkbox', { name: 'Select all on this page' });
  await waitFor(() => expect(header).toHaveProperty('checked', false));
  const rows = screen.getAllByRole('checkbox', { name: /^Select (?!all)/ });
  rows[0]!.focus();
  await user.keyboard(' ');
  expect(within(await bar()).getByText('26 customers selected')).toBeTruthy();
  expect(header).toHaveProperty('indeterminate', true);

  const all = total(world);
  await user.click(
    within(await bar()).getByRole('button', { name: `Select all ${all} that match` }),
  );
  expect(within(await bar()).getByText(`All ${all} customers that match selected`)).toBeTruthy();
  expect(header).toHaveProperty('checked', true);

  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Active');
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Selected customers' })).toBeNull(),
  );
});

test('migrating all that match names whom it cannot change, runs in the list, and its results are retried', async () => {
  const view = await renderConsole(`${LIST}?search=klinik`);
  const { user, world, passMinutes } = view;
  const all = total(world, 'klinik');
  await choosePage(view);
  if (all > 25) await user.click(screen.getByRole('button', { name: /^Select all \d/ }));
  const dialog = await ask(view, 'Migrate to Atlassian account', 'dialog');
  expect(within(dialog).getByRole('heading', { name: `Migrate ${all} customers` })).toBeTruthy();
  const confirm = within(dialog).getByRole('button', { name: /^Migrate \d+ customers$/ });
  const ready = Number(/\d+/.exec(confirm.textContent ?? '')![0]);
  expect(ready).toBeLessThan(all);
  expect(within(dialog).getByText(`${ready} customers of ${all}`)).toBeTruthy();
  await user.click(confirm);

  const progress = await screen.findByRole('region', { name: 'Migrate to Atlassian account' });
  expect(within(progress).getByText(`Migrating ${all} customers`)).toBeTruthy();
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Selected customers' })).toBeNull(),
  );
  // Above the list, which may be far from the bar: the focus takes the view there.
  await waitFor(() => expect(document.activeElement).toBe(progress));
  await user.click(within(progress).getByRole('link', { name: 'Show results' }));
  expect(await screen.findByRole('button', { name: 'Stop' })).toBeTruthy();
  passMinutes(60);

  const retry = await screen.findByRole('button', { name: `Retry ${all - ready} failed` });
  await user.click(await screen.findByRole('button', { name: /Failed$/ }));
  const table = screen.getByRole('table', { name: 'Customers of this step' });
  // Until the narrowed list has arrived, the table shows what it had.
  await waitFor(() => {
    expect(within(table).getAllByRole('row').length).toBe(1 + all - ready);
    expect(within(table).getAllByText('Failed').length).toBe(all - ready);
  });
  expect(within(table).getAllByText('Access is revoked: grant access first').length).toBe(
    world.read((tx) => tx.jobItems.count({ reason: 'wrong-state:revoked' })),
  );
  const address = window.location.pathname;
  await user.click(retry);
  await waitFor(() => expect(window.location.pathname).not.toBe(address));
  expect(
    await screen.findByText(new RegExp(`^0 of ${all - ready} customers? handled$`)),
  ).toBeTruthy();
});

test('when a watched step ends, the focus goes on at the heading, not to nowhere', async () => {
  const view = await renderConsole(`${LIST}?search=klinik&state=active`);
  await choosePage(view);
  const dialog = await ask(view, 'Migrate to Atlassian account', 'dialog');
  await view.user.click(within(dialog).getByRole('button', { name: /^Migrate \d+ customers$/ }));
  const progress = await screen.findByRole('region', { name: 'Migrate to Atlassian account' });
  await waitFor(() => expect(document.activeElement).toBe(progress));
  view.passMinutes(60);
  await waitFor(() => expect(progress.isConnected).toBe(false), { timeout: 3000 });
  const heading = screen.getByRole('heading', { level: 1, name: 'Portal customers' });
  expect(document.activeElement).toBe(heading);
});

test('a step stops, waits and goes on from its page', async () => {
  const { user, world, passMinutes } = await renderConsole(`/s/${SITE}/bulk`, {
    before: async (each) => {
      const body = {
        step: 'revoke',
        selection: { by: 'filter', search: 'klinik', state: 'active' },
      } as const;
      const params = { siteId: SITE };
      const { count } = await each.get('portal-customers.bulk-forecast', { params, body });
      await each.get('portal-customers.bulk', { params, body: { ...body, expected: count } });
      each.clock.wallNow += 1_000;
    },
  });
  await user.click(await screen.findByRole('link', { name: 'Revoke access' }));
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  const resume = await screen.findByRole('button', { name: 'Resume' });
  expect(screen.getByText('Stopped')).toBeTruthy();
  const job = world.read((tx) => tx.jobs.first({ kind: 'bulk-revoke' })!);
  expect(job.done).toBeGreaterThan(0);
  passMinutes(60);
  await user.click(resume);
  await screen.findByRole('button', { name: 'Stop' });
  expect(world.read((tx) => tx.jobs.get({ id: job.id })!.done)).toBe(job.done);
  passMinutes(60);
  expect(await screen.findByText('Finished')).toBeTruthy();
});

test('data that changed after selecting stops the step, with both numbers', async () => {
  const view = await renderConsole(`${LIST}?search=klinik&state=active`);
  const { user, world } = view;
  await choosePage(view);
  const dialog = await ask(view, 'Delete account', 'alertdialog');
  const title = within(dialog).getByRole('heading', { level: 2 }).textContent ?? '';
  const chosen = Number(/\d+/.exec(title)![0]);
  const gone = world.read((tx) =>
    tx.queries.selectedPortalCustomers(SITE, { by: 'filter', search: 'klinik', state: 'active' }),
  )[0]!;
  const params = { siteId: SITE, customerId: gone.id };
  await world.get('portal-customers.delete', { params });
  await user.click(within(dialog).getByRole('button', { name: `Delete ${chosen} customers` }));
  expect(
    await within(dialog).findByText(
      `You selected ${chosen} customers, now it would be ${chosen - 1}. Nothing was changed. Look at the list and select again.`,
    ),
  ).toBeTruthy();
  expect(world.read((tx) => tx.jobs.first({ kind: 'bulk-delete' }))).toBeUndefined();
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Selected customers' })).toBeNull(),
  );
});

test('so do as many customers of whom one is in another state', async () => {
  const view = await renderConsole(`${LIST}?search=klinik`);
  const { user, world } = view;
  await choosePage(view);
  const dialog = await ask(view, 'Delete account', 'alertdialog');
  const confirm = await within(dialog).findByRole('button', { name: /^Delete \d+ customers$/ });
  const changed = world.read((tx) =>
    tx.queries.selectedPortalCustomers(SITE, { by: 'filter', search: 'klinik', state: 'active' }),
  )[0]!;
  await world.get('portal-customers.revoke', { params: { siteId: SITE, customerId: changed.id } });
  await user.click(confirm);
  expect(
    await within(dialog).findByText(/^They are as many as before, but others, or no longer in/),
  ).toBeTruthy();
  expect(world.read((tx) => tx.jobs.first({ kind: 'bulk-delete' }))).toBeUndefined();
});

test('strict mode, switched in the simulator panel, leaves only what the real product has in bulk', async () => {
  const view = await renderConsole(LIST);
  const { user } = view;
  await choosePage(view);
  const revoke = within(await bar()).getByRole('button', { name: 'Revoke access' });
  expect(revoke.getAttribute('aria-disabled')).not.toBe('true');

  await user.click(screen.getByRole('button', { name: /^Simulator/ }));
  await user.click(await screen.findByRole('switch', { name: 'Strict mode' }));
  await waitFor(async () => {
    const disabled = within(await bar())
      .getAllByRole('button')
      .filter((button) => button.getAttribute('aria-disabled') === 'true');
    expect(disabled.map(({ textContent }) => textContent)).toEqual([
      'Revoke access',
      'Grant access',
    ]);
  });
});

test('who may only change access gets neither migrating nor deleting, with the reason (S1, domain.md 1.2)', async () => {
  const view = await renderConsole(LIST, {
    before: (world) =>
      world.get('workspace.set-persona', { body: { persona: 'user-access-admin' } }),
  });
  await choosePage(view);
  const migrate = within(await bar()).getByRole('button', { name: 'Migrate to Atlassian account' });
  expect(migrate.getAttribute('aria-disabled')).toBe('true');
  const described = document.getElementById(migrate.getAttribute('aria-describedby')!);
  expect(described?.textContent).toBe('Only organization admins can do this');
  const revoke = within(await bar()).getByRole('button', { name: 'Revoke access' });
  expect(revoke.getAttribute('aria-disabled')).toBeNull();
});

test('a step that ended while one looks elsewhere says how many were changed and how many not', async () => {
  const { world, passMinutes, user } = await renderConsole(`/s/${SITE}`);
  const params = { siteId: SITE };
  const selection = { by: 'filter', search: 'klinik', state: null } as const;
  const body = { step: 'migrate', selection } as const;
  const { count, ready } = await world.get('portal-customers.bulk-forecast', { params, body });
  await world.get('portal-customers.bulk', { params, body: { ...body, expected: count } });
  await user.click(await screen.findByRole('button', { name: /^Simulator/ }));
  await user.click(await screen.findByRole('switch', { name: 'Strict mode' }));
  await screen.findByText(/^in \d+ minutes$/);
  passMinutes(60);
  expect(
    await screen.findByText(`${ready} customers migrated`, {}, { timeout: 3_000 }),
  ).toBeTruthy();
  expect(screen.getByText(/could not be changed/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show results' })).toBeTruthy();
});

test('a site without bulk steps says so, and an address of none is not found', async () => {
  const { unmount } = await renderConsole(`/s/${SITE}/bulk`);
  expect(await screen.findByRole('heading', { name: 'No bulk steps yet' })).toBeTruthy();
  unmount();
  await renderConsole(`/s/${SITE}/bulk/job_none`);
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
});
