import { render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter, useLocation } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import { FaultBoundary } from '#src/app/fault-boundary.tsx';
import { screens } from '#src/app/screens.ts';
import { routePatterns } from '#src/ui/paths.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import { userEvent } from '@testing-library/user-event';

test('every address has a screen that can be loaded', async () => {
  expect(Object.keys(screens).toSorted()).toEqual(Object.keys(routePatterns).toSorted());
  for (const load of Object.values(screens)) expect(await load()).toBeTypeOf('function');
});

function Fragile() {
  const { pathname } = useLocation();
  return (
    <FaultBoundary pathname={pathname}>
      {pathname === '/broken' ? <Broken /> : <p>All is well</p>}
    </FaultBoundary>
  );
}

function Broken(): never {
  throw new Error('the chunk is gone');
}

test('a screen that fails is explained, and another address works again', async () => {
  // React reports what a boundary caught; here that is what the test wants.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <MemoryRouter initialEntries={['/broken']}>
      <Fragile />
    </MemoryRouter>,
  );
  expect(screen.getByText('Detail: the chunk is gone')).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: 'Go to your organizations' }));
  expect(screen.getByText('All is well')).toBeTruthy();
});

test('a new screen begins at its top, and Back returns to where one was', async () => {
  const { user } = await renderConsole('/o/organization_harbor');
  await user.click(await screen.findByRole('link', { name: 'Products' }));
  await screen.findByRole('heading', { level: 1, name: 'Products' });
  const scrolled = vi.spyOn(window, 'scrollTo');
  Object.defineProperty(window, 'scrollY', { value: 420, configurable: true });
  window.dispatchEvent(new Event('scroll'));

  await user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
  expect(scrolled).toHaveBeenLastCalledWith(0, 0);

  history.back();
  await waitFor(() => expect(scrolled).toHaveBeenLastCalledWith(0, 420));
});
