/*
 * What an administrator does in the console, as a manual would say it: by role and by name. Every
 * step ends when the screen shows that it is done, so tests never wait for time to pass.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';

/** A page, or a part of it. */
type Place = Page | Locator;

/** The part of the page that belongs to the screen, without header, navigation and simulator. */
export function main(page: Page): Locator {
  return page.getByRole('main');
}

/** Opens the app with a fresh scenario, at the organizations to choose from. */
export async function openScenario(page: Page, name: 'demo' | 'blank'): Promise<void> {
  await page.goto(`/?scenario=${name}`);
  await arriveAt(page, 'Administration');
  await page.getByRole('list', { name: 'Organizations' }).waitFor();
}

/** Waits for the screen of this title. */
export async function arriveAt(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

/** Selects a link by its exact name. */
export async function follow(place: Place, name: string): Promise<void> {
  await place.getByRole('link', { name, exact: true }).click();
}

/** Selects a button by its exact name. */
export async function press(place: Place, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click();
}

/** A row of a list, found by a text in it. */
export function row(page: Page, text: string): Locator {
  return main(page).getByRole('row').filter({ hasText: text });
}

/** Selects an item of the menu at the end of a row. */
export async function choose(page: Page, name: string, item: string): Promise<void> {
  await press(main(page), `More actions for ${name}`);
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

/** What a browser saved: a file's name and its bytes. */
export type Saved = { readonly name: string; readonly bytes: Uint8Array };

/** Takes a step that saves a file, and reads it. */
export async function saved(page: Page, step: () => Promise<void>): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), step()]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  return { name: download.suggestedFilename(), bytes };
}

/** The text of a saved file, without its byte order mark. */
export function textOf({ bytes }: Saved): string {
  return new TextDecoder().decode(bytes);
}

/** Files in `test/support/exports`, or files made by a test. */
export type Files = readonly (string | { readonly name: string; readonly text: string })[];

/** Chooses files at a drop zone. */
export async function chooseFiles(page: Page, zone: string, files: Files): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  await page
    .getByRole('group', { name: zone, exact: true })
    .getByRole('button', { name: /^Choose/ })
    .click();
  const chooser = await opened;
  await chooser.setFiles(
    files.map((file) => {
      const mimeType = 'text/csv';
      if (typeof file !== 'string') {
        return { name: file.name, mimeType, buffer: Buffer.from(file.text) };
      }
      const path = join(import.meta.dirname, 'exports', file);
      return { name: file, mimeType, buffer: readFileSync(path) };
    }),
  );
}

/** The simulator's bar and drawer. */
export function simulator(page: Page): Locator {
  return page.getByRole('region', { name: 'Simulator' });
}

/** Opens or closes the drawer of the simulator. */
export async function toggleSimulator(page: Page): Promise<void> {
  await simulator(page)
    .getByRole('button', { name: /^Simulator/ })
    .click();
}

/** The organization of the two sites between which tests copy. */
export const ORGANIZATION = 'Harbor Logistics';

/** From anywhere: the simulator's drawer, a site, files, and the preview of what they would change. */
export async function previewExports(page: Page, site: string, files: Files): Promise<void> {
  await toggleSimulator(page);
  await select(simulator(page), 'Site to load into', `${site} (${ORGANIZATION})`);
  await follow(simulator(page), 'Load your exports');
  await arriveAt(page, 'Load exports');
  await chooseFiles(page, `Drop the exports of ${site} here`, files);
  await arriveAt(page, 'Check exports');
}

/** Loads files into a site, and waits until they are there. */
export async function loadExports(page: Page, site: string, files: Files): Promise<void> {
  await previewExports(page, site, files);
  await main(page)
    .getByRole('button', { name: /^Load \d/ })
    .click();
  await arriveAt(page, 'Exports loaded');
}

/** Stops simulated time, so that nothing happens but by a jump to the next event. */
export async function pauseTime(page: Page): Promise<void> {
  await press(simulator(page), 'Pause simulated time');
  await simulator(page).getByRole('button', { name: 'Let simulated time run' }).waitFor();
}

/** Jumps from event to event until nothing runs any more. */
export async function finishEverything(page: Page): Promise<void> {
  const button = nextEvent(page);
  await until(async () => {
    if (await isNothingUnderWay(page)) return true;
    // What was last read may be over by now: then there is nothing to press.
    await button.click({ timeout: 500 }).catch(() => undefined);
    return false;
  });
}

/** The simulator's jump to where something happens next. */
export function nextEvent(page: Page): Locator {
  return simulator(page).getByRole('button', { name: 'To the next event' });
}

/**
 * Whether no event is left to jump to. Both attributes are read at one instant: a busy button is
 * disabled too, so that two reads around the end of a jump would take it for the last.
 */
export async function isNothingUnderWay(page: Page): Promise<boolean> {
  return nextEvent(page).evaluate(
    (button) => button.ariaDisabled === 'true' && button.ariaBusy !== 'true',
  );
}

/** Waits for what no single element says. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 60_000, interval: 50 });
}

/** Selects an option, by its words, of a list of choices. */
export async function select(place: Place, list: string, option: string): Promise<void> {
  await place.getByRole('combobox', { name: list }).selectOption({ label: option });
}

/** Lets simulated time run, and chooses how fast. */
export async function setSpeed(page: Page, speed: string): Promise<void> {
  await select(simulator(page), 'Speed of simulated time', speed);
  await simulator(page).getByRole('button', { name: 'Pause simulated time' }).waitFor();
}

/** Chooses whom one is: `organization admin`, `site admin` or `agent`. */
export async function become(page: Page, persona: string): Promise<void> {
  const options = simulator(page).getByRole('combobox', { name: 'Persona' });
  const option = options.getByRole('option').filter({ hasText: new RegExp(`^${persona}`) });
  await options.selectOption({ label: (await option.textContent()) ?? persona });
  const profile = new RegExp(`^Your profile: ${persona}$`, 'i');
  await page.getByRole('banner').getByRole('button', { name: profile }).waitFor();
}
