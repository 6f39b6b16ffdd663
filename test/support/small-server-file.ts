/* A workspace file with the small server in it, for a real browser to open. */
import type { Page } from 'playwright-core';
import { openWorkspaceFile, preparedDemo } from './prepared-file.ts';
import { putSmallServer } from './small-server.ts';
import type { World } from './world.ts';

/** Opens the demo with the small server beside its sites, after what else happened to them. */
export async function openWithSmallServer(
  page: Page,
  before: (world: World) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const file = await preparedDemo(async (world) => {
    world.store.write((tx) => putSmallServer(tx));
    await before(world);
  });
  await openWorkspaceFile(page, file);
}
