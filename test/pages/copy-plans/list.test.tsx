import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import { createPlan, finishPlan, findRow, LIST, startPlan } from './console.ts';

test('an organization without copy plans is told what a copy plan is for', async () => {
  const { user } = await renderConsole(LIST);
  expect(await screen.findByRole('heading', { name: 'No copy plans yet' })).toBeTruthy();

  await user.click(screen.getByRole('link', { name: 'Create copy plan' }));
  expect(await screen.findByRole('heading', { name: 'Create copy plan' })).toBeTruthy();
});

test('a saved plan shows its route, its scope and that it has not run', async () => {
  await renderConsole(LIST, { before: createPlan });
  const row = await findRow('Copy plans', /Support moves/);
  expect(within(row).getByText('Saved')).toBeTruthy();
  expect(row.textContent).toContain('harbor-support');
  expect(row.textContent).toContain('All customers');
  expect(row.textContent).toContain('All users and groups');
  expect(row.textContent).toContain('Not run yet');
});

test('a running plan shows how far it is and becomes finished by itself', async () => {
  const view = await renderConsole(LIST, {
    before: async (world) => startPlan(world, await createPlan(world)),
  });
  const row = await findRow('Copy plans', /Support moves/);
  expect(within(row).getByText('Running')).toBeTruthy();
  expect(within(row).getByRole('progressbar', { name: 'Progress of Support moves' })).toBeTruthy();

  view.passMinutes(30);
  expect(await within(row).findByText('Finished')).toBeTruthy();
  expect(row.textContent).toMatch(/\d+ open of \d+/);
});

test('a plan is deleted after a confirmation, and the focus goes on', async () => {
  const { user, world } = await renderConsole(LIST, { before: createPlan });
  await user.click(await screen.findByRole('button', { name: 'More actions for Support moves' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this copy plan?' });
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));

  expect(await screen.findByRole('heading', { name: 'No copy plans yet' })).toBeTruthy();
  const { total } = await world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  expect(total).toBe(0);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('a plan that has run offers neither Edit nor Delete and says why', async () => {
  const { user } = await renderConsole(LIST, { before: finishPlan });
  await user.click(await screen.findByRole('button', { name: 'More actions for Support moves' }));
  const edit = await screen.findByRole('menuitem', { name: /^Edit/ });
  expect(edit.getAttribute('aria-disabled')).toBe('true');
  expect(edit.textContent).toContain('The plan has run');
});

test('search and status narrow the list, stand in the address and can be cleared', async () => {
  const { user } = await renderConsole(`${LIST}?state=saved`, {
    before: async (world) => {
      await createPlan(world, { name: 'First try' });
      await createPlan(world, { name: 'Second try' });
    },
  });
  await findRow('Copy plans', /First try/);
  await user.type(screen.getByRole('searchbox', { name: 'Search copy plans' }), 'nothing like it');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  expect(window.location.search).toContain('search=nothing+like+it');

  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  await findRow('Copy plans', /Second try/);
  expect(window.location.search).toBe('');
});

test('an agent is refused and told who may copy', async () => {
  await renderConsole(LIST, { persona: 'agent', before: async () => undefined });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
  const create = await screen.findByRole('button', { name: 'Create copy plan' });
  expect(create.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Only organization admins can do this')).toBeTruthy();
});
