import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { MESSAGE_KINDS } from '#src/domain/message.ts';
import { messageKinds } from '#src/ui/message-words.ts';
import { pathTo } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import type { World } from '#test/support/world.ts';
import { finishPlan } from './copy-plans/console.ts';

const MAILBOX = pathTo('mailbox');

test('the words know which kinds are sent', () => {
  for (const isSent of [true, false]) {
    const kinds = Object.entries(MESSAGE_KINDS).filter(([, { sent }]) => sent === isSent);
    expect(messageKinds(isSent).toSorted()).toEqual(kinds.map(([kind]) => kind).toSorted());
  }
});

test('a mailbox without messages says what would send some', async () => {
  await renderConsole(MAILBOX, { scenario: 'blank' });
  expect(await screen.findByRole('heading', { name: 'Nothing was sent yet' })).toBeTruthy();
});

test('the drawer opens the mailbox, and a message is read as its receiver would (S1, verify)', async () => {
  const { user } = await renderConsole('/');
  await user.click(await screen.findByRole('button', { name: /^Simulator/ }));
  await user.click(await screen.findByRole('link', { name: 'Open the mailbox' }));
  expect(await screen.findByRole('heading', { name: 'Mailbox', level: 1 })).toBeTruthy();
  const [first] = await screen.findAllByRole('button', { name: 'Verify your e-mail address' });
  await user.click(first!);
  const panel = await screen.findByRole('complementary');
  expect(within(panel).getByText(/^An Atlassian account was made for /)).toBeTruthy();
  expect(within(panel).getByText('Verify e-mail address')).toBeTruthy();
  expect(within(panel).getByText('Atlassian account')).toBeTruthy();
});

/** Somebody whose access is revoked after a copy has run. */
async function silentChanges(world: World) {
  await finishPlan(world);
  const params = { siteId: 'site_harbor' };
  const { items } = await world.get('portal-customers.list', {
    params,
    query: { state: 'active', limit: 1 },
  });
  const [{ id: customerId }] = items as [(typeof items)[number]];
  await world.get('portal-customers.revoke', { params: { ...params, customerId } });
}

test('a copy tells nobody: one entry a run, with what an administrator could do (S2)', async () => {
  const { user } = await renderConsole(`${MAILBOX}?tab=not-sent`, { before: silentChanges });
  await user.click(
    await screen.findByRole('button', {
      name: /^The copy plan .+ brought \d+ customers to harbor\.$/,
    }),
  );
  const panel = await screen.findByRole('complementary');
  expect(within(panel).getByText(/^None of them hears anything/)).toBeTruthy();
  expect(within(panel).getByText(/^Copied customers receive no message\./)).toBeTruthy();
});

test('the list is narrowed by kind and by one address, and Clear ends both', async () => {
  const { user, world } = await renderConsole(`${MAILBOX}?tab=not-sent`, { before: silentChanges });
  const total = (await world.get('messages.list', { query: { delivery: 'not-sent' } })).total;
  await user.selectOptions(await screen.findByLabelText('Kind'), 'Access revoked');
  const revoked = await screen.findByRole('button', { name: /was closed to/ });
  await user.click(revoked);
  await user.click(await screen.findByRole('button', { name: 'Everything for this address' }));
  expect(await screen.findByText('1–1 of 1 change')).toBeTruthy();
  await user.type(screen.getByRole('searchbox'), 'nothing like this');
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  expect(await screen.findByText(new RegExp(`of ${total} changes$`))).toBeTruthy();
});
