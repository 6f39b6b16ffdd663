import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';

const siteId = 'site_harbor';

/** The help center that somebody sees, by a part of the screen. */
function part(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

async function seeAs(email: string, options?: Parameters<typeof renderConsole>[1]) {
  const view = await renderConsole(pathTo('help-center', { siteId }, { email }), options);
  return view;
}

test('a person is searched and chosen, and another one after that', async () => {
  const { user } = await renderConsole(pathTo('help-center', { siteId }));
  await user.type(await screen.findByRole('searchbox', { name: 'Search people' }), 'empfang@');
  await user.click(await screen.findByRole('link', { name: /empfang@klinik\.example/ }));
  expect(await screen.findByText(/^You see the help center as/)).toBeTruthy();
  expect(within(part('Log-in')).getByRole('heading', { name: 'They are in' })).toBeTruthy();
  expect(part('Portals').textContent).toContain('3 portals open');

  await user.click(screen.getByRole('link', { name: 'Choose somebody else' }));
  await user.type(
    await screen.findByRole('searchbox', { name: 'Search people' }),
    'no such person',
  );
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
});

test('a duplicate sees the requests of one account only, and the cure is named (domain.md 4.2, 4.3)', async () => {
  const email = 'adebayo.akinwale@northmill.example';
  const { user, world } = await seeAs(email);
  expect(
    await screen.findByText(
      'This address has both account types, and only the Atlassian account logs in',
    ),
  ).toBeTruthy();
  const { standing } = await world.get('help-center.view', {
    params: { siteId },
    query: { email },
  });
  const closed = standing.requestsTotal - standing.requestsOpen;
  expect(closed).toBeGreaterThan(0);
  const requests = within(part('Requests'));
  expect(requests.getAllByText(/^Attached to the other account of this address/)).toHaveLength(
    closed,
  );
  await user.selectOptions(requests.getByRole('combobox', { name: 'Show' }), 'That open');
  expect(requests.getAllByRole('listitem')).toHaveLength(standing.requestsOpen);
  expect(screen.getByRole('link', { name: 'Open the portal-only account' })).toBeTruthy();
});

test('a suspended duplicate goes round in the log-in loop, and nothing opens (domain.md 4.2)', async () => {
  await seeAs('oangelov@stepova-mills.example');
  expect(
    await screen.findByRole('heading', { name: 'They go round in a log-in loop' }),
  ).toBeTruthy();
  expect(screen.getByText(/“Migrate to Atlassian account”.*“Restore access”/)).toBeTruthy();
  expect(part('Portals').textContent).toContain('No portal opens');
  expect(part('Requests').textContent).toMatch(/0 of \d+ can be opened/);
});

test('an address that nobody has is said to be nobody', async () => {
  await seeAs('nobody@mail.example');
  expect(await screen.findByRole('heading', { name: 'Nobody here has this address' })).toBeTruthy();
});

test('an agent is refused and told who may look', async () => {
  await seeAs('empfang@klinik.example', { persona: 'agent' });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
});
