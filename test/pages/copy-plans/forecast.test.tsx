import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { OutcomeAction } from '#src/pages/copy-plans/outcome-words.ts';
import {
  breakPath,
  CONFLICTING_PROJECT,
  createPlan,
  findRow,
  openPlan,
  startPlan,
  tileCount,
} from './console.ts';

const CUSTOMERS = 'Customers and what the run would do';

test('the tiles count every customer of the scope by outcome (S0, the table of account types)', async () => {
  const view = await openPlan(createPlan);
  await screen.findByRole('list', { name: 'Customers by outcome' });
  const planId = window.location.pathname.split('/').at(-1) ?? '';
  const { counts } = await view.world.get('copy-plans.forecast', { params: { planId } });
  const labels: Partial<Record<OutcomeAction, RegExp>> = {
    create: /^Created as portal-only$/,
    group: /^Put in the imported group$/,
    duplicate: /^Duplicate accounts$/,
    'link-duplicate': /^Linked, duplicate stays$/,
  };
  for (const [action, label] of Object.entries(labels)) {
    expect(tileCount('Customers by outcome', label)).toBe(counts[action as OutcomeAction]);
  }
});

test('a tile filters the customers, explains the outcome, and stands in the address', async () => {
  const { user } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: /Duplicate accounts/ }));
  expect(
    await screen.findByText(/^Atlassian account on harbor-support, portal-only on harbor/),
  ).toBeTruthy();
  expect(window.location.search).toBe('?action=duplicate');
  const row = await findRow(CUSTOMERS, /Agnieszka Wiśniewska/);
  expect(within(row).getByText('Requires attention')).toBeTruthy();
  expect(row.textContent).toContain('Portal-only and Atlassian account');
  expect(row.textContent).toMatch(/\d+ before, \d+ after/);
});

test('the forecast names the imported group and the rows to come (S0)', async () => {
  await openPlan(createPlan);
  expect(await screen.findByText('imported-customers-harbor-support-1')).toBeTruthy();
  expect(screen.getByText(/^RequiresAttention\.csv will have \d+ rows\.$/)).toBeTruthy();
});

test('search without a match offers the way back', async () => {
  const { user } = await openPlan(createPlan);
  await user.type(await screen.findByRole('searchbox', { name: 'Search customers' }), 'zzz');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByRole('table', { name: CUSTOMERS })).toBeTruthy();
});

test('same-named customer organizations with other members block the run (S2)', async () => {
  const { user } = await openPlan((world) =>
    createPlan(world, { projectIds: [CONFLICTING_PROJECT] }),
  );
  expect(
    await screen.findByText('Some customer organizations already exist on the destination'),
  ).toBeTruthy();
  expect(screen.getByText('Northmill Freight').parentElement?.textContent).toContain('Facilities');
  const run = screen.getByRole('button', { name: 'Run' });
  expect(run.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Resolve the conflicts first')).toBeTruthy();

  await user.click(screen.getByRole('link', { name: 'Change the selection' }));
  expect(await screen.findByRole('form', { name: 'Select projects' })).toBeTruthy();
});

test('running asks first, with the counts of the forecast, and starts the run', async () => {
  const { user } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: 'Run' }));
  const dialog = await screen.findByRole('dialog', { name: 'Run “Support moves”?' });
  expect(dialog.textContent).toMatch(
    /From harbor-support to harbor: \d+ customers and \d+ requests\./,
  );
  expect(dialog.textContent).toMatch(/\d+ rows will require attention afterwards\./);

  await user.click(within(dialog).getByRole('button', { name: 'Run' }));
  expect(
    await screen.findByRole('progressbar', { name: /^Copying customers to harbor/ }),
  ).toBeTruthy();
  expect(screen.getByText('Running')).toBeTruthy();
});

test('data that changed since the forecast is said, with the new forecast, and nothing runs', async () => {
  const { user, world } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: 'Run' }));
  const dialog = await screen.findByRole('dialog', { name: 'Run “Support moves”?' });
  const other = await createPlan(world, { name: 'Somebody else’s', projectIds: [] });
  await startPlan(world, other);
  await world.finishJobs();

  await user.click(within(dialog).getByRole('button', { name: 'Run' }));
  expect(await screen.findByText('The data changed since the forecast')).toBeTruthy();
  const lines = within(await screen.findByRole('list', { name: 'What changed' }));
  expect(lines.getByText(/^Rows that require attention: 0, was \d+$/)).toBeTruthy();
  expect(
    lines.getByText(
      /^Group imported-customers-harbor-support-1: .*, was Created, waits for review/,
    ),
  ).toBeTruthy();
  const row = await findRow('Customers whose forecast changed', /Agnieszka Wiśniewska/);
  expect(row.textContent).toMatch(/Duplicate accounts.*Left out, copied earlier/);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('Saved')).toBeTruthy();
});

test('another run to the same site is named in the dialog', async () => {
  const { user, world } = await openPlan(createPlan);
  await screen.findByRole('list', { name: 'Customers by outcome' });
  await startPlan(world, await createPlan(world, { name: 'Earlier' }));
  await user.click(screen.getByRole('button', { name: 'Run' }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Run' }));
  expect(await within(dialog).findByText('Another plan is running')).toBeTruthy();
  expect(within(dialog).getByText(/“Earlier” writes to the same site/)).toBeTruthy();
});

test('a forecast that fails is said, and trying again shows it', async () => {
  let repair: (() => void) | undefined;
  const view = await openPlan(async (world) => {
    await createPlan(world);
    repair = breakPath(world, '/forecast').repair;
  });
  expect(await screen.findByText('Something went wrong in the simulated backend')).toBeTruthy();
  const run = screen.getByRole<HTMLButtonElement>('button', { name: 'Run' });
  expect(run.disabled).toBe(true);

  repair?.();
  await view.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Forecast' })).toBeTruthy();
});
