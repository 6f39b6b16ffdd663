import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { addServerUser, SERVER } from '#test/support/small-server.ts';
import { breakPath } from '../copy-plans/console.ts';
import { ASSESSMENT, openAssessed, openFresh, params, rowOf, userNames } from './console.ts';

const tile = (name: RegExp) => screen.findByRole('button', { name });

test('before it is begun the screen says what will be looked at; Begin assessing shows what was found', async () => {
  const { user } = await openFresh(ASSESSMENT);
  expect(await screen.findByText(/were not assessed yet$/)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Fix or customize users' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Begin assessing' }));
  expect(await tile(/^2 ?Invalid email addresses$/)).toBeTruthy();
  expect(await tile(/^2 ?Duplicated email accounts$/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Fix or customize users' })).toBeTruthy();
  expect(await rowOf('hank')).toContain('Nothing stands after the @');
  expect(await rowOf('dan.home')).toContain('2 users share it');
});

test('the screen says that nothing changes on the server and when fixes are applied', async () => {
  await openFresh(ASSESSMENT);
  expect(
    await screen.findByText(/Nothing is changed on the server.*when a migration runs/),
  ).toBeTruthy();
});

test('a tile shows exactly those whom it counts, and everybody who has a problem again', async () => {
  const { user } = await openAssessed(ASSESSMENT);
  await user.click(await tile(/Invalid email addresses$/));
  await waitFor(() => expect(userNames()).toEqual(['hank', 'vera']));
  await user.click(await tile(/Arrive$/));
  await waitFor(() => expect(userNames()).toHaveLength(8));
  expect(userNames()).toContain('cora');
  await user.click(await tile(/Still blocked$/));
  await waitFor(() => expect(userNames()).toHaveLength(6));
  await user.click(await tile(/Still blocked$/));
  await user.selectOptions(screen.getByLabelText('Show'), 'Everybody');
  await waitFor(() => expect(userNames()).toHaveLength(14));
});

test('each row says what the chosen fix makes of the person', async () => {
  await openAssessed(ASSESSMENT, {
    before: (world) =>
      world.get('server-assessment.choose', {
        params,
        body: { level: 'simple', invalid: 'former-users', duplicated: 'merge' },
      }),
  });
  expect(await rowOf('hank')).toContain('No account: content stands under Former user.');
  expect(await rowOf('dan')).toContain('Brings along the content of dan.home.');
  expect(await rowOf('dan.home')).toContain('content and permissions go to dan.');
  expect(screen.getByText('Migrate invalid users as Former users')).toBeTruthy();
  expect(screen.getByText('Merge duplicated users')).toBeTruthy();
  expect(
    screen.getByText(/^10 accounts can arrive: 4 users and 6 customers\. 2 users are merged/),
  ).toBeTruthy();
  expect(screen.getByText(/^3 more users are deleted or of an inactive directory/)).toBeTruthy();
});

test('a search finds by user name, and one without a match says so and can be ended', async () => {
  const { user } = await openAssessed(`${ASSESSMENT}?search=twin.m`);
  await screen.findByText('twin.mobile');
  expect(userNames()).toEqual(['twin.mobile']);
  await user.type(screen.getByRole('searchbox'), 'nobody');
  await user.click(await screen.findByRole('button', { name: 'Clear search and filters' }));
  await waitFor(() => expect(userNames()).toHaveLength(6));
});

test('without any problem the list says so', async () => {
  await openAssessed(ASSESSMENT, {
    before(world) {
      world.store.write((tx) => {
        for (const { userName, id } of tx.serverUsers.where({ serverId: SERVER })) {
          if (/hank|vera|dan|twin/.test(userName)) tx.serverUsers.remove({ id });
        }
      });
    },
  });
  expect(await screen.findByRole('heading', { name: 'No address is a problem' })).toBeTruthy();
});

test('users who have changed since are said to have, until they are assessed again', async () => {
  const { user } = await openAssessed(ASSESSMENT, {
    before(world) {
      world.store.write((tx) => addServerUser(tx, 'zoe', { email: 'zoe' }));
    },
  });
  expect(await screen.findByText('The users of the server have changed since')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Assess again' }));
  expect(await screen.findByText('The users are assessed again')).toBeTruthy();
  await waitFor(() =>
    expect(screen.queryByText('The users of the server have changed since')).toBeNull(),
  );
  expect(await tile(/^3 ?Invalid email addresses$/)).toBeTruthy();
});

test('an agent reads who may see an assessment', async () => {
  await openFresh(ASSESSMENT, { persona: 'agent' });
  expect(await screen.findByText("You don't have access to this")).toBeTruthy();
  expect(screen.getByText(/It takes an organization admin or site admin/)).toBeTruthy();
});

test('a server that does not exist is said not to', async () => {
  await openFresh('/servers/server_none/assess');
  expect(await screen.findByText("We couldn't find that")).toBeTruthy();
});

test('people who cannot be read are said to be, and trying again shows them', async () => {
  let repair: (() => void) | undefined;
  const { user } = await openAssessed(ASSESSMENT, {
    before(world) {
      repair = breakPath(world, '/people').repair;
    },
  });
  expect(await screen.findByText('Something went wrong in the simulated backend')).toBeTruthy();
  repair?.();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('twin.mobile');
  expect(userNames()).toHaveLength(6);
});
