/* View details: nobody was told of the run, and the ways to tell them (S2, "Notify customers"). */
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { finishPlan, openPlan } from './console.ts';

test('customers got no e-mail; new ones are invited on the Customers page of each copied project (S2, "Notify customers")', async () => {
  const { user } = await openPlan(finishPlan);
  expect(await screen.findByText(/^Customers got no e-mail when they were copied/)).toBeTruthy();
  await user.click(await screen.findByRole('link', { name: 'Customers of IT Help' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Customers' })).toBeTruthy();
  expect(await screen.findByRole('table', { name: 'Customers of IT Help' })).toBeTruthy();
  expect(window.location.pathname).toMatch(/^\/s\/site_harbor\/service-projects\//);
});

test('existing customers get the link to the help center of the destination (S2, "Notify customers")', async () => {
  await openPlan(finishPlan);
  const link = await screen.findByRole('link', {
    name: `${window.location.origin}/s/site_harbor/help-center`,
  });
  expect(link).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Copy link' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Mailing list (CSV)' })).toBeTruthy();
});

test('a run without service projects leads to those of the destination', async () => {
  await openPlan((world) => finishPlan(world, { projectIds: [] }));
  const link = await screen.findByRole('link', { name: 'Service projects of harbor' });
  expect(link.getAttribute('href')).toBe('/s/site_harbor/service-projects');
});
