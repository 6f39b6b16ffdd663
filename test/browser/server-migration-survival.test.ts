/*
 * A migration from a server whose page is killed and reloaded in the middle ends exactly as one that
 * nobody disturbed: everybody arrives once, nothing is doubled. Chance is the same in every run.
 */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFrom } from '#src/application/scenarios/random.ts';
import { pathTo } from '#src/ui/paths.ts';
import { launchBrowser, openProfile } from '#test/support/browser.ts';
import { arriveAt, finishEverything, main, pauseTime } from '#test/support/console-actions.ts';
import { runPlan } from '#test/support/copying-actions.ts';
import { copyUntil, savedWorkspace } from '#test/support/disturbed-work.ts';
import { endRenderer, reopen } from '#test/support/kill-renderer.ts';
import { fileOf, openWorkspaceFile, preparedDemo } from '#test/support/prepared-file.ts';
import { chooseFixes, migrationOf } from '#test/support/server-actions.ts';
import { readWorkspaceFile } from '#test/support/workspace-facts.ts';
import { openWorld, type World } from '#test/support/world.ts';

const SERVER = { serverId: 'server_quayside' } as const;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** Fixes for all addresses, and a saved migration of everybody with two service projects. */
async function planned(world: World): Promise<string> {
  await chooseFixes(world, SERVER.serverId, { invalid: 'new-addresses', duplicated: 'merge' });
  const { id } = await world.get('server-plans.create', {
    params: SERVER,
    body: migrationOf({
      name: 'The move',
      flow: 'with-data',
      projectIds: ['project_quayside-warehouse', 'project_quayside-claims'],
    }),
  });
  return id;
}

/** The same file opened and run in this process, where nothing disturbs; its ids are taken already. */
async function afterRun(file: Uint8Array, planId: string): Promise<Uint8Array> {
  const world = await openWorld('blank', randomUUID);
  const params = { planId };
  await world.get('workspace.import-file', { bytes: file });
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
  await world.finishJobs();
  const after = await fileOf(world);
  world.backend.close();
  return after;
}

test(
  'a migration from a server that is killed, reloaded and killed again ends as one that nobody disturbed',
  { timeout: 300_000 },
  async () => {
    const chance = randomFrom(7);
    let planId = '';
    const file = await preparedDemo(async (world) => {
      planId = await planned(world);
    });
    const undisturbed = await readWorkspaceFile(await afterRun(file, planId));

    const { context, page: first, recorder } = await openProfile(browser);
    await openWorkspaceFile(first, file);
    await first.goto(pathTo('server-migration', { ...SERVER, planId }));
    await arriveAt(first, 'The move');
    await runPlan(first);
    await copyUntil(first, 0.05 + chance.float() * 0.2);
    await endRenderer(first, 'kill');
    const second = await reopen(first);
    await pauseTime(second);
    await copyUntil(second, 0.35 + chance.float() * 0.2);
    await second.reload();
    await copyUntil(second, 0.6 + chance.float() * 0.2);
    await endRenderer(second, 'crash');
    const third = await reopen(second);
    await pauseTime(third);
    await finishEverything(third);
    await main(third).getByText('FINISHED', { exact: true }).first().waitFor();
    const disturbed = await readWorkspaceFile(await savedWorkspace(third));
    recorder.expectClean();
    await context.close();

    expect(disturbed.violations).toEqual([]);
    expect(disturbed.records['copyOutcomes']!.length).toBeGreaterThan(100);
    expect(disturbed).toEqual(undisturbed);
  },
);
