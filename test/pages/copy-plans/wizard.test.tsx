import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole, type RenderedConsole } from '#test/support/render-console.tsx';
import { createPlan, findRow, LIST, NEW } from './console.ts';

async function next({ user }: RenderedConsole): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Next' }));
}

async function openSites(): Promise<RenderedConsole> {
  const view = await renderConsole(NEW);
  expect(await screen.findByRole('form', { name: 'How it works' })).toBeTruthy();
  await next(view);
  return view;
}

async function fillSites({ user }: RenderedConsole, destination = 'site_harbor'): Promise<void> {
  await user.selectOptions(
    await screen.findByRole('combobox', { name: /^Source/ }),
    'site_harbor-support',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: /^Destination/ }), destination);
  await user.type(screen.getByRole('textbox', { name: /^Copy plan name/ }), 'Move the desk');
}

test('the wizard leads from How it works to the forecast of the saved plan', async () => {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  await view.user.click(await screen.findByRole('checkbox', { name: /^IT Help/ }));
  await view.user.click(
    screen.getByRole('radio', { name: /^Only customers related to the selected projects/ }),
  );
  await next(view);

  expect(await screen.findByRole('heading', { name: 'Move the desk' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Forecast' })).toBeTruthy();
  const { items } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  expect(items[0]).toMatchObject({
    name: 'Move the desk',
    source: { name: 'harbor-support' },
    destination: { name: 'harbor' },
    customers: 'related',
    projects: [{ key: 'HSIT' }],
    state: 'saved',
  });
});

test('what is missing is said at its field, and the focus goes to the first one', async () => {
  const view = await openSites();
  await next(view);
  expect(await screen.findByText('Select the site to copy from.')).toBeTruthy();
  expect(screen.getByText('Select the site to copy to.')).toBeTruthy();
  expect(screen.getByText('Enter a name for the copy plan.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: /^Source/ }));
});

test('the same site twice is refused as soon as it is chosen', async () => {
  const view = await openSites();
  await fillSites(view, 'site_harbor-support');
  const destination = screen.getByRole('combobox', { name: /^Destination/ });
  expect(destination.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/are the same site/)).toBeTruthy();

  await next(view);
  expect(screen.getByRole('form', { name: 'Source and destination' })).toBeTruthy();
});

test('related customers need a service project', async () => {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  await view.user.click(await screen.findByRole('radio', { name: /^Only customers related/ }));
  await next(view);
  expect(await screen.findByText(/Select at least one service project/)).toBeTruthy();
});

test('service projects show what they bring, and all can be selected at once', async () => {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  const project = await screen.findByRole('checkbox', { name: /^IT Help/ });
  expect(project.closest('label')?.textContent).toMatch(/\d+ requests, \d+ customer organizations/);

  await view.user.click(screen.getByRole('checkbox', { name: 'All 4 service projects' }));
  expect(screen.getByText(/^4 of 4 selected, with \d+ requests\.$/)).toBeTruthy();
});

test('leaving the wizard and coming back finds what was entered', async () => {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  await view.user.click(await screen.findByRole('checkbox', { name: /^Customer Care/ }));
  await view.user.click(screen.getByRole('link', { name: 'Cancel' }));
  await screen.findByRole('heading', { name: 'No copy plans yet' });

  window.history.back();
  const kept = await screen.findByRole('checkbox', { name: /^Customer Care/ });
  expect((kept as HTMLInputElement).checked).toBe(true);
  await view.user.click(screen.getByRole('button', { name: 'Back' }));
  const name = await screen.findByRole('textbox', { name: /^Copy plan name/ });
  expect((name as HTMLInputElement).value).toBe('Move the desk');
});

test('a saved plan can be changed before its run', async () => {
  const view = await renderConsole(LIST, { before: createPlan });
  await view.user.click(
    await screen.findByRole('button', { name: 'More actions for Support moves' }),
  );
  await view.user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  const name = await screen.findByRole('textbox', { name: /^Copy plan name/ });
  await view.user.clear(name);
  await view.user.type(name, 'Support moves on');
  await next(view);
  await screen.findByRole('checkbox', { name: /^IT Help/ });
  await next(view);
  expect(await screen.findByRole('heading', { name: 'Support moves on' })).toBeTruthy();
});

test('a change made elsewhere meanwhile is said before it is overruled', async () => {
  const view = await renderConsole(LIST, { before: createPlan });
  await findRow('Copy plans', /Support moves/);
  await view.user.click(screen.getByRole('button', { name: 'More actions for Support moves' }));
  await view.user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  await view.user.type(await screen.findByRole('textbox', { name: /^Copy plan name/ }), ' (mine)');
  const { items } = await view.world.get('copy-plans.list', {
    query: { organizationId: 'organization_harbor' },
  });
  const plan = items[0]!;
  await view.world.get('copy-plans.update', {
    params: { planId: plan.id },
    body: {
      name: 'Theirs',
      sourceSiteId: plan.source.id,
      destinationSiteId: plan.destination.id,
      customers: 'all',
      users: 'all',
      preserveGroupMembership: true,
      projectIds: [],
    },
    ifMatch: plan.version,
    key: 'theirs',
  });

  await next(view);
  await screen.findByRole('checkbox', { name: /^IT Help/ });
  await next(view);
  expect(await screen.findByText('This changed while you were looking at it')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'See the plan as it is now' })).toBeTruthy();

  await next(view);
  expect(await screen.findByRole('heading', { name: 'Support moves (mine)' })).toBeTruthy();
});

test('an agent has no sites to copy between', async () => {
  await renderConsole(NEW, { persona: 'agent' });
  expect(
    await screen.findByRole('heading', { name: 'Copying needs two sites that you administer' }),
  ).toBeTruthy();
});
