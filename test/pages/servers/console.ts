/* The small server in the console, with migrations of it in any state. */
import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { putMigration } from '#test/support/server-migration.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { pathTo } from '#src/ui/paths.ts';

export const HOME = pathTo('server', { serverId: SERVER });
export const USERS = pathTo('server-users', { serverId: SERVER });
export const DASHBOARD = pathTo('server-migrations', { serverId: SERVER });

/** Puts the server and these migrations of it. */
export function serverWith(...plans: readonly Partial<CopyPlan>[]) {
  return async (world: World): Promise<void> => {
    world.store.write((tx) => {
      putSmallServer(tx);
      for (const plan of plans) putMigration(tx, plan);
    });
  };
}

/** Puts a server that nobody is on. */
export async function emptyServer(world: World): Promise<void> {
  world.store.write((tx) => {
    tx.servers.put({ id: SERVER, name: 'Quarry desk', edition: 'server' });
  });
}
