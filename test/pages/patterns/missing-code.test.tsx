/* Code that cannot be loaded, mostly after a deploy: the part stays away, the rest stays as it is. */
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { lazy, type ReactNode, useState } from 'react';
import { expect, test, vi } from 'vitest';
import { FaultBoundary } from '#src/app/fault-boundary.tsx';
import { LatePart } from '#src/ui/late-part.tsx';
import { isMissingCode, missingCode } from '#src/ui/missing-code.ts';

/** A part whose file is gone; vite's loader says so and passes the error on. */
const Gone = lazy(() => {
  const payload = new TypeError('Failed to fetch dynamically imported module');
  window.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
  return Promise.reject(payload);
});

function Broken(): ReactNode {
  throw new Error('a fault of the code itself');
}

function Form({ part }: { readonly part: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <input aria-label="Name" />
      <button type="button" onClick={() => setIsOpen(true)}>
        More
      </button>
      {isOpen && <LatePart>{part}</LatePart>}
    </>
  );
}

test('what was typed beside a part that is gone stays', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <FaultBoundary>
      <Form part={<Gone />} />
    </FaultBoundary>,
  );
  await userEvent.type(screen.getByLabelText('Name'), 'Ada');
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  await vi.waitFor(() => expect(missingCode.get()).toBe(true));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada');
  expect(screen.queryByText('This screen could not be shown')).toBeNull();
});

test('a fault of the code itself is none of that, and leaves no page blank', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <FaultBoundary>
      <Form part={<Broken />} />
    </FaultBoundary>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More' }));
  expect(
    await screen.findByRole('heading', { name: 'This screen could not be shown' }),
  ).toBeTruthy();
  expect(isMissingCode(new TypeError('Failed to fetch'))).toBe(false);
});
