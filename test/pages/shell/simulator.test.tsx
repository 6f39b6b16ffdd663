import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';

function simulator() {
  return within(screen.getByRole('region', { name: 'Simulator' }));
}

test('simulated time can be paused and let run at the speed it had', async () => {
  const { user, world } = await renderConsole('/');
  await user.click(await screen.findByRole('button', { name: 'Pause simulated time' }));
  await screen.findByRole('button', { name: 'Let simulated time run' });
  expect((await world.get('workspace.get')).clock.speed).toBe(0);

  await user.click(screen.getByRole('button', { name: 'Let simulated time run' }));
  await screen.findByRole('button', { name: 'Pause simulated time' });
  expect((await world.get('workspace.get')).clock.speed).toBe(60);
});

test('a jump leads to where the running work ends, and is not offered where nothing runs', async () => {
  const { user, world } = await renderConsole('/');
  const { nextEventAt } = await world.get('workspace.get');
  await user.click(await screen.findByRole('button', { name: 'To the next event' }));
  await waitFor(async () =>
    expect((await world.get('workspace.get')).clock.now).toBeGreaterThanOrEqual(nextEventAt ?? NaN),
  );
  await world.finishJobs();
});

test('nothing to jump to leaves the jump disabled', async () => {
  await renderConsole('/', { scenario: 'blank' });
  const jump = await screen.findByRole('button', { name: 'To the next event' });
  expect(jump.getAttribute('aria-disabled')).toBe('true');
});

test('another persona is refused what it may not see, and told who may', async () => {
  const { user } = await renderConsole('/s/site_harbor/portal-customers');
  await screen.findByRole('table', { name: /portal customers/i });

  await user.selectOptions(simulator().getByRole('combobox', { name: 'Persona' }), 'agent');
  expect(await screen.findByText(/It takes an organization admin/)).toBeTruthy();
  expect(screen.queryByRole('table', { name: /portal customers/i })).toBeNull();
});

test('reset asks first, then brings the scenario back', async () => {
  const { user, world } = await renderConsole('/');
  await world.get('workspace.set-persona', { body: { persona: 'agent' }, key: 'persona' });

  await user.click(await screen.findByRole('button', { name: /^Simulator/ }));
  await user.click(await screen.findByRole('button', { name: 'Reset' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Reset Demo?' }));
  await user.click(dialog.getByRole('button', { name: 'Reset' }));

  expect(await screen.findByText('The scenario Demo is open')).toBeTruthy();
  expect((await world.get('workspace.get')).persona).toBe('organization-admin');
});

test('the drawer leads to loading exports into the site one is on, and closes on the way', async () => {
  const { user } = await renderConsole('/s/site_harbor');
  await screen.findByRole('navigation', { name: 'harbor' });
  await user.click(await screen.findByRole('button', { name: /^Simulator/ }));
  const link = await screen.findByRole('link', { name: 'Load your exports' });
  expect(link.getAttribute('href')).toBe('/s/site_harbor/load-exports');

  await user.click(link);
  await waitFor(() => expect(location.pathname).toContain('/load-exports'));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Workspace file' })).toBeNull());
});

test('a file that is no workspace is refused in words and changes nothing', async () => {
  const { user, world } = await renderConsole('/');
  const { change } = await world.get('workspace.get');
  await user.click(await screen.findByRole('button', { name: /^Simulator/ }));
  await user.upload(
    await screen.findByLabelText('Workspace file'),
    new File(['no database'], 'holiday.jpg'),
  );
  const dialog = within(
    await screen.findByRole('alertdialog', { name: 'Open this workspace file?' }),
  );
  await user.click(dialog.getByRole('button', { name: 'Open' }));

  expect(await dialog.findByText('This is not a workspace file')).toBeTruthy();
  expect((await world.get('workspace.get')).change).toBe(change);
});
