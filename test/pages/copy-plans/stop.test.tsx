/* Stopping a run, and what View details say of one that ended early (domain.md 7.3). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { World } from '#test/support/world.ts';
import { createPlan, LIST, openPlan, startPlan } from './console.ts';
import { renderConsole } from '#test/support/render-console.tsx';

const PHASES = 'Phases of the run';

/** A run of which some customers are done, and no service project. */
async function underWay(world: World): Promise<string> {
  const plan = await createPlan(world);
  await startPlan(world, plan);
  world.clock.wallNow += 2_000;
  await world.get('workspace.set-clock', { body: { action: 'set-speed', speed: 0 } });
  return plan.id;
}

async function stopped(world: World): Promise<void> {
  const planId = await underWay(world);
  await world.get('copy-plans.stop', { params: { planId } });
}

test('Stop asks with what is done and left, and View details then count the same', async () => {
  const { user, world } = await openPlan(underWay);
  const phases = await screen.findByRole('list', { name: PHASES });
  const [, done, total] = /(\d+) of (\d+)/.exec(phases.textContent ?? '')!.map(Number);
  expect(done).toBeGreaterThan(10);
  expect(within(phases).getAllByText('Under way')).toHaveLength(1);

  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Stop “Support moves”?' });
  const figures = within(dialog)
    .getAllByRole('listitem')
    .map((item) => item.textContent);
  const left = total! - done! - 1;
  expect(figures).toEqual([
    `${done}of the customers are done`,
    '0of the service projects are done',
    '1customer is under way and is finished first',
    `${left}customers will not be copied`,
    '2service projects will not be copied',
  ]);
  await user.click(within(dialog).getByRole('button', { name: 'Stop the run' }));

  expect(await screen.findByText('Stopped', { selector: 'h1 ~ *' })).toBeTruthy();
  const missing = `Missing: ${left} customers and 2 service projects.`;
  expect((await screen.findAllByText(missing, { exact: false })).length).toBeGreaterThan(0);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull());
  expect(
    within(screen.getByRole('list', { name: PHASES })).getAllByText('Not finished'),
  ).toHaveLength(2);
  const pending = world.read((tx) => tx.copyOutcomes.count({ state: 'pending' }));
  expect(pending).toBe(left);
  const tile = await screen.findByRole('button', { name: /Not copied/ });
  expect(tile.textContent).toContain(String(left));
});

test('the rest of a stopped run is offered as another copy plan with the same route and scope', async () => {
  const { user } = await openPlan(stopped);
  await user.click(await screen.findByRole('link', { name: 'Create a copy plan for the rest' }));
  expect(await screen.findByRole('heading', { name: 'Create copy plan' })).toBeTruthy();
  const address = new URLSearchParams(window.location.search);
  expect(Object.fromEntries(address)).toMatchObject({
    source: 'site_harbor-support',
    destination: 'site_harbor',
    customers: 'all',
    users: 'all',
    groups: 'kept',
    projects: 'project_hs-it,project_hs-hr',
    name: 'Support moves: the rest',
    step: 'data',
  });
});

test('the list stops a running plan, and shows and filters stopped ones', async () => {
  const { user } = await renderConsole(LIST, { before: underWay });
  await user.click(await screen.findByRole('button', { name: /actions.*Support moves/i }));
  await user.click(await screen.findByRole('menuitem', { name: 'Stop' }));
  await user.click(await screen.findByRole('button', { name: 'Stop the run' }));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Status' }), 'stopped');
  const row = await screen.findByRole('row', { name: /Support moves/ });
  await waitFor(() =>
    expect(row.textContent).toMatch(/StoppedMissing: \d+ customers and 2 service projects/),
  );
});
