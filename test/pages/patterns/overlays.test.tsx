import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { expect, test, vi } from 'vitest';
import { Button } from '#src/ui/button.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { FlagProvider, useFlags } from '#src/ui/flags.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';

function renderAt(element: React.ReactNode) {
  render(<MemoryRouter>{element}</MemoryRouter>);
}

test('a menu pressed before it is loaded opens all the same', async () => {
  const onSelect = vi.fn();
  renderAt(<RowMenu name="Ada" items={[{ id: 'migrate', label: 'Migrate', onSelect }]} />);
  const button = screen.getByRole('button', { name: 'More actions for Ada' });
  await userEvent.click(button);
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Migrate' }));
  expect(onSelect).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
});

test('a menu is worked by keyboard alone, and Esc gives the focus back', async () => {
  const user = userEvent.setup();
  const onSelect = vi.fn();
  renderAt(
    <RowMenu
      name="Ada"
      items={[
        { id: 'one', label: 'One', onSelect },
        { id: 'two', label: 'Two' },
      ]}
    />,
  );
  await user.tab();
  await user.keyboard('{ArrowDown}');
  const one = await screen.findByRole('menuitem', { name: 'One' });
  await waitFor(() => expect(document.activeElement).toBe(one));
  await user.keyboard('{Escape}');
  const button = screen.getByRole('button', { name: 'More actions for Ada' });
  await waitFor(() => expect(document.activeElement).toBe(button));

  await user.keyboard('{Enter}');
  const again = await screen.findByRole('menuitem', { name: 'One' });
  await waitFor(() => expect(document.activeElement).toBe(again));
  await user.keyboard('{Enter}');
  expect(onSelect).toHaveBeenCalledOnce();
});

test('a disabled menu item shows its reason and does nothing', async () => {
  const onSelect = vi.fn();
  renderAt(
    <RowMenu
      name="Ada"
      items={[{ id: 'x', label: 'Delete', isDisabled: true, reason: 'Only admins can', onSelect }]}
    />,
  );
  await userEvent.click(screen.getByRole('button', { name: 'More actions for Ada' }));
  const item = await screen.findByRole('menuitem', { name: 'Delete' });
  expect(screen.getByText('Only admins can')).toBeTruthy();
  expect(item.ariaDisabled).toBe('true');
});

function Asking({ isBusy = false, error }: { isBusy?: boolean; error?: unknown }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>Ask</Button>
      {isOpen && (
        <ConfirmDialog
          title="Sure?"
          confirmLabel="Do it"
          isBusy={isBusy}
          error={error}
          onConfirm={() => setIsOpen(false)}
          onClose={() => setIsOpen(false)}
        >
          <p>It cannot be undone.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

test('a dialog holds the focus, closes with Esc and gives the focus back', async () => {
  const user = userEvent.setup();
  renderAt(<Asking />);
  await user.click(screen.getByRole('button', { name: 'Ask' }));
  const dialog = await screen.findByRole('dialog', { name: 'Sure?' });
  await user.tab();
  await user.tab();
  await user.tab();
  expect(dialog.contains(document.activeElement)).toBe(true);

  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const button = screen.getByRole('button', { name: 'Ask' });
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test('a dialog that the whole page is taken away with looks for no focus in it afterwards', async () => {
  const page = render(
    <MemoryRouter>
      <Asking />
    </MemoryRouter>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByRole('dialog');
  const frames: FrameRequestCallback[] = [];
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  try {
    page.unmount();
    vi.stubGlobal('document', undefined);
    expect(frames).not.toEqual([]);
    for (const frame of frames) frame(0);
    expect(() => vi.runAllTimers()).not.toThrow();
  } finally {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
});

test('a dialog at work cannot be closed', async () => {
  const user = userEvent.setup();
  renderAt(<Asking isBusy />);
  await user.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByRole('dialog', { name: 'Sure?' });
  await user.keyboard('{Escape}');
  expect(screen.getByRole('dialog', { name: 'Sure?' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Do it' }).ariaBusy).toBe('true');
});

test('a refusal stands inside the dialog', async () => {
  renderAt(<Asking error={{ code: 'version-conflict', facts: {} }} />);
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await screen.findByRole('dialog', { name: 'Sure?' });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('This changed while you were looking');
});

function Telling() {
  const flags = useFlags();
  return (
    <Button
      onPress={() =>
        flags.show({
          tone: 'success',
          title: 'Migrated',
          actions: [{ label: 'View account', to: '/account' }],
        })
      }
    >
      Tell
    </Button>
  );
}

test('a flag is announced, leads on, and can be dismissed', async () => {
  const user = userEvent.setup();
  renderAt(
    <FlagProvider>
      <Telling />
    </FlagProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Tell' }));
  expect(await screen.findByRole('alertdialog', { name: 'Migrated' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'View account' }).getAttribute('href')).toBe('/account');

  await user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText('Migrated')).toBeNull());
});
