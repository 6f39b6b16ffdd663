import type { RouteName } from '#src/contract/routes.ts';
import { dropFiles, utf8 } from '#test/support/exports.ts';
import type { World } from '#test/support/world.ts';
import { putSmallServer, SERVER } from '#test/support/small-server.ts';
import { missing, stale, unauthorisedOnServers, type Arrange, type Cases } from './case.ts';
import {
  customerIn,
  CUSTOMERS_FILE,
  DESTINATION,
  openImport,
  openServerImport,
  UNKNOWN_FILE,
  writtenImport,
} from './arrangements.ts';

type ImportRoute = Extract<RouteName, `imports.${string}`>;

const NONE = { importId: 'import_none' };
const FIELDS = { kind: 'portal-only' as const, fields: ['email' as const, 'name' as const] };

const opened: Arrange<ImportRoute> = async (world) => ({ params: await openImport(world) });

const another: Arrange<'imports.add-file'> = async (world) => ({
  params: await openImport(world),
  query: { name: 'more.csv' },
  bytes: UNKNOWN_FILE,
});

const first: Arrange<'imports.remove-file'> = async (world) => ({
  params: { ...(await openImport(world)), number: 1 },
});

const mapped: Arrange<'imports.map-file'> = async (world) => ({
  params: { ...(await openImport(world, UNKNOWN_FILE)), number: 1 },
  body: FIELDS,
});

async function written(world: World) {
  return { call: { params: await writtenImport(world) }, facts: { state: 'written' } };
}

async function writtenFile(world: World) {
  const params = { ...(await writtenImport(world)), number: 1 };
  return { call: { params }, facts: { state: 'written' } };
}

const openedOnServer = async (world: World) => ({
  params: await openServerImport(world),
});
const rowOnServer = async (world: World) => ({
  params: { ...(await openServerImport(world)), number: 1 },
});

export const importCases: Cases<ImportRoute> = {
  'imports.create': {
    answers: () => ({ params: { siteId: DESTINATION } }),
    refuses: { 'not-found': missing('site', 'x', { params: { siteId: 'x' } }) },
  },
  'imports.create-for-server': {
    answers: (world) => {
      world.store.write((tx) => putSmallServer(tx));
      return { params: { serverId: SERVER } };
    },
    refuses: {
      'not-found': missing('server', 'x', { params: { serverId: 'x' } }),
      forbidden: unauthorisedOnServers((world) => {
        world.store.write((tx) => putSmallServer(tx));
        return { params: { serverId: SERVER } };
      }),
    },
  },
  'imports.get': {
    answers: opened,
    refuses: {
      'not-found': missing('import', NONE.importId, { params: NONE }),
      forbidden: unauthorisedOnServers(openedOnServer),
    },
  },
  'imports.discard': {
    answers: opened,
    refuses: {
      'not-found': missing('import', NONE.importId, { params: NONE }),
      forbidden: unauthorisedOnServers(openedOnServer),
      'import.not-open': written,
      'import.cancelled': cancelled(opened),
    },
  },
  'imports.add-file': {
    answers: another,
    refuses: {
      'import.cancelled': cancelled(another),
      'not-found': missing('import', NONE.importId, { params: NONE, query: { name: 'a.csv' } }),
      forbidden: unauthorisedOnServers(async (world) => ({
        params: await openServerImport(world),
        query: { name: 'more.csv' },
        bytes: UNKNOWN_FILE,
      })),
      'import.not-open': async (world) => ({
        call: { params: await writtenImport(world), query: { name: 'a.csv' } },
        facts: { state: 'written' },
      }),
    },
  },
  'imports.remove-file': {
    answers: first,
    refuses: {
      'import.cancelled': cancelled(first),
      'not-found': async (world) => ({
        call: { params: { ...(await openImport(world)), number: 7 } },
        facts: { what: 'file', id: '7' },
      }),
      forbidden: unauthorisedOnServers(rowOnServer),
      'import.not-open': writtenFile,
    },
  },
  'imports.map-file': {
    answers: mapped,
    refuses: {
      'import.cancelled': cancelled(mapped),
      'not-found': missing('import', NONE.importId, {
        params: { ...NONE, number: 1 },
        body: FIELDS,
      }),
      forbidden: unauthorisedOnServers(async (world) => ({
        ...(await rowOnServer(world)),
        body: { kind: 'server-user' as const, fields: ['user-name' as const] },
      })),
      'import.not-open': async (world) => {
        const { call, facts } = await writtenFile(world);
        return { call: { ...call, body: FIELDS }, facts };
      },
      'import.mapping-incomplete': async (world) => ({
        call: {
          params: { ...(await openImport(world, UNKNOWN_FILE)), number: 1 },
          body: { kind: 'portal-only', fields: ['ignore', 'name'] },
        },
        facts: { missing: ['email'] },
      }),
    },
  },
  'imports.rows': {
    answers: async (world) => ({
      params: await openImport(world),
      query: { outcome: 'refused', withFindings: 'true' },
    }),
    refuses: {
      'not-found': missing('import', NONE.importId, { params: NONE }),
      forbidden: unauthorisedOnServers(openedOnServer),
    },
  },
  'imports.refused-file': {
    answers: async (world) => ({ params: await openImport(world), query: { file: 1 } }),
    refuses: {
      'not-found': async (world) => ({
        call: { params: await openImport(world), query: { file: 9 } },
        facts: { what: 'file', id: '9' },
      }),
      forbidden: unauthorisedOnServers(async (world) => ({
        params: await openServerImport(world),
        query: { file: 1 },
      })),
    },
  },
  'imports.write': {
    answers: opened,
    refuses: {
      'not-found': missing('import', NONE.importId, { params: NONE }),
      forbidden: unauthorisedOnServers(openedOnServer),
      'import.not-open': written,
      'import.nothing-to-write': async (world) => ({
        call: { params: await openImport(world, utf8('')) },
        facts: {},
      }),
      'import.preview-changed': previewChanged,
      'import.cancelled': cancelled(opened),
      'version-conflict': stale(2, opened),
    },
  },
  'imports.progress': { answers: opened, refuses: {} },
  'imports.cancel': { answers: opened, refuses: {} },
};

/** The same call, called off as soon as it is under way. */
function cancelled<N extends ImportRoute>(arrange: Arrange<N>) {
  return async (world: World) => {
    const call = await arrange(world);
    const params = call.params as { readonly importId: string };
    void cancelWhenRunning(world, params);
    return { call, facts: {} };
  };
}

/** Looks again in later turns of the thread, until the work that is to be called off has arrived. */
async function cancelWhenRunning(world: World, params: { readonly importId: string }) {
  while (!(await world.get('imports.progress', { params })).running) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await world.get('imports.cancel', { params });
}

/** A file that would change a customer who is migrated before it is written. */
async function previewChanged(world: World) {
  const params = customerIn(world, 'active');
  const { email } = await world.get('portal-customers.get', { params });
  const text = new TextDecoder().decode(CUSTOMERS_FILE).replace('ada@mail.example', email);
  const session = await dropFiles(world, DESTINATION, { 'customers.csv': utf8(text) });
  await world.get('portal-customers.migrate', { params });
  return { call: { params: { importId: session.id } }, facts: {} };
}
