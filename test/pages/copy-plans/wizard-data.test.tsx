/* Select data: users, groups, customers, customer organizations (S2; domain.md 6.2). */
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createPlan, findRow, LIST, openPlan } from './console.ts';
import { renderConsole } from '#test/support/render-console.tsx';
import {
  arriveAt,
  fillSites,
  isChecked,
  newestPlan,
  next,
  openData,
  openSites,
} from './wizard-steps.ts';

const ASSOCIATED = 'Users and groups associated with selected projects';
const WITH_MEMBERS = 'Associated users and groups, and all members of those groups';

/** The choices of a question, each with whether it is taken. */
function choicesOf(question: string) {
  return within(screen.getByRole('group', { name: question }))
    .getAllByRole('radio')
    .map((radio) => [radio.parentElement?.children[1]?.textContent, isChecked(radio)]);
}

test('users and customers are chosen apart, and everything is chosen at first', async () => {
  await openData('IT Help');
  expect(choicesOf('Users and groups')).toEqual([
    [ASSOCIATED, false],
    [WITH_MEMBERS, false],
    ['All users and groups', true],
  ]);
  expect(choicesOf('Group membership')).toEqual([
    ['Preserve group membership', true],
    ['Copy users and groups separately', false],
  ]);
  expect(choicesOf('Customers')).toEqual([
    ['All customers', true],
    ['Only customers related to the selected projects', false],
  ]);
});

test('only customer organizations of the selected projects are copied, without a choice (S2)', async () => {
  await openData('IT Help', 'HR');
  const organizations = screen.getByRole('group', { name: 'Customer organizations' });
  expect(organizations.textContent).toContain(
    'Only those related to the 2 selected service projects are copied.',
  );
  expect(within(organizations).queryAllByRole('radio')).toEqual([]);
});

test('without a service project no associated user and no customer organization is copied', async () => {
  const { user } = await openData();
  const nobody = 'No service project is selected, so no user is copied.';
  expect(screen.queryByText(nobody)).toBeNull();
  await user.click(screen.getByRole('radio', { name: ASSOCIATED }));
  expect(screen.getByText(nobody)).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: WITH_MEMBERS }));
  expect(screen.getByText(nobody)).toBeTruthy();
  expect(screen.getByText('None are copied: no service project is selected.')).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'All users and groups' }));
  expect(screen.queryByText(nobody)).toBeNull();
});

test('related customers need a service project: it is said at their choice, which gets the focus', async () => {
  const view = await openData();
  await view.user.click(screen.getByRole('radio', { name: /^Only customers related/ }));
  await next(view);
  const customers = screen.getByRole('group', { name: 'Customers' });
  expect(within(customers).getByText(/Go back and select at least one/)).toBeTruthy();
  expect(customers.contains(document.activeElement)).toBe(true);
  expect(screen.getByRole('form', { name: 'Select data' })).toBeTruthy();
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

test('View details and the list say what a plan includes', async () => {
  await openPlan((world) =>
    createPlan(world, {
      customers: 'related',
      users: 'related-and-members',
      preserveGroupMembership: false,
    }),
  );
  const summary = await screen.findByRole('heading', { name: 'This copy plan includes' });
  const text = summary.closest('section')?.textContent ?? '';
  for (const words of [
    'ProductJira',
    `Users and groups${WITH_MEMBERS}`,
    'Group membershipCopy users and groups separately',
    'CustomersOnly customers related to the selected projects',
    'Customer organizationsOnly those related to the selected projects',
  ]) {
    expect(text).toContain(words);
  }
});

test('the list says which customers and users a plan copies', async () => {
  await renderConsole(LIST, {
    before: (world) => createPlan(world, { users: 'related', preserveGroupMembership: false }),
  });
  const row = await findRow('Copy plans', /Support moves/);
  for (const words of ['All customers', ASSOCIATED, 'Copy users and groups separately']) {
    expect(row.textContent).toContain(words);
  }
});

test('editing a saved plan starts from its choices and changes them', async () => {
  const view = await renderConsole(LIST, {
    before: (world) => createPlan(world, { users: 'related', preserveGroupMembership: false }),
  });
  await view.user.click(
    await screen.findByRole('button', { name: 'More actions for Support moves' }),
  );
  await view.user.click(await screen.findByRole('menuitem', { name: 'Edit' }));
  await arriveAt('Source and destination');
  await next(view);
  await screen.findByRole('checkbox', { name: /^IT Help/ });
  await next(view);
  expect(isChecked(await screen.findByRole('radio', { name: ASSOCIATED }))).toBe(true);
  const separately = screen.getByRole('radio', { name: 'Copy users and groups separately' });
  expect(isChecked(separately)).toBe(true);
  await view.user.click(screen.getByRole('radio', { name: 'Preserve group membership' }));
  await next(view);
  await screen.findByRole('heading', { name: 'This copy plan includes' });
  expect(await newestPlan(view)).toMatchObject({ users: 'related', preserveGroupMembership: true });
});
