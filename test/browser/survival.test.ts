import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import {
  finishEverything,
  openScenario,
  pauseTime,
  saved,
  press,
  toggleSimulator,
  toTheNextEvent,
  simulator,
  setSpeed,
} from '#test/support/console-actions.ts';
import { createCopyPlan, runPlan } from '#test/support/copying-actions.ts';
import { endRenderer, reopen } from '#test/support/kill-renderer.ts';
import { readWorkspaceFile } from '#test/support/workspace-facts.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function facts(page: Page) {
  await toggleSimulator(page);
  const { bytes } = await saved(page, () => press(simulator(page), 'Save'));
  return readWorkspaceFile(bytes);
}
const PROJECTS = ['IT Help (HSIT)', 'Customer Care (HSCARE)', 'HR (HSHR)'];

test('probe', async () => {
  const results = [];
  for (const mode of ['plain', 'kill', 'crash'] as const) {
    const t0 = Date.now();
    const opened = await openProfile(browser);
    let page = opened.page;
    page.setDefaultTimeout(20000);
    await openScenario(page, 'demo');
    await pauseTime(page);
    await finishEverything(page);
    console.log(mode, 'ready', Date.now() - t0);
    await createCopyPlan(page, { name: 'Rehearsal', from: 'harbor-support', to: 'harbor', projects: PROJECTS });
    console.log(mode, 'plan', Date.now() - t0);
    await runPlan(page);
    if (mode === 'plain') await toTheNextEvent(page);
    else {
      await setSpeed(page, '1 minute per second');
      await page.getByRole('progressbar').first().waitFor();
      await endRenderer(page, mode);
      console.log(mode, 'dead', Date.now() - t0);
      page = await reopen(opened.context, page);
      await pauseTime(page);
      console.log(mode, 'back', Date.now() - t0);
      await finishEverything(page);
    }
    console.log(mode, 'done', Date.now() - t0);
    results.push(await facts(page));
    console.log(mode, 'read', Date.now() - t0);
    opened.recorder.expectClean();
    await opened.context.close();
  }
  const [a, b, c] = results;
  for (const [k, v] of Object.entries(a!.records)) console.log(k, v.length, v[0]?.slice(0, 200));
  expect(a!.violations).toEqual([]);
  expect(b).toEqual(a);
  expect(c).toEqual(a);
});
