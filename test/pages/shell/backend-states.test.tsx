import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { App } from '#src/app/app.tsx';
import { statusOf } from '#test/support/render-console.tsx';

test('a second tab says that Drydock is open elsewhere and takes over when asked', async () => {
  let asked = 0;
  render(
    <App
      backend={statusOf(
        { phase: 'elsewhere', takeover: 'none' },
        {
          takeOver: () => {
            asked += 1;
          },
        },
      )}
    />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Take over' }));
  expect(screen.getByRole('heading', { name: 'Drydock is open in another tab' })).toBeTruthy();
  expect(asked).toBe(1);
});

test('a tab whose workspace was taken over offers to take it back', async () => {
  render(<App backend={statusOf({ phase: 'taken' })} />);
  expect(await screen.findByRole('button', { name: 'Take it back' })).toBeTruthy();
});

test('a damaged workspace can be saved, and is deleted only after a question', async () => {
  const calls: string[] = [];
  const backend = statusOf(
    { phase: 'failed', reason: 'damaged', detail: 'page 7' },
    {
      saveStored: () => {
        calls.push('save');
        return Promise.reject(new Error('the disk is gone'));
      },
      startAfresh: () => calls.push('start afresh'),
    },
  );
  render(<App backend={backend} />);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Save the workspace as a file' }),
  );
  expect(
    await screen.findByText('The stored workspace could not be saved as a file.'),
  ).toBeTruthy();

  await userEvent.click(screen.getByRole('button', { name: 'Start afresh' }));
  await screen.findByRole('alertdialog', { name: 'Delete the stored workspace?' });
  expect(calls).toEqual(['save']);
  await userEvent.click(screen.getByRole('button', { name: 'Delete and start afresh' }));
  expect(calls).toEqual(['save', 'start afresh']);
});

test('a backend that could not be loaded leaves the workspace alone', async () => {
  render(<App backend={statusOf({ phase: 'failed', reason: 'unavailable', detail: '' })} />);
  expect(await screen.findByRole('button', { name: 'Reload' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull();
});
