import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { App } from '#src/app/app.tsx';
import { renderConsole, statusOf } from '#test/support/render-console.tsx';

test('an owner that does not answer is named, with a way on', async () => {
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
  expect(screen.getByRole('heading', { name: /does not answer/ })).toBeTruthy();
  expect(asked).toBe(1);
});

test('a tab that cannot be relieved says what to do with it', async () => {
  render(<App backend={statusOf({ phase: 'elsewhere', takeover: 'no-answer' })} />);
  expect(await screen.findByText(/Close that tab, or switch to it/)).toBeTruthy();
});

test('a console that was there stays below the notice, and what was typed with it', async () => {
  const { rerender } = await renderConsole('/s/site_harbor/portal-customers');
  const search = await screen.findByRole('searchbox', { name: /Search/ });
  await userEvent.type(search, 'kept');
  rerender(
    <StrictMode>
      <App backend={statusOf({ phase: 'elsewhere', takeover: 'none' })} />
    </StrictMode>,
  );
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Take over' })).toBeTruthy();
  expect(screen.getByDisplayValue('kept')).toBe(search);
});

test('what another tab changes is read again, once for a burst', async () => {
  const readers = new Set<() => void>();
  const { world, rerender } = await renderConsole('/s/site_harbor/portal-customers');
  const ready = statusOf(
    { phase: 'ready', storage: 'memory' },
    {
      onChanged: (reader) => {
        readers.add(reader);
        return () => readers.delete(reader);
      },
    },
  );
  rerender(
    <StrictMode>
      <App backend={ready} />
    </StrictMode>,
  );
  await screen.findByRole('button', { name: /Organization admin/i });
  await world.get('workspace.set-persona', { body: { persona: 'agent' }, key: 'other tab' });
  for (let n = 0; n < 10; n += 1) for (const read of readers) read();
  expect(await screen.findByRole('button', { name: /agent/i })).toBeTruthy();
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

test('a workspace that cannot be opened for want of storage can be saved before anything else', async () => {
  render(<App backend={statusOf({ phase: 'failed', reason: 'full', detail: '' })} />);
  await screen.findByRole('heading', { name: 'The browser gives no more storage' });
  expect(screen.getByRole('button', { name: 'Save the workspace as a file' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start afresh' })).toBeTruthy();
});

test('a backend that stopped again and again leaves the workspace alone', async () => {
  render(<App backend={statusOf({ phase: 'failed', reason: 'stopped', detail: 'It ended.' })} />);
  expect(await screen.findByText('Detail: It ended.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start afresh' })).toBeNull();
});
