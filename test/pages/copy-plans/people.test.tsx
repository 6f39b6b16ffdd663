/* Why a person is in a copy plan (S2, "Copy customers"), and what a further run leaves out. */
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';
import { breakPath, createPlan, findRow, finishPlan, LIST, openPlan } from './console.ts';

const HR = { customers: 'related', users: 'related', projectIds: ['project_hs-hr'] } as const;
const FORECAST = 'Customers and what the run would do';
const DEWI = /dewi\.hartanto2@harbor-crew/;

function createRelated(world: World) {
  return createPlan(world, { ...HR, projectIds: [...HR.projectIds] });
}

/** As `openPlan`, where there is another one. */
async function openSecond(before: (world: World) => Promise<unknown>) {
  const view = await renderConsole(LIST, { before });
  await view.user.click(await screen.findByRole('link', { name: /^View details.*Second wave/ }));
  return view;
}

/** The panel of the open row. */
function findPanel(name: RegExp | string): Promise<HTMLElement> {
  return screen.findByRole('complementary', { name });
}

async function openRow(
  user: { click(element: Element): Promise<void> },
  table: string,
  row: RegExp,
) {
  const found = await findRow(table, row);
  await user.click(within(found).getByRole('button', { expanded: false }));
}

test('a row of the forecast opens a panel that tells every reason, and stands in the address', async () => {
  const { user } = await openPlan(createRelated);
  await openRow(user, FORECAST, DEWI);
  const panel = await findPanel('Dewi Hartanto');
  expect(
    await within(panel).findByRole('heading', { name: 'Why is this person included?' }),
  ).toBeTruthy();
  const reasons = within(panel).getAllByRole('listitem');
  expect(reasons.map(({ textContent }) => textContent)).toEqual([
    'Takes part in the request HSHR-72 in HR.',
    'Is a member of the customer organization Harbor Crew Services, which is linked to HR.',
    'Is named in the standard field “Watchers” of the request HSHR-34 in HR.',
    'Is named in the custom field “Approvers” of 2 requests in HR, for example HSHR-43.',
    'Is named in content that users made (“Mention”) in the request HSHR-16 in HR.',
  ]);
  expect(new URLSearchParams(window.location.search).get('person')).toMatch(/^qm:/);
  expect(within(panel).queryByRole('heading', { name: 'Copied before' })).toBeNull();
});

test('Esc closes the panel and the focus is back at the row', async () => {
  const { user } = await openPlan(createRelated);
  await openRow(user, FORECAST, DEWI);
  await findPanel('Dewi Hartanto');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('complementary', { name: 'Dewi Hartanto' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('Dewi Hartanto');
});

test('with all customers that choice is the first reason', async () => {
  const { user } = await openPlan(createPlan);
  await user.type(await screen.findByRole('searchbox', { name: 'Search customers' }), 'dewi.h');
  await openRow(user, FORECAST, DEWI);
  const panel = await findPanel('Dewi Hartanto');
  await within(panel).findByRole('heading', { name: 'Why is this person included?' });
  const [first] = within(panel).getAllByRole('listitem');
  expect(first?.textContent).toBe('The plan copies all customers.');
});

test('a fault in the panel is said there, and trying again shows the reasons', async () => {
  let fault: { repair(): void } | undefined;
  const { user } = await openPlan(async (world) => {
    await createRelated(world);
    fault = breakPath(world, '/people/');
  });
  await openRow(user, FORECAST, DEWI);
  const panel = await findPanel('Dewi Hartanto');
  const again = await within(panel).findByRole('button', { name: 'Try again' });
  fault?.repair();
  await user.click(again);
  expect(await within(panel).findByText('Takes part in the request HSHR-72 in HR.')).toBeTruthy();
});

test('a shared address of somebody who is not in the plan any more says so', async () => {
  const { world } = await openPlan(createRelated);
  await screen.findByRole('table', { name: FORECAST });
  const planId = window.location.pathname.split('/').at(-1) ?? '';
  const query = { limit: 200 };
  const { items } = await world.get('copy-plans.forecast', { params: { planId }, query });
  const inPlan = new Set(items.map(({ holderId }) => holderId));
  const stranger = world
    .read((tx) => tx.portalCustomers.where({ siteId: 'site_harbor-support', state: 'active' }))
    .find(({ id }) => !inPlan.has(id))!;
  act(() => {
    window.history.pushState(null, '', `?person=${encodeURIComponent(stranger.id)}`);
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
  });
  expect(
    await screen.findByText('Nothing on harbor-support includes the person any more.'),
  ).toBeTruthy();
});

test('S2: before a further run a section counts what earlier runs copied, by run, with a way to it', async () => {
  await openSecond(async (world) => {
    await finishPlan(world, { ...HR, projectIds: [...HR.projectIds], name: 'First wave' });
    await createPlan(world, { name: 'Second wave' });
  });
  expect(await screen.findByRole('heading', { name: 'Left out: copied before' })).toBeTruthy();
  const row = await findRow('Earlier runs and what they copied', /First wave/);
  expect(within(row).getByRole('link', { name: 'First wave' })).toBeTruthy();
  expect(row.textContent).toMatch(/UTC\d+180$/);
  expect(
    screen.getByText(
      /^Earlier runs from harbor-support to harbor copied \d+ customers, 1 customer organization, and 80 requests of this plan\. Only what is new since then, or gone from harbor, is copied\.$/,
    ),
  ).toBeTruthy();
});

test('S2: View details says what was left out, and the panel by which run and when', async () => {
  const { user } = await openSecond(async (world) => {
    await finishPlan(world, { ...HR, projectIds: [...HR.projectIds], name: 'First wave' });
    await finishPlan(world, { name: 'Second wave' });
  });
  expect(await screen.findByRole('heading', { name: 'Left out: copied before' })).toBeTruthy();
  expect(await findRow('Earlier runs and what they copied', /First wave/)).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Customers' }));
  await user.type(await screen.findByRole('searchbox', { name: 'Search customers' }), 'dewi.h');
  await openRow(user, 'Customers and what the run did', DEWI);
  const panel = await findPanel('Dewi Hartanto');
  await within(panel).findByRole('heading', { name: 'Copied before' });
  expect(within(panel).getByRole('link', { name: 'First wave' })).toBeTruthy();
  expect(panel.textContent).toMatch(/copied the person \(Mar 2, 2026, \d+:\d\d [AP]M UTC\)/);
  expect(panel.textContent).toContain('So this plan leaves the person out');
  expect(panel.textContent).toMatch(/Left out as well, because an earlier run copied them: /);
});

test('a first plan has no such section', async () => {
  await openPlan(createRelated);
  await screen.findByRole('table', { name: FORECAST });
  expect(screen.queryByRole('heading', { name: 'Left out: copied before' })).toBeNull();
});
