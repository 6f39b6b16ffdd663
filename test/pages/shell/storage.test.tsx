/* What the console says of the browser's storage, and of a workspace that it has lost. */
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { lossOf, type WorkspaceNote } from '#src/client/workspace-note.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { byteCount } from '#src/ui/byte-count.ts';
import { renderConsole } from '#test/support/render-console.tsx';

const note: WorkspaceNote = { scenario: 'demo', change: 7, seenAt: 0, filledAt: 100 };

function workspace(values: Partial<Workspace>): Workspace {
  return { storage: 'durable', filledAt: null, change: 7, ...values } as Workspace;
}

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test.each([
  ['the same workspace', {}, null],
  ['one that has come further', { change: 9 }, null],
  ['the one that was begun when it was last seen', { filledAt: 100, change: 1 }, 'older'],
  ['another one, begun since', { filledAt: 200, change: 1 }, 'cleared'],
  ['the same, without its last changes', { change: 6 }, 'older'],
  ['one in memory, where nothing is stored', { filledAt: 200, storage: 'memory' }, null],
] as const)('found is %s', (_, values, loss) => {
  expect(lossOf(note, workspace(values))).toBe(loss);
});

test('a first visit misses nothing, and a loss is told until somebody decides', () => {
  expect(lossOf(null, workspace({ filledAt: 200 }))).toBeNull();
  expect(lossOf({ ...note, missed: 'cleared' }, workspace({ change: 9 }))).toBe('cleared');
});

test('bytes are counted as systems count them', () => {
  expect([0, 999, 1_000, 3_140_000, 64_000_000, 10_700_000_000].map(byteCount)).toEqual([
    '0 bytes',
    '999 bytes',
    '1.0 kB',
    '3.1 MB',
    '64 MB',
    '11 GB',
  ]);
});

test('saving the workspace as a file is remembered, and the panel says when', async () => {
  vi.stubGlobal(
    'URL',
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL() {} }),
  );
  const { user } = await renderConsole('/');
  const simulator = within(screen.getByRole('region', { name: 'Simulator' }));
  await user.click(await simulator.findByRole('button', { name: /^Simulator/ }));
  expect(await simulator.findByText(/Never saved from this browser/)).toBeTruthy();
  await user.click(simulator.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(simulator.queryByText(/Last saved: /)).toBeTruthy());
});
