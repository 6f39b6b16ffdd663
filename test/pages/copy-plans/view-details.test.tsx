import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  approveGroup,
  chooseTab,
  createPlan,
  findRow,
  finishPlan,
  migrateDuplicates,
  openPlan,
  startPlan,
} from './console.ts';

const ROWS = 'What requires attention';

/** The file input behind the drop zone; hidden, so that only its button is in the tab order. */
function dropZone(): HTMLElement {
  return screen.getByLabelText('Drop RequiresAttention.csv here', { selector: 'input' });
}

/** Catches what the browser would save: jsdom has no downloads. */
function catchDownloads(): { readonly names: string[]; readonly blobs: Blob[] } {
  const caught = { names: [] as string[], blobs: [] as Blob[] };
  URL.createObjectURL = (blob: Blob) => {
    caught.blobs.push(blob);
    return 'blob:caught';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    caught.names.push(this.download);
  });
  return caught;
}

test('a running copy shows how far it is, and View details becomes finished by itself', async () => {
  const view = await openPlan(async (world) => startPlan(world, await createPlan(world)));
  expect(await screen.findByRole('progressbar', { name: /^Copying customers/ })).toBeTruthy();
  expect(
    screen.getByText(/^\d+ of \d+ customers · \d+ minutes of simulated time left$/),
  ).toBeTruthy();

  view.passMinutes(30);
  expect(await screen.findByText(/^\d+ of \d+ rows require attention$/)).toBeTruthy();
  expect(screen.getByText('Finished', { selector: 'h1 ~ *' })).toBeTruthy();
});

test('a tile of the overview leads to its customers', async () => {
  const { user } = await openPlan(finishPlan);
  await user.click(await screen.findByRole('button', { name: /Put in the imported group/ }));
  expect(await screen.findByRole('table', { name: 'Customers and what the run did' })).toBeTruthy();
  expect(window.location.search).toBe('?tab=customers&action=group');
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.every((row) => row.textContent?.includes('Put in the imported group'))).toBe(true);
});

test('a row of a mismatched customer leads to its group in one click (S0, step 3 to 6)', async () => {
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Requires attention/);
  await view.user.selectOptions(
    await screen.findByRole('combobox', { name: 'Problem' }),
    'review-group',
  );
  const [link] = await screen.findAllByRole('link', {
    name: 'Review group imported-customers-harbor-support-1 to assign Customer role',
  });
  await view.user.click(link!);
  expect(
    await screen.findByRole('heading', { name: 'imported-customers-harbor-support-1' }),
  ).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Approve' })).toBeTruthy();
});

test('a row of a duplicate leads to the customer on the destination in one click (S0)', async () => {
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Requires attention/);
  const row = await findRow(ROWS, /a\.wisniewska@/);
  expect(row.textContent).toContain('Found duplicate accounts on destination');
  await view.user.click(within(row).getByRole('link'));
  expect(await screen.findByRole('heading', { name: 'Portal customers' })).toBeTruthy();
  const panel = await screen.findByRole('complementary', { name: /Wisniewska/ });
  expect(within(panel).getByRole('button', { name: 'Migrate to Atlassian account' })).toBeTruthy();
});

test('rows are done once their group is approved, and say so', async () => {
  const view = await openPlan(async (world) => approveGroup(world, await finishPlan(world)));
  await chooseTab(view, /^Requires attention/);
  await view.user.click(await screen.findByRole('button', { name: /Done/ }));
  await waitFor(() => expect(window.location.search).toBe('?tab=attention&state=done'));
  const links = await screen.findAllByRole('link', { name: 'Group approved' });
  expect(links.length).toBeGreaterThan(0);
});

test('a run without mismatched customers says calmly that nothing requires attention', async () => {
  const view = await openPlan(finishPlan, 'blank');
  expect(await screen.findByText('Nothing requires attention')).toBeTruthy();
  await chooseTab(view, /^Requires attention/);
  expect(await screen.findByText(/^No customer of this run had another account type/)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

test('with the group approved and every duplicate migrated nothing is outstanding (S0)', async () => {
  const view = await openPlan(async (world) => {
    const plan = await finishPlan(world);
    await approveGroup(world, plan);
    await migrateDuplicates(world, plan);
  });
  expect(await screen.findByText('Nothing requires attention')).toBeTruthy();
  expect(screen.getByText(/^All \d+ rows of the report are done\./)).toBeTruthy();
  await chooseTab(view, /^Requires attention/);
  const migrated = await screen.findAllByRole('link', { name: 'Portal-only account migrated' });
  expect(migrated.length).toBeGreaterThan(0);
});

test('Download report saves the zip, and Logs and reports the file itself (S0, step 1)', async () => {
  const caught = catchDownloads();
  const view = await openPlan(finishPlan);
  await view.user.click(await screen.findByRole('button', { name: 'Download report' }));
  await waitFor(() => expect(caught.names).toEqual(['copy-report-Support-moves.zip']));

  await chooseTab(view, /^Logs and reports/);
  await view.user.click(screen.getByRole('button', { name: 'RequiresAttention.csv' }));
  await waitFor(() => expect(caught.names).toContain('RequiresAttention.csv'));
  expect(await caught.blobs.at(-1)?.text()).toContain('Found duplicate accounts on destination');
});

test('a saved report comes back with what has become of its rows', async () => {
  const caught = catchDownloads();
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Logs and reports/);
  await view.user.click(await screen.findByRole('button', { name: 'RequiresAttention.csv' }));
  await waitFor(() => expect(caught.blobs).toHaveLength(1));
  const { items } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  await approveGroup(view.world, items[0]!);

  const file = new File([caught.blobs[0]!], 'RequiresAttention.csv', { type: 'text/csv' });
  await view.user.upload(dropZone(), file);
  expect(
    await screen.findByText(
      /^RequiresAttention\.csv: \d+ open, [1-9]\d* done, 0 not from this copy plan\.$/,
    ),
  ).toBeTruthy();
});

test('a file that is no report is refused in plain words', async () => {
  const view = await openPlan(finishPlan);
  await chooseTab(view, /^Logs and reports/);
  const file = new File(['just,some\nother,file\n'], 'other.csv', { type: 'text/csv' });
  await view.user.upload(dropZone(), file);
  expect(await screen.findByText('This is not a RequiresAttention.csv')).toBeTruthy();
});
