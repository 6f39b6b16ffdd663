/* Working off what a run left to do, in bulk, and the papers that go with it. */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { chooseTab, createPlan, finishPlan, openPlan } from './console.ts';

test('all groups approved and all duplicates migrated from the report itself, nothing is outstanding (S0)', async () => {
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Requires attention/);
  await view.user.click(await screen.findByRole('button', { name: 'Approve groups' }));
  const approve = await screen.findByRole('dialog', { name: 'Approve 1 group on harbor' });
  expect(approve.textContent).toMatch(/It takes no licence\./);
  await view.user.click(within(approve).getByRole('button', { name: 'Approve 1 group' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

  await view.user.click(await screen.findByRole('button', { name: 'Migrate all duplicates' }));
  const migrate = await screen.findByRole('dialog', { name: /^Migrate \d+ customers? on harbor$/ });
  await view.user.click(within(migrate).getByRole('button', { name: /^Migrate \d+ customers?$/ }));
  expect(await screen.findByRole('progressbar', { name: 'Migrating duplicates' })).toBeTruthy();
  expect((await screen.findAllByText('Migrating')).length).toBeGreaterThan(0);
  await waitFor(() => {
    expect(document.activeElement?.textContent).toBe('Migrate all duplicates');
  });
  view.passMinutes(30);
  expect(await screen.findByText('Nothing requires attention')).toBeTruthy();
  // The buttons are gone: the focus goes on at the tab that they stood under.
  expect(document.activeElement).toBe(
    screen.getByRole('tab', { name: /^Requires attention/, selected: true }),
  );
});

test('a saved report dropped back in offers the same for its open rows, and follows', async () => {
  const view = await openPlan(finishPlan);
  const { items } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  const saved = await view.world.raw('copy-plans.attention-file', {
    params: { planId: items[0]!.id },
  });
  await chooseTab(view, /^Logs and reports/);
  const bytes = Uint8Array.from(saved.body!);
  const input = screen.getByLabelText('Drop RequiresAttention.csv here', { selector: 'input' });
  await view.user.upload(input, new File([bytes], 'RequiresAttention.csv', { type: 'text/csv' }));
  await view.user.click(await screen.findByRole('button', { name: 'Approve groups' }));
  await view.user.click(await screen.findByRole('button', { name: 'Approve 1 group' }));
  expect(
    await screen.findByText(/^RequiresAttention\.csv: \d+ open, [1-9]\d* done, 0 not from/),
  ).toBeTruthy();
});

test('the runbook of a saved plan lists the steps, with labels as the console has them', async () => {
  const view = await openPlan(createPlan);
  await view.user.click(await screen.findByRole('link', { name: 'Runbook' }));
  expect(await screen.findByRole('heading', { name: 'Runbook: Support moves' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '3. Create the copy plan' })).toBeTruthy();
  expect(screen.getByText('Check for Conflicts', { selector: 'strong' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Print' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Markdown' })).toBeTruthy();
});
