import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { expect, test } from 'vitest';
import { FileButton, type FileWatch } from '#src/ui/file-button.tsx';
import { FlagProvider } from '#src/ui/flags.tsx';

/** A button whose file is finished, or fails, when the test says so. */
function show() {
  const made: { watch?: FileWatch; finish?: () => void; fail?: (reason: Error) => void } = {};
  render(
    <MemoryRouter>
      <FlagProvider>
        <FileButton
          work={(watch) =>
            new Promise<void>((resolve, reject) => {
              Object.assign(made, { watch, finish: resolve, fail: reject });
            })
          }
        >
          Export
        </FileButton>
      </FlagProvider>
    </MemoryRouter>,
  );
  return made;
}

function isBusy(): boolean {
  return screen.getByRole('button', { name: 'Export' }).hasAttribute('aria-busy');
}

test('a file that takes long says how far it is, and can be called off without a complaint', async () => {
  const made = show();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(isBusy()).toBe(true);
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();

  act(() => made.watch?.onProgress(120_000, 1_000_000));
  expect(screen.getByRole('status').textContent).toBe('120,000 of 1,000,000 rows');
  act(() => made.watch?.onProgress(1, null));
  expect(screen.getByRole('status').textContent).toBe('1 row');

  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(made.watch?.signal.aborted).toBe(true);
  await act(async () => made.fail?.(new Error('called off')));
  expect(isBusy()).toBe(false);
  expect(screen.queryByText(/went wrong/)).toBeNull();
});

test('a file that fails says so, and the button can be pressed again', async () => {
  const made = show();
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await act(async () => made.fail?.(new Error('no answer')));
  await screen.findByText('The simulated backend did not answer');
  expect(isBusy()).toBe(false);
});
