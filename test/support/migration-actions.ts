/* Migrating from a server step by step, in the documented labels (S4; domain.md 7.1). */
import type { Page } from 'playwright-core';
import { arriveAt, follow, main, ORGANIZATION, press, select } from './console-actions.ts';

/** The server of the demo. */
export const SERVER_NAME = 'Quayside Storage';

/** The cards of the assistant that begin a migration, each with its button. */
const CARDS = {
  'Migrate your users in advance': 'Migrate users',
  'Migrate your data': 'Migrate data',
} as const;

/** Where each of them lets choose people. */
const STEPS = {
  'Migrate your users in advance': 'Choose how to migrate users and group',
  'Migrate your data': 'Customers and users',
} as const;

type MigrationOptions = {
  readonly card: keyof typeof CARDS;
  readonly name: string;
  readonly customers: string;
  /** Of *Migrate your data*: names of service projects with their keys. */
  readonly projects?: readonly string[];
};

/** From anywhere: the home of the migration assistant of the demo's server. */
export async function openAssistant(page: Page): Promise<void> {
  await page.goto('/');
  await follow(main(page), SERVER_NAME);
  await arriveAt(page, 'Migration assistant');
}

/** From the assistant: assesses the users, and sees to it that no address blocks a migration. */
export async function fixAddresses(page: Page): Promise<void> {
  await follow(main(page), 'Begin assessing');
  await arriveAt(page, 'Assess and prepare your users');
  await press(main(page), 'Begin assessing');
  await follow(main(page), 'Fix or customize users');
  await arriveAt(page, 'Fix or customize users');
  for (const fix of ['Migrate invalid users as Former users', 'Merge duplicated users']) {
    await page.getByRole('radio', { name: fix, exact: true }).check();
  }
  await press(main(page), 'Save fixes');
  await arriveAt(page, 'Assess and prepare your users');
  await main(page).getByText('Nobody blocks a migration').waitFor();
}

/** From the assistant: a card and its wizard, up to the choice of people. */
export async function beginMigration(page: Page, options: MigrationOptions): Promise<void> {
  const { card, name, projects = [] } = options;
  const place = main(page).getByRole('listitem', { name: card, exact: true });
  await follow(place, CARDS[card]);
  await arriveAt(page, card);
  await select(page, 'Destination', `harbor (${ORGANIZATION})`);
  await page.getByRole('textbox', { name: 'Migration name' }).fill(name);
  await leaveStep(page, 'Connect to cloud');
  if (card === 'Migrate your users in advance') return;
  for (const project of projects) await page.getByRole('checkbox', { name: project }).check();
  await leaveStep(page, 'Select projects');
}

/** From the choice of people: chooses, and ends at the migration's checks and forecast. */
export async function choosePeople(page: Page, options: MigrationOptions): Promise<void> {
  const { card, name, customers } = options;
  await page.getByRole('radio', { name: customers, exact: true }).check();
  await leaveStep(page, STEPS[card]);
  await arriveAt(page, name);
  await main(page).getByRole('heading', { name: 'Forecast', exact: true }).waitFor();
}

/** Leaves a step of the wizard for the next one. */
export async function leaveStep(page: Page, step: string): Promise<void> {
  await press(page.getByRole('form', { name: step, exact: true }), 'Next');
}

/** From anywhere: *Migrations dashboard*, and there *View details* of a migration. */
export async function viewMigration(page: Page, name: string): Promise<void> {
  await openAssistant(page);
  await follow(page.getByRole('navigation', { name: 'Migrate to cloud' }), 'Migrations dashboard');
  await arriveAt(page, 'Migrations dashboard');
  await follow(main(page), `View details of ${name}`);
  await arriveAt(page, name);
}

/** A table as its texts: heading of the row, then its cells. */
export async function tableOf(page: Page, name: string): Promise<Record<string, string[]>> {
  const rows = main(page).getByRole('table', { name, exact: true }).getByRole('row');
  await rows.nth(1).waitFor();
  const texts = await rows.evaluateAll((each) =>
    each.map((one) => [...one.children].map(({ textContent }) => textContent.trim())),
  );
  return Object.fromEntries(texts.map(([heading = '', ...cells]) => [heading, cells]));
}
