/* The Migrations dashboard of a server (domain.md 7.3). */
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { breakPath, findRow } from '#test/pages/copy-plans/console.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { SERVER, SERVER_PROJECT } from '#test/support/small-server.ts';
import { DASHBOARD, serverWith } from './console.ts';

const ENDED = { state: 'finished', startedAt: 1, finishedAt: 2 } as const;

async function openMenu({ user }: RenderedConsole, name = 'Night shift') {
  await user.click(await screen.findByRole('button', { name: `More actions for ${name}` }));
}

async function choose(view: RenderedConsole, item: RegExp, name?: string) {
  await openMenu(view, name);
  await view.user.click(await screen.findByRole('menuitem', { name: item }));
}

test('a server without migrations leads to the assistant', async () => {
  await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith() });
  expect(await screen.findByRole('heading', { name: 'No migrations yet' })).toBeTruthy();
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'Migration assistant' }).getAttribute('href')).toBe(
    `/servers/${SERVER}`,
  );
});

test('every status has its documented word, and the legend says what it means (domain.md 7.3)', async () => {
  await renderConsole(DASHBOARD, {
    scenario: 'blank',
    before: serverWith(
      { id: 'plan_1', name: 'One' },
      { id: 'plan_3', name: 'Three', ...ENDED },
      { id: 'plan_4', name: 'Four', ...ENDED, state: 'stopped' },
      { id: 'plan_5', name: 'Five', ...ENDED, state: 'incomplete' },
    ),
  });
  for (const [name, word] of [
    ['One', 'SAVED'],
    ['Three', 'FINISHED'],
    ['Four', 'STOPPED'],
    ['Five', 'FAILED'],
  ] as const) {
    expect(within(await findRow('Migrations', new RegExp(name))).getByText(word)).toBeTruthy();
  }
  const legend = screen
    .getByRole('heading', { name: 'What the statuses mean' })
    .closest('section')!;
  const words = within(legend)
    .getAllByRole('term')
    .map(({ textContent }) => textContent);
  expect(words).toEqual(['SAVED', 'RUNNING', 'FINISHED', 'STOPPED', 'INCOMPLETE', 'FAILED']);
});

test('a row says what it includes, in the words of S4 ("Customer migration options")', async () => {
  const choices = {
    flow: 'with-data',
    customers: 'related',
    projectIds: [SERVER_PROJECT],
  } as const;
  await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith(choices) });
  const row = await findRow('Migrations', /Night shift/);
  expect(row.textContent).toContain('Migrate your data');
  expect(row.textContent).toContain('Only customers related to the selected projects');
  expect(row.textContent).toContain('1 service project');
  expect(row.textContent).toContain('harbor');
});

test('Copy makes a saved migration with the same choices (domain.md 7.3)', async () => {
  const view = await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith(ENDED) });
  await choose(view, /^Copy/);
  const row = await findRow('Migrations', /Night shift \(copy\)/);
  expect(within(row).getByText('SAVED')).toBeTruthy();
  expect(await screen.findByText('“Night shift” copied')).toBeTruthy();
});

test('Archive puts a migration apart, Restore brings it back, and the focus goes on', async () => {
  const view = await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith(ENDED) });
  await choose(view, /^Archive/);
  expect(await screen.findByText('“Night shift” archived')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'No migrations yet' })).toBeTruthy();
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 })),
  );
  await view.user.click(screen.getByRole('tab', { name: /Archived/ }));
  await findRow('Archived migrations', /Night shift/);
  await choose(view, /^Restore/);
  expect(await screen.findByRole('heading', { name: 'Nothing is archived' })).toBeTruthy();
  await view.user.click(screen.getByRole('tab', { name: /Migrations/ }));
  await findRow('Migrations', /Night shift/);
});

test('a saved migration is run and changed elsewhere, and deleted here after a confirmation', async () => {
  const view = await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith({}) });
  await openMenu(view);
  const run = await screen.findByRole('menuitem', { name: /^Run/ });
  expect(run.getAttribute('href')).toBe(`${DASHBOARD}/plan_night`);
  const edit = screen.getByRole('menuitem', { name: /^Edit/ });
  expect(edit.getAttribute('href')).toContain(`${DASHBOARD}/new?plan=plan_night`);
  const archive = screen.getByRole('menuitem', { name: /^Archive/ });
  expect(archive.textContent).toContain('It has not run: delete it instead');
  await view.user.click(screen.getByRole('menuitem', { name: /^Delete/ }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete this migration?' });
  await view.user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('heading', { name: 'No migrations yet' })).toBeTruthy();
});

test('a migration that has run offers neither Run nor Edit nor Delete, and says why', async () => {
  const view = await renderConsole(DASHBOARD, { scenario: 'blank', before: serverWith(ENDED) });
  await openMenu(view);
  for (const name of [/^Run/, /^Edit/, /^Delete/]) {
    const item = await screen.findByRole('menuitem', { name });
    expect(item.getAttribute('aria-disabled')).toBe('true');
    expect(item.textContent).toContain('The migration has run');
  }
});

test('search and status narrow the list and can be cleared', async () => {
  const { user } = await renderConsole(`${DASHBOARD}?status=saved`, {
    scenario: 'blank',
    before: serverWith({}, { id: 'plan_b', name: 'Ended one', ...ENDED }),
  });
  await findRow('Migrations', /Night shift/);
  expect(screen.queryByRole('row', { name: /Ended one/ })).toBeNull();
  await user.type(screen.getByRole('searchbox', { name: 'Search migrations' }), 'nothing like it');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
  await findRow('Migrations', /Ended one/);
});

test('a site admin sees the dashboard, and is told who may copy or look into a migration', async () => {
  const view = await renderConsole(DASHBOARD, {
    scenario: 'blank',
    persona: 'site-admin',
    before: serverWith(ENDED),
  });
  const details = await screen.findByRole('button', { name: 'View details of Night shift' });
  expect(details.getAttribute('aria-disabled')).toBe('true');
  await openMenu(view);
  const copy = await screen.findByRole('menuitem', { name: /^Copy/ });
  expect(copy.textContent).toContain('Only organization admins can do this');
});

test('an agent is refused, and a fault offers another try', async () => {
  await renderConsole(DASHBOARD, { scenario: 'blank', persona: 'agent', before: serverWith({}) });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
});

test('a dashboard that fails offers another try', async () => {
  let repair: (() => void) | undefined;
  const { user } = await renderConsole(DASHBOARD, {
    scenario: 'blank',
    before: async (world) => {
      await serverWith({})(world);
      repair = breakPath(world, '/migrations').repair;
    },
  });
  const again = await screen.findByRole('button', { name: 'Try again' });
  repair?.();
  await user.click(again);
  await findRow('Migrations', /Night shift/);
});
