/* Walking the wizard of a copy plan in the tests of its steps. */
import { screen } from '@testing-library/react';
import type { CopyPlan } from '#src/contract/wire.ts';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { NEW } from './console.ts';

/** The step with this heading. */
export function arriveAt(step: string): Promise<HTMLElement> {
  return screen.findByRole('form', { name: step });
}

export async function next({ user }: RenderedConsole): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Next' }));
}

/** A new wizard at its step of the sites. */
export async function openSites(): Promise<RenderedConsole> {
  const view = await renderConsole(NEW);
  for (const step of ['How it works', 'Select a product']) {
    await arriveAt(step);
    await next(view);
  }
  await arriveAt('Source and destination');
  return view;
}

/** Chooses the sites and enters a name. */
export async function fillSites(
  { user }: RenderedConsole,
  destination = 'site_harbor',
): Promise<void> {
  await user.selectOptions(
    await screen.findByRole('combobox', { name: /^Source/ }),
    'site_harbor-support',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: /^Destination/ }), destination);
  await user.type(screen.getByRole('textbox', { name: /^Copy plan name/ }), 'Move the desk');
}

/** A new wizard at its last step, with the service projects of these names. */
export async function openData(...projects: readonly string[]): Promise<RenderedConsole> {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  await arriveAt('Select projects');
  await screen.findByRole('checkbox', { name: /^All/ });
  for (const name of projects) {
    await view.user.click(screen.getByRole('checkbox', { name: new RegExp(`^${name}`) }));
  }
  await next(view);
  await arriveAt('Select data');
  return view;
}

export function isChecked(choice: HTMLElement): boolean {
  return (choice as HTMLInputElement).checked;
}

/** The plan that was made last. */
export async function newestPlan({ world }: RenderedConsole): Promise<CopyPlan | undefined> {
  const query = { organizationId: 'organization_harbor' };
  return (await world.get('copy-plans.list', { query })).items[0];
}
