/* Check for Conflicts on the screen of a saved plan (S2, last paragraph; domain.md 6.3). */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { breakPath, CONFLICTING_PROJECT, createPlan, findRow, openPlan } from './console.ts';

const CONFLICT = 'Some customer organizations already exist on the destination';
const CONFLICTS = 'Customer organizations in conflict';

function openConflict() {
  return openPlan((world) => createPlan(world, { projectIds: [CONFLICTING_PROJECT] }));
}

async function openRemedy(user: Awaited<ReturnType<typeof openConflict>>['user'], name: string) {
  const row = await findRow(CONFLICTS, /Northmill Freight/);
  await user.click(within(row).getByRole('button', { name: /More actions for Northmill Freight/ }));
  await user.click(await screen.findByRole('menuitem', { name }));
}

test('a conflict blocks the run until it is renamed on the source, from here', async () => {
  const { user } = await openConflict();
  expect(await screen.findByText(CONFLICT)).toBeTruthy();
  expect(screen.getByText('Resolve the conflicts first')).toBeTruthy();
  await openRemedy(user, 'Rename on the source');
  const dialog = await screen.findByRole('dialog', { name: 'Rename “Northmill Freight”' });
  const field = within(dialog).getByRole('textbox', { name: /New name/ });

  await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
  expect(await within(dialog).findByText('Enter another name')).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Hamada Parts');
  await user.click(within(dialog).getByRole('button', { name: 'Rename' }));
  expect(
    await within(dialog).findByText('Another customer organization has this name'),
  ).toBeTruthy();
  await user.clear(field);
  await user.type(field, 'Northmill Facilities');
  await user.click(within(dialog).getByRole('button', { name: 'Rename' }));

  expect(await screen.findByText('No customer organization conflicts')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByText('Resolve the conflicts first')).toBeNull();
});

test('removing says what goes with it, and then nothing blocks the run', async () => {
  const { user, world } = await openConflict();
  await screen.findByText(CONFLICT);
  const shared = world.read((tx) =>
    tx.requests.count({
      customerOrganizationId: 'customer-organization_harbor-support-northmill',
    }),
  );
  await openRemedy(user, 'Remove from the source');
  const dialog = await screen.findByRole('alertdialog', {
    name: 'Remove “Northmill Freight” from harbor-support?',
  });
  expect(dialog.textContent).toContain(`${shared} requests shared with it`);
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  expect(await screen.findByText('No customer organization conflicts')).toBeTruthy();
  expect(screen.queryByText(CONFLICT)).toBeNull();
});

test('a warning opens its rows, newer data is noticed on checking again, and the new forecast ends it', async () => {
  const { user, world } = await openPlan(createPlan);
  const list = await screen.findByRole('list', { name: 'Checks' });
  await user.click((await within(list).findAllByRole('button', { name: /^Show \d+ rows?$/ }))[0]!);
  expect(await screen.findByRole('table', { name: 'People who would join a group' })).toBeTruthy();

  world.store.write((tx) => {
    const customer = tx.portalCustomers.first({ siteId: 'site_harbor-support', state: 'active' })!;
    tx.portalCustomers.put({ ...customer, state: 'deleted' });
  });
  await user.click(screen.getByRole('button', { name: 'Check again' }));
  expect(await screen.findByText('The forecast is out of date')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Load the new forecast' }));
  expect(await screen.findByText('The forecast is up to date')).toBeTruthy();
});

test('checks that fail are said, running waits for them, and trying again shows them', async () => {
  let repair: (() => void) | undefined;
  const { user } = await openPlan(async (world) => {
    await createPlan(world);
    repair = breakPath(world, '/checks').repair;
  });
  expect(await screen.findByText('Something went wrong in the simulated backend')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
  repair?.();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('list', { name: 'Checks' })).toBeTruthy();
});

test('the licence check says apart what the run takes and what the approvals afterwards take', async () => {
  await openPlan(createPlan);
  expect(
    await screen.findByText(
      'The run itself takes no licence. Approving the imported groups afterwards takes 4 licences. A paid plan bills them.',
    ),
  ).toBeTruthy();
});
