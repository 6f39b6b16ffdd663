/* The portal-only profiles of a person of the cast on one site. */
import { migrationDurationMs } from '../../domain/account-migration.ts';
import type { AtlassianAccount } from '../../domain/account.ts';
import { MINUTE_MS, type Instant } from '../../domain/clock.ts';
import { FORMER_USER, type PortalCustomerId } from '../../domain/ids.ts';
import type { PortalCustomer, PortalCustomerState } from '../../domain/portal-customer.ts';
import { DAY_MS, daysAgo, HOUR_MS, recentTime, SCENARIO_START, workingTime } from './calendar.ts';
import { HOLDS } from './cast.ts';
import { displayName, spelled, type Person } from './people.ts';
import type { Population } from './population.ts';
import type { Random } from './random.ts';
import { SITES, type SiteKey } from './sites.ts';

/** The first half of every portal-only id of a site. */
const TENANTS: Readonly<Record<SiteKey, string>> = {
  support: '5b0f6a52-6f0b-4c1e-9a35-2d4be1c8f7a0',
  harbor: 'c2d81e9b-4a77-4f53-8d10-91f3a6b2e45c',
  fjord: '1e64c0d7-93b8-4b2f-a6ce-7f05d28b9a13',
};

/** Writes that brought a profile into its state. */
const VERSIONS: Readonly<Record<PortalCustomerState, number>> = {
  active: 1,
  revoked: 2,
  deleted: 2,
  migrating: 2,
  migrated: 3,
};

/** Adds the person's profiles on a site, and whom their requests are attached to. */
export function addProfiles(
  population: Population,
  random: Random,
  person: Person,
  key: SiteKey,
  account: AtlassianAccount | undefined,
): void {
  const presence = person.part.at[key];
  if (!presence) return;
  const hasFailed = presence === 'migration-failed';
  const { profiles } = HOLDS[presence];
  for (const [order, state] of profiles.entries()) {
    const period = periodOf(state, order, profiles.length);
    const { createdAt, lastLoginAt } = history(random, state, period, account);
    const profile: PortalCustomer = {
      id: profileId(random, key, state),
      siteId: SITES[key].id,
      email: spelled(random, person.email),
      emailKey: person.emailKey,
      // A deleted account is wiped; the address stays, because copying goes by it.
      name: state === 'deleted' ? 'Former user' : displayName(random, person),
      state,
      createdAt,
      lastLoginAt,
      migratedTo: state === 'migrated' && account ? account.id : null,
      failure: hasFailed ? 'account-deactivated' : null,
      passwordSetAt: null,
      version: hasFailed ? 3 : VERSIONS[state],
    };
    population.portalCustomers.push(profile);
    addHolder(population, person, key, profile);
  }
}

function addHolder(
  population: Population,
  { company, emailKey }: Person,
  key: SiteKey,
  profile: PortalCustomer,
): void {
  const { state, createdAt, lastLoginAt, migratedTo } = profile;
  const access =
    migratedTo &&
    population.siteAccess.find(
      ({ accountId, siteId }) => accountId === migratedTo && siteId === profile.siteId,
    );
  const until = (access && access.lastSeenAt) ?? lastLoginAt ?? createdAt + 30 * DAY_MS;
  population.holders.push({
    id: state === 'deleted' ? FORMER_USER : (migratedTo ?? profile.id),
    site: key,
    company,
    emailKey,
    from: createdAt,
    until: Math.min(until, SCENARIO_START - HOUR_MS),
    isCurrent: state !== 'deleted',
  });
}

function profileId(random: Random, key: SiteKey, state: PortalCustomerState): PortalCustomerId {
  for (;;) {
    const id: PortalCustomerId = `qm:${TENANTS[key]}:${random.uuid()}`;
    // A running migration must have begun before the scenario: one that takes long enough.
    if (state !== 'migrating' || migrationDurationMs({ id }) > 6 * MINUTE_MS) return id;
  }
}

/** Days before the scenario between which a profile was made, and the last day of its use. */
type Period = { readonly oldest: number; readonly newest: number; readonly lastUse: number };

function periodOf(state: PortalCustomerState, order: number, count: number): Period {
  if (order < count - 1) return { oldest: 1000, newest: 600, lastUse: 580 };
  const oldest = count > 1 ? 560 : 1000;
  return { oldest, newest: 25, lastUse: state === 'active' || state === 'migrating' ? 0 : 20 };
}

function history(
  random: Random,
  state: PortalCustomerState,
  { oldest, newest, lastUse }: Period,
  account: AtlassianAccount | undefined,
): { readonly createdAt: Instant; readonly lastLoginAt: Instant | null } {
  if (state === 'migrated' && account) {
    const before = account.createdAt - DAY_MS;
    const since = workingTime(random, before - 600 * DAY_MS, before - 30 * DAY_MS);
    return { createdAt: since, lastLoginAt: recentTime(random, since, before) };
  }
  const createdAt = workingTime(random, daysAgo(oldest), daysAgo(newest));
  if (state !== 'migrating' && random.chance(0.14)) return { createdAt, lastLoginAt: null };
  return { createdAt, lastLoginAt: recentTime(random, createdAt, daysAgo(lastUse) - HOUR_MS) };
}
