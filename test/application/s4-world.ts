/* The small server with its addresses fixed, and what the tests of S4's sentences ask of a world. */
import { holdingOf, type Holding } from '#src/domain/copy-table.ts';
import { fixAddresses } from '#test/support/server-plan.ts';
import {
  OTHER_SERVER_PROJECT,
  putSmallServer,
  SERVER_PROJECT,
} from '#test/support/small-server.ts';
import { DESTINATION, emailOf } from '#test/support/two-sites.ts';
import { openWorld, type World } from '#test/support/world.ts';

export const WITH_DATA = { flow: 'with-data', projectIds: [SERVER_PROJECT] } as const;
export const WITH_ALL_DATA = {
  flow: 'with-data',
  projectIds: [SERVER_PROJECT, OTHER_SERVER_PROJECT],
} as const;

export async function openServerWorld(): Promise<World> {
  const world = await openWorld('blank');
  world.store.write((tx) => {
    putSmallServer(tx);
    fixAddresses(tx);
  });
  return world;
}

/** First names of everybody in a run, with what it did to each. */
export async function outcomes(
  world: World,
  params: { planId: string },
): Promise<Record<string, string>> {
  const { items } = await world.get('copy-plans.outcomes', { params, query: { limit: 100 } });
  return Object.fromEntries(items.map(({ name, action }) => [name.split(' ')[0]!, action]));
}

/** What an address holds on the site. */
export function holds(world: World, name: string): Holding {
  const emailKey = emailOf(name);
  return world.read((tx) => {
    const [account] = tx.accounts.where({ emailKey });
    const access = account && tx.siteAccess.get({ siteId: DESTINATION, accountId: account.id });
    const profile = tx.queries.portalCustomerByEmail(DESTINATION, emailKey);
    return holdingOf(profile !== undefined, access !== undefined);
  });
}

/** Who raised the requests that arrived, by key. */
export function reporters(world: World): Record<string, string> {
  return world.read((tx) =>
    Object.fromEntries(
      tx.requests.where({ siteId: DESTINATION }).map(({ key, reporterId }) => [key, reporterId]),
    ),
  );
}
