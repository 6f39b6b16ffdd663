/* Work to be cut off, begun in this process and handed over as a workspace file in which time stands still. */
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import { dropFiles, utf8 } from '#test/support/exports.ts';
import { manyCustomer } from '#test/support/many-people.ts';
import { preparedDemo } from '#test/support/prepared-file.ts';
import { chooseFixes, migrationOf } from '#test/support/server-actions.ts';
import type { World } from '#test/support/world.ts';

/** A workspace file with work in it that has begun, or can be begun at any time. */
export type Prepared = { readonly file: Uint8Array } & (
  | { readonly kind: 'job'; readonly jobId: string; readonly durationMs: number }
  | { readonly kind: 'import'; readonly importId: string; readonly version: number }
);

export type Work = () => Promise<Prepared>;

const SITE = 'site_harbor-support';
const IMPORTED = 15_000;
const MIGRATED = 2_000;

export const WORKS: Readonly<Record<string, Work>> = {
  'an import': async () => {
    let begun = { importId: '', version: 0 };
    const file = await preparedDemo(async (world) => {
      const people = Array.from(
        { length: IMPORTED },
        (_, n) => `,Person ${n},person.${n}@example.test,Yes,`,
      );
      const text = ['username,full_name,email,active,last_login', ...people].join('\n');
      const { id, version } = await dropFiles(world, 'site_harbor', { 'many.csv': utf8(text) });
      begun = { importId: id, version };
    });
    return { kind: 'import', file, ...begun };
  },
  'a copy': () =>
    begunJob(async (world) => {
      const { id } = await world.get('copy-plans.create', {
        body: {
          name: 'Rehearsal',
          sourceSiteId: SITE,
          destinationSiteId: 'site_harbor',
          customers: 'all',
          users: 'all',
          preserveGroupMembership: true,
          projectIds: projectsOf(world, ['HSIT', 'HSCARE', 'HSHR']),
        },
      });
      await run(world, id);
    }),
  'a migration from a server': () =>
    begunJob(async (world) => {
      const serverId = 'server_quayside';
      await chooseFixes(world, serverId, { invalid: 'new-addresses', duplicated: 'merge' });
      const { id } = await world.get('server-plans.create', {
        params: { serverId },
        body: migrationOf({
          name: 'The move',
          flow: 'with-data',
          projectIds: ['project_quayside-warehouse', 'project_quayside-claims'],
        }),
      });
      await run(world, id);
    }),
  'a bulk migration': () =>
    begunJob(async (world) => {
      world.store.write((tx) => {
        for (let n = 0; n < MIGRATED; n += 1) tx.portalCustomers.put(customer(n));
      });
      const selection = { by: 'filter', search: '', state: 'active' } as const;
      const body = { step: 'migrate', selection } as const;
      const params = { siteId: SITE };
      const { count } = await world.get('portal-customers.bulk-forecast', { params, body });
      await world.get('portal-customers.bulk', { params, body: { ...body, expected: count } });
    }),
};

/** Nobody who is on the way elsewhere already. */
function customer(number: number): PortalCustomer {
  const id = `qm:soak:${number}` as const;
  return { ...manyCustomer(number, SITE), id, state: 'active' };
}

function projectsOf(world: World, keys: readonly string[]): string[] {
  return world.read((tx) =>
    tx.serviceProjects
      .where({ siteId: SITE })
      .flatMap(({ id, key }) => (keys.includes(key) ? [id] : [])),
  );
}

async function run(world: World, planId: string): Promise<void> {
  const params = { planId };
  const { fingerprint } = await world.get('copy-plans.forecast', { params });
  await world.get('copy-plans.run', { params, body: { fingerprint } });
}

/** The file in which a job has begun, and is not settled any further. */
async function begunJob(begin: (world: World) => Promise<void>): Promise<Prepared> {
  let begun = { jobId: '', durationMs: 0 };
  const file = await preparedDemo(async (world) => {
    await begin(world);
    const { items } = await world.get('jobs.list', { query: { state: 'running' } });
    const [job] = items;
    if (!job || items.length > 1) throw new Error(`${items.length} jobs have begun`);
    begun = { jobId: job.id, durationMs: job.endsAt - job.startedAt };
  });
  return { kind: 'job', file, ...begun };
}
