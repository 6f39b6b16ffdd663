import type { CopyPlan } from '#src/domain/copy-plan.ts';
import { putMigration } from '#test/support/server-migration.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { missing, stale, unauthorisedOnServers, type Cases } from './case.ts';

const params = { serverId: SERVER };
const nowhere = { serverId: 'server_none' };
const one = { ...params, planId: 'plan_night' };

const ENDED = { state: 'finished', finishedAt: 1 } as const;
const ARCHIVED = { ...ENDED, archivedAt: 2 } as const;

/** The server with its migration. */
function fill(over: Partial<CopyPlan>) {
  return (world: World) => {
    world.store.write((tx) => {
      putSmallServer(tx);
      putMigration(tx, over);
    });
    return { params: one };
  };
}

/** The server with its migration, and a plan that is none of its own. */
function other(world: World) {
  fill({})(world);
  const planId = 'plan_none';
  return { call: { params: { ...params, planId } }, facts: { what: 'migration', id: planId } };
}

export const serverMigrationCases: Cases<`server-migrations.${'list' | 'duplicate' | 'archive' | 'restore'}`> =
  {
    'server-migrations.list': {
      answers: (world) => {
        fill(ARCHIVED)(world);
        return { params };
      },
      refuses: {
        'not-found': missing('server', nowhere.serverId, { params: nowhere }),
        forbidden: unauthorisedOnServers((world) => {
          fill({})(world);
          return { params };
        }),
      },
    },
    'server-migrations.duplicate': {
      answers: fill(ENDED),
      refuses: { 'not-found': other, forbidden: unauthorisedOnServers(fill(ENDED)) },
    },
    'server-migrations.archive': {
      answers: fill(ENDED),
      refuses: {
        'not-found': other,
        forbidden: unauthorisedOnServers(fill(ENDED)),
        'version-conflict': stale(2, fill(ENDED)),
        'server-migration.not-archivable': (world) => ({
          call: fill({ state: 'saved' })(world),
          facts: { state: 'saved' },
        }),
      },
    },
    'server-migrations.restore': {
      answers: fill(ARCHIVED),
      refuses: {
        'not-found': other,
        forbidden: unauthorisedOnServers(fill(ARCHIVED)),
        'version-conflict': stale(2, fill(ARCHIVED)),
        'server-migration.not-archived': (world) => ({
          call: fill(ENDED)(world),
          facts: { state: 'finished' },
        }),
      },
    },
  };
