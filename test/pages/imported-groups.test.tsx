import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';
import { approveGroup, findRow, finishPlan } from './copy-plans/console.ts';

const SITE = 'site_harbor';
const LIST = pathTo('imported-groups', { siteId: SITE });
const GROUP = 'imported-customers-harbor-support-1';

async function openGroup(before: (world: World) => Promise<unknown> = finishPlan) {
  const view = await renderConsole(LIST, { before });
  await view.user.click(await screen.findByRole('link', { name: `Review ${GROUP}` }));
  await screen.findByRole('heading', { name: GROUP });
  return view;
}

async function approve({ user }: RenderedConsole): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Approve' }));
}

const BOTH = 'jira-administrators';

async function openBoth() {
  const view = await renderConsole(LIST, { before: finishPlan });
  await view.user.click(await screen.findByRole('link', { name: `Review ${BOTH}` }));
  await screen.findByRole('region', { name: 'Product access' });
  return view;
}

function accessRow(name: 'Product access' | 'Admin access') {
  return within(screen.getByRole('region', { name }));
}

test('a site without imported groups says where they would come from', async () => {
  await renderConsole(LIST);
  expect(await screen.findByRole('heading', { name: 'No imported groups' })).toBeTruthy();
});

test('the banner leads by review now to the groups, and Review to the group (S0, steps 5 and 6)', async () => {
  const { user } = await renderConsole(pathTo('portal-customers', { siteId: 'site_harbor' }), {
    before: finishPlan,
  });
  await user.click(await screen.findByRole('link', { name: 'review now' }));
  const row = await findRow('Imported groups', new RegExp(GROUP));
  expect(row.textContent).toContain('harbor-support');
  expect(within(row).getByText('Pending review')).toBeTruthy();
  await user.click(within(row).getByRole('link', { name: /^Review/ }));
  expect(await screen.findByRole('heading', { name: GROUP })).toBeTruthy();
});

test('the group page says what approval costs and gives, computed from the present data', async () => {
  const view = await openGroup();
  const { items } = await view.world.get('imported-groups.list', {
    params: { siteId: 'site_harbor' },
  });
  const group = items.find(({ name }) => name === GROUP)!;
  const { accesses, members } = await view.world.get('imported-groups.get', {
    params: { siteId: 'site_harbor', groupId: group.id },
  });
  const [product, ...others] = accesses;
  expect(others).toEqual([]);
  const { membersGaining, membersSuspended, requests } = product!.effect;
  expect(
    await screen.findByText('Nothing: no licence is added, the Customer role is free'),
  ).toBeTruthy();
  expect(
    screen.getByText(new RegExp(`^Customer to ${membersGaining} of ${members} members`)),
  ).toBeTruthy();
  expect(
    screen.getByText(
      new RegExp(`^${requests!.before} requests now, ${requests!.after} after approval`),
    ),
  ).toBeTruthy();
  expect(screen.getByText(new RegExp(`^${membersSuspended} members: the account is`))).toBeTruthy();
});

test('Approve acts at once, is final, and takes the focus along (S0, step 7)', async () => {
  const view = await openGroup();
  await approve(view);
  expect(await screen.findByText('This group is approved')).toBeTruthy();
  expect(screen.getByText('Approved', { selector: 'h1 ~ *' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  expect(document.activeElement?.textContent).toContain('This group is approved');

  await view.user.click(screen.getByRole('link', { name: /^See what else requires attention/ }));
  expect(
    await screen.findByRole('tab', { name: /^Requires attention/, selected: true }),
  ).toBeTruthy();
});

test('a denied group can be approved later', async () => {
  const view = await openGroup();
  await view.user.click(await screen.findByRole('button', { name: 'Deny' }));
  expect(await screen.findByText('This group is denied')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Deny' })).toBeNull();
  await approve(view);
  expect(await screen.findByText('This group is approved')).toBeTruthy();
});

test('a decision about a group that somebody else decided meanwhile is refused and shown', async () => {
  const view = await openGroup();
  await screen.findByRole('button', { name: 'Deny' });
  const { items } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  await approveGroup(view.world, items[0]!);
  await view.user.click(screen.getByRole('button', { name: 'Deny' }));
  expect(await screen.findByText('This changed while you were looking at it')).toBeTruthy();
  const row = screen.getByRole('row', { name: 'Product access Pending review Approved' });
  expect(row).toBeTruthy();
  expect(await screen.findByText('This group is approved')).toBeTruthy();
});

test('members can be searched, and the report rows that caused the group are listed', async () => {
  const view = await openGroup();
  const members = 'Members of imported-customers-harbor-support-1';
  await findRow(members, /titilayo\.adeyemi@/);
  await view.user.type(screen.getByRole('searchbox', { name: 'Search members' }), 'no such person');
  expect(await screen.findByRole('heading', { name: 'No match' })).toBeTruthy();

  await view.user.click(screen.getByRole('tab', { name: /^Report rows/ }));
  const row = await findRow(`Report rows that name ${GROUP}`, /titilayo\.adeyemi@/);
  expect(row.textContent).toContain('Customer role not assigned on destination');
});

test('a group that came along from the source names no report row and its licences', async () => {
  const view = await renderConsole(LIST, { before: finishPlan });
  await view.user.click(
    await screen.findByRole('link', { name: /^Review jira-servicemanagement-users/ }),
  );
  expect(await screen.findByText(/^This group came along from harbor-support/)).toBeTruthy();
  expect(screen.getByText(/licences? on harbor$/)).toBeTruthy();
  await view.user.click(screen.getByRole('tab', { name: /^Report rows/ }));
  expect(
    await screen.findByRole('heading', { name: 'No report row names this group' }),
  ).toBeTruthy();
});

describe('a group with product access and admin access (domain.md 5.1, REVIEW)', () => {
  test('the list shows both with their states, and the group waits until both are decided', async () => {
    const { user } = await renderConsole(LIST, { before: finishPlan });
    const both = await findRow('Imported groups', new RegExp(BOTH));
    expect(within(both).getByText('User (agent)')).toBeTruthy();
    expect(within(both).getByText('Admin access')).toBeTruthy();
    expect(within(both).getAllByText('Pending review')).toHaveLength(3);

    await user.click(within(both).getByRole('link', { name: `Review ${BOTH}` }));
    await user.click(await screen.findByRole('button', { name: 'Deny product access' }));
    expect(await screen.findByText('Product access is denied')).toBeTruthy();
    expect(accessRow('Admin access').getByText('Pending review')).toBeTruthy();
    await user.click(screen.getByRole('link', { name: 'Imported groups' }));
    const after = await findRow('Imported groups', new RegExp(BOTH));
    expect(within(after).getAllByText('Pending review')).toHaveLength(2);
    expect(within(after).getByText('Denied')).toBeTruthy();
  });

  test('admin access costs nothing, says whom it makes administrators, and asks once more', async () => {
    const { user, world } = await openBoth();
    expect(
      accessRow('Admin access').getByText('Nothing: admin access adds nothing to the bill'),
    ).toBeTruthy();
    expect(accessRow('Admin access').getByText('2 of 2 members')).toBeTruthy();
    const button = screen.getByRole('button', { name: 'Approve admin access' });
    await user.click(button);
    const asked = await screen.findByRole('dialog', { name: 'Approve admin access' });
    expect(within(asked).getByText(/^2 members of .* become administrators of/)).toBeTruthy();
    await user.click(within(asked).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

    await user.click(button);
    const again = await screen.findByRole('dialog', { name: 'Approve admin access' });
    await user.click(within(again).getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Admin access is approved')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement?.textContent).toContain('Admin access is approved');
    expect(accessRow('Product access').getByText('Pending review')).toBeTruthy();
    const { items } = await world.get('imported-groups.list', { params: { siteId: SITE } });
    const { accesses } = items.find(({ name }) => name === BOTH)!;
    expect(accesses.map(({ review }) => review)).toEqual(['pending', 'approved']);
  });

  test('product access says the licences before it takes them, and takes as many', async () => {
    const { user, world } = await openBoth();
    const used = world.read((tx) => tx.queries.licencesUsed(SITE));
    await user.click(screen.getByRole('button', { name: 'Approve product access' }));
    const asked = await screen.findByRole('dialog', { name: 'Approve product access' });
    const promised = within(asked).getByText(/^jira-administrators takes \d+ licences? on harbor/);
    const [, added, , after] = /takes (\d+) .*: (\d+) in use now, (\d+) afterwards/.exec(
      promised.textContent ?? '',
    )!;
    expect(Number(after)).toBe(used + Number(added));
    await user.click(within(asked).getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Product access is approved')).toBeTruthy();
    expect(world.read((tx) => tx.queries.licencesUsed(SITE))).toBe(Number(after));
  });
});

test('a group of agents for which a Free plan has no licences cannot be approved, and says why (domain.md 9)', async () => {
  const { user } = await renderConsole(LIST, {
    async before(world) {
      await finishPlan(world);
      world.store.write((tx) => {
        tx.sites.put({ ...tx.sites.get({ id: 'site_harbor' })!, subscription: 'free' });
      });
    },
  });
  await user.click(
    await screen.findByRole('link', { name: /^Review jira-servicemanagement-users/ }),
  );
  const approving = await screen.findByRole('button', { name: 'Approve' });
  expect(approving.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText(/^The Free plan has 3 agents and .* more do not fit$/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Deny' }).getAttribute('aria-disabled')).not.toBe(
    'true',
  );
});

test('an agent is refused and told who may review', async () => {
  await renderConsole(LIST, { persona: 'agent' });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
});

test('a group that is not there is said, with the way back', async () => {
  await renderConsole(pathTo('imported-group', { siteId: 'site_harbor', groupId: 'group_gone' }));
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Back to Imported groups' })).toBeTruthy();
});
