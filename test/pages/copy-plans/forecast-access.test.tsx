import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  breakPath,
  CONFLICTING_PROJECT,
  createPlan,
  finishPlan,
  findRow,
  openPlan,
} from './console.ts';

const LOSSES = 'Who would lose access';

function planId(): string {
  return window.location.pathname.split('/').at(-1) ?? '';
}

test('the verdict says that customers lose access, and leads to who (S0)', async () => {
  const { user, world } = await openPlan(createPlan);
  expect(
    await screen.findByText('The plan can run, but customers would lose access to requests'),
  ).toBeTruthy();
  const params = { planId: planId() };
  const { losing } = await world.get('copy-plans.forecast', { params });
  const why = within(screen.getByRole('list', { name: 'Why' }));
  expect(why.getByText(`${losing.people} customers lose sight of requests.`)).toBeTruthy();
  await user.click(why.getByRole('button', { name: 'See who, and why' }));
  expect(document.activeElement).toBe(screen.getByRole('region', { name: LOSSES }));
});

test('what waits for review leads to the groups', async () => {
  const { user } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: 'See the groups' }));
  const row = await findRow('Groups and what the run would do', /carrier-partners/);
  expect(row.textContent).toContain('Created, waits for review');
});

test('a conflict is the verdict before everything else (S2)', async () => {
  const { user } = await openPlan((world) =>
    createPlan(world, { projectIds: [CONFLICTING_PROJECT] }),
  );
  expect(await screen.findByText('The plan cannot run yet')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: /^Customer organizations/ }));
  const row = await findRow(
    'Customer organizations and what the run would do',
    /Northmill Freight/,
  );
  expect(row.textContent).toContain('Conflict');
});

test('who would lose access is listed with why, searched, and opened for the requests (S0)', async () => {
  const { user, world } = await openPlan(createPlan);
  const row = await findRow(LOSSES, /Agnieszka Wiśniewska/);
  expect(row.textContent).toContain('The portal-only account keeps them');
  await user.click(within(row).getByRole('button'));
  const list = within(await screen.findByRole('list', { name: 'Requests lost' }));
  const params = { planId: planId() };
  const { items } = await world.get('copy-plans.losses', { params });
  const position = items.find(({ name }) => name === 'Agnieszka Wiśniewska')!.position;
  const lost = await world.get('copy-plans.lost-requests', { params: { ...params, position } });
  expect(list.getAllByRole('listitem').length).toBe(Math.min(10, lost.total));
  expect(list.getAllByText(lost.items[0]!.key)).toBeTruthy();
  expect(screen.getByText(/^Migrate the portal-only account on harbor/)).toBeTruthy();
  expect(window.location.search).toContain(`losing=${position}`);

  await user.type(screen.getByRole('searchbox', { name: 'Search who would lose access' }), 'zzz');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();
  expect(window.location.search).toContain('losing-search=zzz');
});

test('everybody who loses access comes as CSV', async () => {
  const { user } = await openPlan(createPlan);
  const name = 'Download CSV: Who would lose access';
  await user.click(await screen.findByRole('button', { name }));
  await waitFor(() => {
    expect(screen.getByRole('button', { name }).getAttribute('aria-busy')).not.toBe('true');
  });
  expect(screen.queryByText('Something went wrong in the simulated backend')).toBeNull();
});

test('a plan that takes nothing away says so', async () => {
  await openPlan(
    (world) =>
      world.get('copy-plans.create', {
        body: {
          name: 'Empty',
          sourceSiteId: 'site_harbor-support',
          destinationSiteId: 'site_harbor',
          customers: 'all',
          users: 'all',
          preserveGroupMembership: true,
          projectIds: [],
        },
        key: 'empty',
      }),
    'blank',
  );
  expect(await screen.findByRole('heading', { name: 'Nobody loses access' })).toBeTruthy();
});

test('losses that cannot be read are said, and trying again shows them', async () => {
  let repair: (() => void) | undefined;
  const { user } = await openPlan(async (world) => {
    await createPlan(world);
    repair = breakPath(world, '/losses').repair;
  });
  const section = within(await screen.findByRole('region', { name: LOSSES }));
  expect(await section.findByText('Something went wrong in the simulated backend')).toBeTruthy();
  repair?.();
  await user.click(section.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table', { name: LOSSES })).toBeTruthy();
});

test('groups that are joined, left behind and made, each with its access (domain.md 5.1)', async () => {
  const { user } = await openPlan(createPlan);
  await user.click(await screen.findByRole('tab', { name: /^Groups/ }));
  const table = 'Groups and what the run would do';
  expect((await findRow(table, /dock-managers/)).textContent).toMatch(/Joined.*Gives at once/);
  expect((await findRow(table, /site-admins/)).textContent).toContain('Left behind');
  expect((await findRow(table, /imported-customers-harbor-support-1/)).textContent).toContain(
    'Asks for: Customer',
  );
});

test('copied separately, users join no group (domain.md 6.2)', async () => {
  const { user } = await openPlan((world) => createPlan(world, { preserveGroupMembership: false }));
  await user.click(await screen.findByRole('tab', { name: /^Groups/ }));
  const table = 'Groups and what the run would do';
  expect((await findRow(table, /dock-managers/)).textContent).toMatch(/Unchanged.*0$/);
});

test('service projects say under which name they arrive, and with how many requests (domain.md 6.1)', async () => {
  const { user } = await openPlan(createPlan);
  await user.click(await screen.findByRole('tab', { name: /^Service projects/ }));
  const row = await findRow('Service projects and what the run would do', /IT Help \(HSIT\)/);
  expect(row.textContent).toMatch(/Created.*\d+$/);
});

test('the licence effect stands in the forecast (domain.md 6.6)', async () => {
  const { world } = await openPlan(createPlan);
  const heading = await screen.findByRole('heading', { name: 'Licences on harbor' });
  const { licences } = await world.get('copy-plans.forecast', { params: { planId: planId() } });
  const card = heading.closest('section')!;
  expect(card.textContent).toContain(`In use now${licences.used}`);
  expect(card.textContent).toContain(`After approvals${licences.afterApproval} more`);
});

test('the dialog names what running takes away, and View details keeps it as forecast', async () => {
  const { user, world } = await openPlan(createPlan);
  await user.click(await screen.findByRole('button', { name: 'Run' }));
  const dialog = await screen.findByRole('dialog');
  const { losing } = await world.get('copy-plans.forecast', { params: { planId: planId() } });
  const text = `${losing.people} customers lose access to ${losing.requests} requests in all.`;
  expect(within(dialog).getByText(text)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Run' }));
  expect(await screen.findByText(`As forecast at the start: ${text}`)).toBeTruthy();
});

test('after a finished run its forecast of lost access still stands', async () => {
  await openPlan(finishPlan);
  expect(await screen.findByText(/^As forecast at the start: \d+ customers lose/)).toBeTruthy();
});
