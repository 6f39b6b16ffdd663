/* How far reading and loading are, and calling them off. */
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { remainingTime } from '#src/pages/imports/remaining-time.ts';
import { chooseFiles, customersFile, openLoadExports } from './console.ts';

const at = (done: number, elapsed: number) => remainingTime({ done, total: 1_000, elapsed });

function manyCustomers(count: number) {
  const rows = Array.from({ length: count }, (_, n) => `qm:1:${n},N ${n},n${n}@mail.example,Yes,`);
  return customersFile('many.csv', ...rows);
}

describe('the remaining time', () => {
  test('is not guessed in the first second, nor before anything is done', () => {
    expect(at(500, 900)).toBeNull();
    expect(at(0, 5_000)).toBeNull();
    expect(remainingTime({ done: 5, total: 0, elapsed: 5_000 })).toBeNull();
  });

  test('follows the pace, and a slightly other pace says the same', () => {
    expect(at(250, 4_000)).toBe('about 12 seconds left');
    expect(at(251, 4_010)).toBe('about 12 seconds left');
    expect(at(900, 9_000)).toBe('about 1 second left');
    expect(at(100, 60_000)).toBe('about 9 minutes left');
    expect(at(1_000, 9_000)).toBe('about 1 second left');
  });
});

test('reading is called off at once, and nothing of the file is kept', async () => {
  const view = await openLoadExports();
  await chooseFiles(view, manyCustomers(20_000));
  await view.user.click(await screen.findByRole('button', { name: 'Cancel reading' }));
  expect(await screen.findByText('Cancelled')).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
  await view.user.click(screen.getByRole('button', { name: 'Go on without the rest' }));
  expect(await screen.findByText('There is no file to load.')).toBeTruthy();
});
