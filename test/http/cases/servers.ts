import { INACTIVE, putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import { missing, unauthorisedOnServers, type Cases } from './case.ts';

const params = { serverId: SERVER };
const nowhere = { serverId: 'server_none' };
const SWITCH = { params: { ...params, directoryId: INACTIVE }, body: { active: true } };

const fill = (world: World) => world.store.write((tx) => putSmallServer(tx));

export const serverCases: Cases<`servers.${'list' | 'get' | 'people' | 'set-directory'}`> = {
  'servers.list': {
    answers: (world) => {
      fill(world);
      return {};
    },
    refuses: {},
  },
  'servers.get': {
    answers: (world) => {
      fill(world);
      return { params };
    },
    refuses: {
      'not-found': missing('server', nowhere.serverId, { params: nowhere }),
      forbidden: unauthorisedOnServers((world) => {
        fill(world);
        return { params };
      }),
    },
  },
  'servers.people': {
    answers: (world) => {
      fill(world);
      return { params, query: { kind: 'customer', state: 'active', search: 'a', sort: 'email' } };
    },
    refuses: {
      'not-found': missing('server', nowhere.serverId, { params: nowhere }),
      forbidden: unauthorisedOnServers((world) => {
        fill(world);
        return { params };
      }),
    },
  },
  'servers.set-directory': {
    answers: (world) => {
      fill(world);
      return SWITCH;
    },
    refuses: {
      'not-found': (world) => {
        fill(world);
        const directoryId = 'server-directory_none';
        return {
          call: { ...SWITCH, params: { ...params, directoryId } },
          facts: { what: 'user directory', id: directoryId },
        };
      },
      forbidden: unauthorisedOnServers((world) => {
        fill(world);
        return SWITCH;
      }),
    },
  },
};
