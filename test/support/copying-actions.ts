/* The main job step by step: a copy plan from its creation until nothing requires attention (S0, S1, S2). */
import type { Locator, Page } from 'playwright-core';
import {
  arriveAt,
  choose,
  follow,
  main,
  ORGANIZATION,
  press,
  saved,
  select,
  type Saved,
} from './console-actions.ts';

type PlanOptions = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly customers?: 'All customers' | 'Only customers related to the selected projects';
  readonly users?:
    | 'All users and groups'
    | 'Users and groups associated with selected projects'
    | 'Associated users and groups, and all members of those groups';
  /** Otherwise users and groups are copied separately. */
  readonly preserveGroupMembership?: boolean;
  /** Names of service projects as the wizard lists them, with their keys. */
  readonly projects?: readonly string[];
};

/** From the header: Settings, Data management, Copy product data. */
export async function openCopyPlans(page: Page): Promise<void> {
  await follow(page.getByRole('banner'), 'Settings');
  await arriveAt(page, 'Settings');
  await follow(main(page), 'Data management');
  await arriveAt(page, 'Data management');
  await follow(main(page), 'Copy product data');
  await arriveAt(page, 'Copy product data');
}

/** From the organizations to choose from: creates a plan and ends at its forecast. */
export async function createCopyPlan(page: Page, options: PlanOptions): Promise<void> {
  const { name, from, to, customers = 'All customers', projects = [] } = options;
  const { users = 'All users and groups', preserveGroupMembership = true } = options;
  await page.goto('/');
  await follow(main(page), ORGANIZATION);
  await arriveAt(page, 'Overview');
  await openCopyPlans(page);
  await follow(main(page), 'Create copy plan');
  await arriveAt(page, 'Create copy plan');
  await nextStep(page, 'How it works');
  await nextStep(page, 'Select a product');
  await select(page, 'Source', `${from} (${ORGANIZATION})`);
  await select(page, 'Destination', `${to} (${ORGANIZATION})`);
  await page.getByRole('textbox', { name: 'Copy plan name' }).fill(name);
  await nextStep(page, 'Source and destination');
  for (const project of projects) await page.getByRole('checkbox', { name: project }).check();
  await nextStep(page, 'Select projects');
  const membership = preserveGroupMembership
    ? 'Preserve group membership'
    : 'Copy users and groups separately';
  for (const choice of [users, membership, customers]) {
    await page.getByRole('radio', { name: choice }).check();
  }
  await nextStep(page, 'Select data');
  await arriveAt(page, name);
  await main(page).getByRole('heading', { name: 'Forecast', exact: true }).waitFor();
}

/** Leaves a step of the wizard for the next one. */
async function nextStep(page: Page, step: string): Promise<void> {
  await press(page.getByRole('form', { name: step }), 'Next');
}

/** Runs the plan whose forecast is on screen; the run has begun afterwards. */
export async function runPlan(page: Page): Promise<void> {
  await press(main(page), 'Run');
  await press(page.getByRole('dialog'), 'Run');
  await page.getByRole('tab', { name: 'Overview' }).waitFor();
}

/** On View details: opens a tab. */
export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('tabpanel', { name: new RegExp(`^${name}`) }).waitFor();
}

/** On View details: downloads RequiresAttention.csv. */
export function downloadRequiresAttention(page: Page): Promise<Saved> {
  return saved(page, async () => {
    await openTab(page, 'Logs and reports');
    await press(main(page), 'RequiresAttention.csv');
  });
}

/** On Portal customers: asks to migrate a customer, by the row's menu; the dialog says what that does. */
export async function askToMigrate(page: Page, name: string): Promise<Locator> {
  await choose(page, name, 'Migrate to Atlassian account');
  const dialog = page.getByRole('dialog', { name: 'Migrate to Atlassian account' });
  await dialog.getByRole('table', { name: 'Before and after the migration' }).waitFor();
  return dialog;
}

/** On Portal customers: starts the migration of a customer. */
export async function migrateCustomer(page: Page, name: string): Promise<void> {
  const dialog = await askToMigrate(page, name);
  await press(dialog, 'Migrate');
  await dialog.waitFor({ state: 'detached' });
}

/** On Portal customers: opens the help center again to a customer whose access is revoked. */
export async function grantAccess(page: Page, name: string): Promise<void> {
  await choose(page, name, 'Grant access');
  const dialog = page.getByRole('dialog', { name: 'Grant access' });
  await press(dialog, 'Grant access');
  await dialog.waitFor({ state: 'detached' });
}
