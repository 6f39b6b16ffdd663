import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderConsole } from '#test/support/render-console.tsx';
import { createPlan, findRow, LIST, NEW } from './console.ts';
import { arriveAt, fillSites, isChecked, newestPlan, next, openSites } from './wizard-steps.ts';

test('the steps stand in the order of the real wizard, with its labels (domain.md 6.2)', async () => {
  await renderConsole(NEW);
  const steps = await screen.findByRole('list', { name: 'Steps of the copy plan' });
  expect(
    within(steps)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'How it works',
    'Select a product',
    'Source and destination',
    'Select projects',
    'Select data',
    'Check for Conflicts',
  ]);
});

test('the wizard leads from How it works to the forecast of the saved plan', async () => {
  const view = await renderConsole(NEW);
  await arriveAt('How it works');
  await next(view);
  await arriveAt('Select a product');
  const jira = screen.getByRole('radio', { name: 'Jira' });
  expect((jira as HTMLInputElement).checked).toBe(true);
  await next(view);
  await arriveAt('Source and destination');
  await fillSites(view);
  await next(view);
  await arriveAt('Select projects');
  await view.user.click(await screen.findByRole('checkbox', { name: /^IT Help/ }));
  await next(view);
  await arriveAt('Select data');
  await view.user.click(
    screen.getByRole('radio', { name: 'Users and groups associated with selected projects' }),
  );
  await view.user.click(screen.getByRole('radio', { name: 'Copy users and groups separately' }));
  await view.user.click(
    screen.getByRole('radio', { name: 'Only customers related to the selected projects' }),
  );
  await next(view);

  expect(await screen.findByRole('heading', { name: 'Move the desk' })).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Forecast' })).toBeTruthy();
  expect(await newestPlan(view)).toMatchObject({
    name: 'Move the desk',
    source: { name: 'harbor-support' },
    destination: { name: 'harbor' },
    customers: 'related',
    users: 'related',
    preserveGroupMembership: false,
    projects: [{ key: 'HSIT' }],
    state: 'saved',
  });
});

test('the wizard can be walked with the keyboard alone', async () => {
  const view = await renderConsole(NEW);
  const { user } = view;
  const press = async (element: HTMLElement, keys: string) => {
    for (let tabs = 0; document.activeElement !== element && tabs < 60; tabs += 1) await user.tab();
    expect(document.activeElement).toBe(element);
    await user.keyboard(keys);
  };
  const goOn = () => press(screen.getByRole('button', { name: 'Next' }), '{Enter}');
  await arriveAt('How it works');
  await goOn();
  expect(document.activeElement).toBe(await arriveAt('Select a product'));
  await goOn();
  expect(document.activeElement).toBe(await arriveAt('Source and destination'));
  // Opening a list of choices and taking one is the browser's own; the arrow keys do it there.
  await user.selectOptions(
    screen.getByRole('combobox', { name: /^Source/ }),
    'site_harbor-support',
  );
  await user.selectOptions(screen.getByRole('combobox', { name: /^Dest/ }), 'site_harbor');
  await press(screen.getByRole('textbox', { name: /^Copy plan name/ }), 'By keyboard{Enter}');
  expect(document.activeElement).toBe(await arriveAt('Select projects'));
  await press(await screen.findByRole('checkbox', { name: /^IT Help/ }), ' ');
  await goOn();
  expect(document.activeElement).toBe(await arriveAt('Select data'));
  await press(screen.getByRole('radio', { name: 'All users and groups' }), '{ArrowUp}');
  await press(screen.getByRole('radio', { name: 'Preserve group membership' }), '{ArrowDown}');
  await press(screen.getByRole('radio', { name: 'All customers' }), '{ArrowDown}');
  await goOn();
  expect(await screen.findByRole('heading', { name: 'By keyboard' })).toBeTruthy();
  expect(await newestPlan(view)).toMatchObject({
    users: 'related-and-members',
    preserveGroupMembership: false,
    customers: 'related',
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

test('leaving the wizard and coming back finds what was entered', async () => {
  const view = await openSites();
  await fillSites(view);
  await next(view);
  await view.user.click(await screen.findByRole('checkbox', { name: /^Customer Care/ }));
  await next(view);
  await view.user.click(await screen.findByRole('radio', { name: /^Copy users and groups sep/ }));
  await view.user.click(screen.getByRole('link', { name: 'Cancel' }));
  await screen.findByRole('heading', { name: 'No copy plans yet' });

  window.history.back();
  expect(isChecked(await screen.findByRole('radio', { name: /^Copy users and gro/ }))).toBe(true);
  await view.user.click(screen.getByRole('button', { name: 'Back' }));
  expect(isChecked(await screen.findByRole('checkbox', { name: /^Customer Care/ }))).toBe(true);
  await view.user.click(screen.getByRole('button', { name: 'Back' }));
  const name = await screen.findByRole('textbox', { name: /^Copy plan name/ });
  expect((name as HTMLInputElement).value).toBe('Move the desk');
});

test('an untouched wizard keeps a clean address', async () => {
  const view = await openSites();
  expect(window.location.search).toBe('?step=sites');
  await view.user.type(screen.getByRole('textbox', { name: /^Copy plan name/ }), 'A');
  await view.user.tab();
  await waitFor(() => expect(window.location.search).toContain('users=all&groups=kept'));
});

test('a link into a later step leads to the sites while they are missing', async () => {
  await renderConsole(`${NEW}?step=projects`);
  await arriveAt('Source and destination');
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
  await arriveAt('Select data');
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
  await arriveAt('Select data');
  await next(view);
  expect(await screen.findByText('This changed while you were looking at it')).toBeTruthy();
  const theirs = await screen.findByRole('row', { name: /^Name/ });
  expect(theirs.textContent).toBe('NameSupport moves (mine)Theirs');
  await view.user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByRole('heading', { name: 'Support moves (mine)' })).toBeTruthy();
});

test('an agent has no sites to copy between', async () => {
  await renderConsole(NEW, { persona: 'agent' });
  expect(
    await screen.findByRole('heading', { name: 'Copying needs two sites that you administer' }),
  ).toBeTruthy();
});
