/* A workspace that a backend in this process has prepared, as a file for a real browser to open. */
import type { Page } from 'playwright-core';
import { press, simulator, toggleSimulator } from './console-actions.ts';
import { openWorld, type World } from './world.ts';

/** The demo with time standing still and nothing under way, after what is done to it here. */
export async function preparedDemo(
  prepare: (world: World) => Promise<unknown>,
): Promise<Uint8Array> {
  const world = await openWorld('demo');
  try {
    await world.get('workspace.set-clock', { body: { action: 'set-speed', speed: 0 } });
    await world.finishJobs();
    await prepare(world);
    return await fileOf(world);
  } finally {
    world.backend.close();
  }
}

/** The workspace file of a backend. */
export async function fileOf(world: World): Promise<Uint8Array> {
  const { body } = await world.raw('workspace.export-file');
  if (body === null) throw new Error('There is no workspace file');
  return body;
}

/** Opens a workspace file by the simulator's drawer, in a page that was not used before. */
export async function openWorkspaceFile(page: Page, file: Uint8Array): Promise<void> {
  await page.goto('/?scenario=blank');
  await page.getByRole('list', { name: 'Organizations' }).waitFor();
  await toggleSimulator(page);
  await simulator(page)
    .getByLabel('Workspace file')
    .setInputFiles({
      name: 'prepared',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(file),
    });
  await press(page.getByRole('alertdialog'), 'Open');
  await page.getByText('The workspace file is open').waitFor();
  await toggleSimulator(page);
}
