/* The organization picker's servers, a server's shell, and its Migration assistant. */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { breakPath } from '#test/pages/copy-plans/console.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { SERVER } from '#test/support/small-server.ts';
import { emptyServer, HOME, serverWith } from './console.ts';

const card = (name: string) => screen.findByRole('listitem', { name });

test('from the picker to a server, whose breadcrumbs say where the real product has it (domain.md 7.1)', async () => {
  const { user } = await renderConsole('/', { scenario: 'blank', before: serverWith() });
  const entry = await screen.findByRole('article', { name: 'Quarry desk' });
  expect(entry.textContent).toContain('Jira Data Center, 2 service projects');
  await user.click(within(entry).getByRole('link', { name: 'Quarry desk' }));

  await screen.findByRole('heading', { level: 1, name: 'Migration assistant' });
  const crumbs = within(screen.getByRole('navigation', { name: 'Breadcrumbs' }));
  await crumbs.findByText('Quarry desk');
  expect(crumbs.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Quarry desk',
    'Administration',
    'System',
    'Migrate to cloud',
  ]);
});

test('the navigation of a server leads to each of its screens', async () => {
  await renderConsole(HOME, { scenario: 'blank', before: serverWith() });
  const side = await screen.findByRole('navigation', { name: 'Migrate to cloud' });
  const links = within(side)
    .getAllByRole('link')
    .map((link) => link.getAttribute('href'));
  expect(links).toEqual([
    '/',
    HOME,
    `${HOME}/migrations`,
    `${HOME}/assess`,
    `${HOME}/users`,
    `${HOME}/load-exports`,
  ]);
  const bar = within(screen.getByRole('region', { name: 'Jira server' }));
  expect(await bar.findByText('Quarry desk')).toBeTruthy();
  expect(bar.getByText('Jira Data Center administration')).toBeTruthy();
});

test('the cards migrate users in advance or with the data (S4, "Customer migration options")', async () => {
  await renderConsole(HOME, { scenario: 'blank', before: serverWith() });
  const assess = await card('Assess and prepare your users');
  expect(await within(assess).findByText('Not assessed yet')).toBeTruthy();
  expect(within(assess).getByRole('link', { name: 'Begin assessing' })).toBeTruthy();
  const advance = await card('Migrate your users in advance');
  expect(
    within(advance).getByRole('link', { name: 'Migrate users' }).getAttribute('href'),
  ).toContain('/migrations/new?flow=in-advance');
  const data = await card('Migrate your data');
  expect(within(data).getByRole('link', { name: 'Migrate data' }).getAttribute('href')).toContain(
    '/migrations/new?flow=with-data',
  );
  expect(screen.queryByText('Assess your apps')).toBeNull();
});

test('each card says how it stands: what was found, and the latest migration of its kind', async () => {
  await renderConsole(HOME, {
    scenario: 'blank',
    before: async (world) => {
      await serverWith(
        { name: 'Earlier', createdAt: 1 },
        { id: 'plan_b', name: 'People first', createdAt: 2, state: 'finished', finishedAt: 3 },
        { id: 'plan_c', name: 'Put away', createdAt: 4, state: 'finished', archivedAt: 5 },
      )(world);
      await world.get('server-assessment.begin', { params: { serverId: SERVER } });
    },
  });
  const assess = await card('Assess and prepare your users');
  await within(assess).findByText('2 invalid, 2 duplicated addresses');
  expect(assess.textContent).toContain('6 users would block a migration');
  const advance = await card('Migrate your users in advance');
  expect(await within(advance).findByRole('link', { name: 'People first' })).toBeTruthy();
  expect(within(advance).getByText('FINISHED')).toBeTruthy();
  expect((await card('Migrate your data')).textContent).toContain('No migration yet');
});

test('where nothing is loaded every card leads to Load exports', async () => {
  await renderConsole(HOME, { scenario: 'blank', before: emptyServer });
  expect(await screen.findByText('Nobody is on this server yet')).toBeTruthy();
  const links = screen.getAllByRole('link', { name: /^Load exports first/ });
  expect(links).toHaveLength(3);
  const main = within(screen.getByRole('main'));
  for (const link of main.getAllByRole('link', { name: /^Load exports/ })) {
    expect(link.getAttribute('href')).toBe(`/servers/${SERVER}/load-exports`);
  }
});

test('an agent sees no server in the picker and is told who administers servers', async () => {
  await renderConsole('/', { scenario: 'blank', persona: 'agent', before: serverWith() });
  await screen.findByRole('article', { name: 'Harbor Logistics' });
  expect(screen.queryByRole('heading', { name: 'Jira servers' })).toBeNull();
});

test('an agent at a server is refused', async () => {
  await renderConsole(HOME, { scenario: 'blank', persona: 'agent', before: serverWith() });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
});

test('a site admin administers servers, but may not migrate to a site where only organization admins copy', async () => {
  await renderConsole(HOME, { scenario: 'blank', persona: 'site-admin', before: serverWith() });
  const begin = await screen.findByRole('button', { name: 'Migrate users' });
  expect(begin.getAttribute('aria-disabled')).toBe('true');
  expect(
    screen.getAllByText('You administer no site that people could be migrated to'),
  ).toHaveLength(2);
});

test('a server that is not there, and one that fails, are explained', async () => {
  await renderConsole('/servers/server_none', { scenario: 'blank' });
  expect(await screen.findByText(/find that/)).toBeTruthy();
});

test('a fault offers another try', async () => {
  let repair: (() => void) | undefined;
  const { user } = await renderConsole(HOME, {
    scenario: 'blank',
    before: async (world) => {
      await serverWith()(world);
      repair = breakPath(world, `/servers/${SERVER}`).repair;
    },
  });
  const again = (await screen.findAllByRole('button', { name: 'Try again' }))[0]!;
  repair?.();
  await user.click(again);
  expect(await screen.findByRole('heading', { name: 'On this server' })).toBeTruthy();
});
