/* The files of the checks before a run: the buttons say the same, their names say of which check. */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CONFLICTING_PROJECT, createPlan, openPlan } from './console.ts';

test('each Download CSV says of which check it is (domain.md 6.3)', async () => {
  await openPlan((world) => createPlan(world, { projectIds: [CONFLICTING_PROJECT] }));
  const conflicts = 'Some customer organizations already exist on the destination';
  await screen.findByRole('button', { name: `Download CSV: ${conflicts}` });
  const buttons = screen.getAllByRole('button', { name: /^Download CSV/ });
  expect(new Set(buttons.map((button) => button.getAttribute('aria-label'))).size).toBe(
    buttons.length,
  );
  expect(buttons.every((button) => button.textContent === 'Download CSV')).toBe(true);
});
