import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { IN_ADVANCE, prepare, run, start } from '#test/support/small-migration.ts';
import { SERVER } from '#test/support/small-server.ts';
import { emailOf } from '#test/support/two-sites.ts';
import type { World } from '#test/support/world.ts';
import { breakPath } from './copy-plans/console.ts';

const PLACE = { serverId: SERVER, planId: IN_ADVANCE.id };
const ARRIVAL = pathTo('server-arrival', PLACE);

async function migrated(world: World): Promise<void> {
  prepare(world);
  await run(world, IN_ADVANCE);
}

/** Names in the list; none while it is on its way or has no match. By role this takes too long. */
function names(): string[] {
  const caption = screen.queryByText('People of Quarry desk and what became of them');
  const table = caption?.closest('table');
  if (!table || table.parentElement?.ariaBusy === 'true') return [];
  return [...table.querySelectorAll('tbody th')].map(({ textContent }) => textContent ?? '');
}

const shown = (count: number) => waitFor(() => expect(names()).toHaveLength(count));

test('S4, "How to check if all the customers are migrated to cloud": both counts, and the ways to them', async () => {
  const { world } = await renderConsole(ARRIVAL, { before: migrated });
  const arrival = await world.get('server-arrivals.get', { params: { planId: IN_ADVANCE.id } });
  expect(await screen.findByRole('heading', { name: 'On Quarry desk' })).toBeTruthy();
  expect(screen.getByText('customers that this migration takes').previousSibling?.textContent).toBe(
    '8',
  );
  expect(screen.getByText('portal-only accounts').previousSibling?.textContent).toBe(
    String(arrival.onDestination),
  );
  expect(screen.getByRole('link', { name: 'View details' }).getAttribute('href')).toBe(
    pathTo('server-migration', PLACE),
  );
  expect(screen.getByRole('link', { name: 'Portal customers' }).getAttribute('href')).toBe(
    pathTo('portal-customers', { siteId: 'site_harbor' }),
  );
  expect(screen.getByText('Everybody is accounted for')).toBeTruthy();
});

test('the steps from one count to the other add up to both', async () => {
  const { world } = await renderConsole(ARRIVAL, { before: migrated });
  const { onServer, onDestination } = await world.get('server-arrivals.get', {
    params: { planId: IN_ADVANCE.id },
  });
  const table = await screen.findByRole('table', { name: 'From one count to the other' });
  const rows = within(table).getAllByRole('row').slice(1);
  const figures = rows.map((row) =>
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => Number(textContent?.replaceAll(',', ''))),
  );
  const [server, site] = [0, 1].map((column) =>
    figures.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  expect([server, site]).toEqual([onServer, onDestination]);
  expect(figures.at(-1)).toEqual([onServer, onDestination]);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'Created',
    'Linked',
    'Linked to Atlassian account',
    'Merged',
    'Former customer',
    'Two accounts (licensed user)',
    'Not from Quarry desk',
    'Together',
  ]);
});

test('a tile shows exactly those whom it counts', async () => {
  const { user } = await renderConsole(ARRIVAL, { before: migrated });
  await shown(17);
  await user.click(screen.getByRole('button', { name: /^2 ?Merged$/ }));
  await shown(2);
  await user.click(screen.getByRole('button', { name: /^2 ?Merged$/ }));
  await shown(17);
});

test('search and row narrow the list, and a search without match is cleared', async () => {
  const { user } = await renderConsole(ARRIVAL, { before: migrated });
  await shown(17);
  await user.selectOptions(screen.getByLabelText('On the server'), 'Licensed user');
  await shown(5);
  await user.type(screen.getByRole('searchbox'), 'petra');
  await shown(1);
  await user.type(screen.getByRole('searchbox'), 'x');
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  await shown(17);
});

test('a row opens what became of the person, with the way to both accounts', async () => {
  const { user } = await renderConsole(ARRIVAL, { before: migrated });
  await user.click(await screen.findByRole('button', { name: /^Otto Stone/ }));
  const panel = await screen.findByRole('complementary', { name: 'Otto Stone' });
  expect(within(panel).getByText(/Requests are with the Atlassian account/)).toBeTruthy();
  const link = (name: string) => within(panel).getByRole('link', { name }).getAttribute('href');
  expect(link('Portal-only account')).toMatch(/^\/s\/site_harbor\/portal-customers\/qm/);
  expect(link('Atlassian account')).toMatch(/^\/s\/site_harbor\/users\//);
  expect(link('In advance')).toBe(pathTo('server-migration', PLACE));
  await user.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('complementary', { name: 'Otto Stone' })).toBeNull(),
  );
});

test('whoever is missing is counted in the answer, by what became of them', async () => {
  await renderConsole(ARRIVAL, {
    before: async (world) => {
      await migrated(world);
      const customer = world.read((tx) =>
        tx.queries.portalCustomerByEmail('site_harbor', emailOf('ines'))!,
      );
      const params = { siteId: 'site_harbor', customerId: customer.id };
      await world.get('portal-customers.delete', { params, ifMatch: customer.version });
    },
  });
  expect(await screen.findByText('1 customer of 8 is not on harbor')).toBeTruthy();
  expect(screen.getByText(/By what became of them: 1 gone since\./)).toBeTruthy();
});

test('View details shows the customer count and leads here; while it runs this says so', async () => {
  const { user } = await renderConsole(pathTo('server-migration', PLACE), {
    before: async (world) => {
      prepare(world);
      await start(world, IN_ADVANCE);
    },
  });
  expect(await screen.findByText('8 customers of Quarry desk')).toBeTruthy();
  // Its table lists five customers: the others have no account of their own.
  const words = /takes: 5 as customers, 2 merged into other accounts, and 1 made former by a fix/;
  expect(screen.getByText(words)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Did everybody arrive?' }));
  expect(
    await screen.findByRole('heading', { level: 1, name: 'Did everybody arrive?' }),
  ).toBeTruthy();
  expect(await screen.findByText('The migration is still running')).toBeTruthy();
});

test('a fault of the backend offers another try', async () => {
  let repair: (() => void) | undefined;
  const { user } = await renderConsole(ARRIVAL, {
    before: async (world) => {
      await migrated(world);
      repair = breakPath(world, '/arrival').repair;
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' }, { timeout: 4000 });
  repair?.();
  await user.click(again);
  expect(await screen.findByText('Everybody is accounted for')).toBeTruthy();
});

test('an agent is told who may look', async () => {
  await renderConsole(ARRIVAL, {
    before: async (world) => {
      await migrated(world);
      await world.get('workspace.set-persona', { body: { persona: 'agent' } });
    },
  });
  expect(await screen.findByText(/organization admin/i, { selector: 'main *' })).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});
