import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

test('an organization with centralized user management has the header of S1', async () => {
  const { user } = await renderConsole('/');
  await user.click(await screen.findByRole('link', { name: 'Harbor Logistics' }));

  const header = await screen.findByRole('navigation', { name: 'Harbor Logistics' });
  const tabs = within(header).getAllByRole('link');
  expect(tabs.map((tab) => tab.textContent)).toEqual([
    'Overview',
    'Directory',
    'Products',
    'Settings',
  ]);
});
