/* Work that is cut off on its way: quiet beginnings, moments of its progress, and what is left behind. */
import type { Locator, Page } from 'playwright-core';
import {
  finishEverything,
  main,
  openScenario,
  pauseTime,
  press,
  saved,
  setSpeed,
  simulator,
  toggleSimulator,
  until,
} from './console-actions.ts';

const SPEED = '1 minute per second';

/** The demo with time standing still and nothing under way. */
export async function openQuietDemo(page: Page): Promise<void> {
  await openScenario(page, 'demo');
  await pauseTime(page);
  await finishEverything(page);
}

/** The moment at which the work on screen has come this far, 0 to 1; on a slow machine it may be over. */
export async function progressOf(page: Page, share: number, over: Locator): Promise<void> {
  const bar = main(page).getByRole('progressbar').first();
  await bar.or(over).first().waitFor();
  const value = () => bar.evaluateAll(([shown]) => (shown as HTMLProgressElement)?.value ?? 1);
  await until(async () => (await value()) >= share);
}

/** Lets time run until the copy on screen has come this far. */
export async function copyUntil(page: Page, share: number): Promise<void> {
  await setSpeed(page, SPEED);
  await progressOf(page, share, main(page).getByText('Finished').first());
}

/** Lets time run until the migration on screen has come this far. */
export async function migrateUntil(page: Page, share: number): Promise<void> {
  await setSpeed(page, SPEED);
  await progressOf(page, share, main(page).getByRole('table').getByText('Inactive').first());
}

/** The workspace as a file, saved by the simulator's drawer. */
export async function savedWorkspace(page: Page): Promise<Uint8Array> {
  await toggleSimulator(page);
  const { bytes } = await saved(page, () => press(simulator(page), 'Save'));
  await toggleSimulator(page);
  return bytes;
}
