import type { BodyOf } from '#src/contract/api.ts';
import type { RouteName } from '#src/contract/routes.ts';
import type { FixFile } from '#src/domain/server-fixes.ts';
import { utf8 } from '#test/support/exports.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import type { World } from '#test/support/world.ts';
import {
  LAST_CHANGE,
  missing,
  unauthorisedOnServers,
  type Arrange,
  type Cases,
  type Refused,
} from './case.ts';

const params = { serverId: SERVER };
const nowhere = { serverId: 'server_none' };

type Assessment = Extract<RouteName, `server-assessment.${string}`>;

/** A server that nobody has assessed yet. */
const fresh = (world: World) => world.store.write((tx) => putSmallServer(tx));

/** A server whose users were assessed. */
async function assessed(world: World): Promise<void> {
  fresh(world);
  await world.get('server-assessment.begin', { params });
}

/** An edited file as it may come back. */
async function downloaded(world: World, file: FixFile): Promise<Uint8Array> {
  const { body } = await world.raw('server-assessment.download', { params: { ...params, file } });
  return body!;
}

const FIXES: BodyOf<'server-assessment.choose'> = {
  level: 'simple',
  invalid: 'former-users',
  duplicated: 'merge',
};

/** What every endpoint refuses; `call` is what it takes beside the server. */
function guarded<N extends Assessment>(call: object = {}) {
  const given = (of: object) => ({ ...call, params: { ...of, ...paramsOf(call) } }) as never;
  const arrange: Arrange<N> = (world) => {
    fresh(world);
    return given(params);
  };
  const notBegun = async (world: World): Promise<Refused<N>> => ({
    call: await arrange(world),
    facts: { name: 'Quarry desk' },
  });
  return {
    always: {
      'not-found': missing<N>('server', nowhere.serverId, given(nowhere)),
      forbidden: unauthorisedOnServers<N>(arrange),
    },
    notBegun: { 'assessment.not-begun': notBegun },
  };
}

/** The same, for those that ask for an assessment. */
function usual<N extends Assessment>(call: object = {}) {
  const { always, notBegun } = guarded<N>(call);
  return { ...always, ...notBegun };
}

function paramsOf(call: object): object {
  return 'params' in call && typeof call.params === 'object' ? (call.params ?? {}) : {};
}

function whileRunning<N extends Assessment>(call: object) {
  return async (world: World): Promise<Refused<N>> => {
    await assessed(world);
    world.store.write((tx) => putRunningMigration(tx));
    return { call: { params, ...call } as never, facts: { name: 'Night shift' } };
  };
}

/** A migration of the server that never gets further. */
export function putRunningMigration(tx: Parameters<typeof putSmallServer>[0]): void {
  tx.copyPlans.put({
    id: 'plan_night',
    name: 'Night shift',
    flow: 'in-advance',
    sourcePlaceId: SERVER,
    destinationSiteId: 'site_harbor',
    customers: 'all',
    users: 'all',
    preserveGroupMembership: true,
    projectIds: [],
    state: 'running',
    jobId: null,
    createdAt: 0,
    startedAt: 0,
    finishedAt: null,
    importedGroupId: null,
    archivedAt: null,
    version: 2,
  });
}

function outdated<N extends Assessment>(call: object) {
  return async (world: World): Promise<Refused<N>> => {
    await assessed(world);
    const refused = { params, ...call, ifMatch: 99 };
    return { call: refused as never, facts: { expected: 99, current: 1, ...LAST_CHANGE } };
  };
}

const INVALID = { params: { ...params, file: 'invalid' }, bytes: utf8('UserKey') } as const;

export const serverAssessmentCases: Cases<Assessment> = {
  'server-assessment.get': {
    answers: async (world) => {
      await assessed(world);
      return { params };
    },
    refuses: guarded<'server-assessment.get'>().always,
  },
  'server-assessment.begin': {
    answers: (world) => {
      fresh(world);
      return { params };
    },
    refuses: guarded<'server-assessment.begin'>().always,
  },
  'server-assessment.people': {
    answers: async (world) => {
      await assessed(world);
      return { params, query: { problem: 'everybody', search: 'a' } };
    },
    refuses: usual<'server-assessment.people'>(),
  },
  'server-assessment.forecast': {
    answers: async (world) => {
      await assessed(world);
      return { params, query: FIXES };
    },
    refuses: usual<'server-assessment.forecast'>({ query: FIXES }),
  },
  'server-assessment.choose': {
    answers: async (world) => {
      await assessed(world);
      return { params, body: FIXES, ifMatch: 1 };
    },
    refuses: {
      ...usual<'server-assessment.choose'>({ body: FIXES }),
      'version-conflict': outdated<'server-assessment.choose'>({ body: FIXES }),
      'assessment.migration-running': whileRunning<'server-assessment.choose'>({ body: FIXES }),
      'assessment.file-missing': async (world) => {
        await assessed(world);
        const body = { ...FIXES, invalid: 'file' } as const;
        return { call: { params, body }, facts: { file: 'invalid' } };
      },
    },
  },
  'server-assessment.download': {
    answers: async (world) => {
      await assessed(world);
      return { params: { ...params, file: 'all' } };
    },
    refuses: usual<'server-assessment.download'>({ params: { file: 'all' } }),
  },
  'server-assessment.upload': {
    answers: async (world) => {
      await assessed(world);
      return { params: { ...params, file: 'all' }, bytes: await downloaded(world, 'all') };
    },
    refuses: {
      ...usual<'server-assessment.upload'>({
        params: { file: 'invalid' },
        bytes: utf8('UserKey'),
      }),
      'version-conflict': outdated<'server-assessment.upload'>(INVALID),
      'assessment.migration-running': whileRunning<'server-assessment.upload'>(INVALID),
      'assessment.file-unreadable': async (world) => {
        await assessed(world);
        return { call: { ...INVALID, bytes: utf8('') }, facts: { reason: 'empty' } };
      },
      'assessment.file-refused': async (world) => {
        await assessed(world);
        const expected = 'UserKey,UserName,Type,OldEmail,NewEmail,Tombstone';
        const facts = { expected, found: 'UserKey' };
        const refusals = [{ line: 1, code: 'headings-differ', column: null, facts }];
        return { call: INVALID, facts: { file: 'invalid', count: 1, refusals } };
      },
    },
  },
};
