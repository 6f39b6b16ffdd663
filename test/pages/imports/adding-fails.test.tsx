import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { WireRequest, WireResponse } from '#src/server/backend.ts';
import type { World } from '#test/support/world.ts';
import { chooseFiles, customersFile, fileSection, openLoadExports } from './console.ts';

const ADA = customersFile('ada.csv', 'qm:1:1,Ada,ada@mail.example,Yes,');
const BOB = customersFile('bob.csv', 'qm:1:2,Bob,bob@mail.example,Yes,');

/** The backend refuses the first file of this name for want of storage. */
function withoutRoomFor(name: string, world: World): void {
  const handle = world.backend.handle.bind(world.backend);
  let isFull = true;
  Object.assign(world.backend, {
    async handle(request: WireRequest): Promise<WireResponse> {
      if (!isFull || !request.path.includes(`files?name=${name}`)) return handle(request);
      isFull = false;
      const problem = {
        type: 'about:blank',
        status: 507,
        title: '',
        code: 'storage.full',
        facts: {},
      };
      return {
        status: 507,
        headers: { 'content-type': 'application/problem+json' },
        body: new TextEncoder().encode(JSON.stringify(problem)),
      };
    },
  });
}

test('a file that could not be taken in is said so, and trying again goes on with the rest', async () => {
  const view = await openLoadExports({ before: async (world) => withoutRoomFor('ada.csv', world) });
  await chooseFiles(view, ADA, BOB);
  expect(await screen.findByText('The browser gave no more storage')).toBeTruthy();
  await view.user.click(screen.getByRole('button', { name: 'Try again' }));

  expect(await fileSection('ada.csv')).toBeTruthy();
  expect(await fileSection('bob.csv')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Load 2 customers' })).toBeTruthy();
});

test('the files that were taken in can be looked at without the one that was not', async () => {
  const view = await openLoadExports({ before: async (world) => withoutRoomFor('bob.csv', world) });
  await chooseFiles(view, ADA, BOB);
  await view.user.click(await screen.findByRole('button', { name: 'Go on without the rest' }));

  expect(await screen.findByRole('button', { name: 'Load 1 customer' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'bob.csv' })).toBeNull();
});
