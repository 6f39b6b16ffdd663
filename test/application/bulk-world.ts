/* Worlds for bulk steps: a site of the demo, and many customers at once. */
import { emailKey } from '#src/domain/email-key.ts';
import type { PortalCustomerId, SiteId } from '#src/domain/ids.ts';
import type { PortalCustomer } from '#src/domain/portal-customer.ts';
import type { World } from '#test/support/world.ts';

export const SITE = 'site_harbor' satisfies SiteId;

/** Adds this many active customers, `crowd-0001@…` and so on, to the site. */
export function addCrowd(world: World, count: number): void {
  world.store.write((tx) => {
    for (let number = 1; number <= count; number += 1) {
      tx.portalCustomers.put(crowdCustomer(number));
    }
  });
}

function crowdCustomer(number: number): PortalCustomer {
  const name = `crowd-${String(number).padStart(4, '0')}`;
  const email = `${name}@crowd.example`;
  return {
    id: `qm:crowd:${number}` satisfies PortalCustomerId,
    siteId: SITE,
    email,
    emailKey: emailKey(email),
    name,
    state: 'active',
    createdAt: 0,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  };
}

/** Those of the crowd, by the list's search. */
export const CROWD = { by: 'filter', search: 'crowd.example', state: null } as const;

type Step = 'migrate' | 'delete' | 'revoke' | 'grant';

/** A bulk step for the whole crowd. */
export function bulkCrowd(world: World, step: Step, expected: number) {
  return world.get('portal-customers.bulk', {
    params: { siteId: SITE },
    body: { step, selection: CROWD, expected },
  });
}

/** What became of each customer, in order. */
export async function resultsOf(world: World, jobId: string): Promise<string[]> {
  const { items } = await world.get('jobs.items', { params: { jobId }, query: { limit: 200 } });
  return items.map(({ name, state, reason }) => [name, state, reason].filter(Boolean).join(' '));
}

/** Lets simulated minutes pass; scenarios run a minute in a second. */
export function passMinutes(world: World, minutes: number): void {
  world.clock.wallNow += minutes * 1_000;
}
