/* When the wizard's draft is written into the address, and when not any more. */
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyDraft } from '#src/pages/copy-plans/plan-draft.ts';
import { usePlanDraft } from '#src/pages/copy-plans/use-plan-draft.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

function Wizard({ children }: { readonly children: ReactNode }) {
  const address = '/new?step=sites&source=site_a&destination=site_b&name=M';
  return <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>;
}

function openDraft() {
  const { result } = renderHook(
    () => ({ wizard: usePlanDraft(emptyDraft('copy'), undefined), search: useLocation().search }),
    { wrapper: Wizard },
  );
  const parameter = (name: string) => new URLSearchParams(result.current.search).get(name);
  return { wizard: () => result.current.wizard, parameter };
}

test('typing waits for a pause, a choice does not', () => {
  const { wizard, parameter } = openDraft();
  act(() => wizard().setIsTyping(true));
  act(() => wizard().change({ name: 'Move' }));
  act(() => vi.advanceTimersByTime(100));
  expect(parameter('name')).toBe('M');
  act(() => vi.advanceTimersByTime(200));
  expect(parameter('name')).toBe('Move');
});

test('who leaves a text by Enter is not typing any more: the next choice is written at once', () => {
  const { wizard, parameter } = openDraft();
  act(() => wizard().setIsTyping(true));
  act(() => wizard().change({ name: 'Move' }));
  act(() => wizard().go('data'));
  expect(parameter('step')).toBe('data');
  act(() => wizard().change({ users: 'related' }));
  act(() => vi.advanceTimersByTime(0));
  expect(parameter('users')).toBe('related');
});

test('a saved plan is not called back by what its wizard still had to write', () => {
  const { wizard, parameter } = openDraft();
  act(() => wizard().setIsTyping(true));
  act(() => wizard().change({ users: 'related' }));
  act(() => wizard().leave());
  act(() => vi.advanceTimersByTime(1_000));
  expect(parameter('users')).toBeNull();
});
