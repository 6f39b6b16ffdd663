/* The demo: believable customers in every situation that copying and migrating can meet. */
import type { Tx } from '../ports.ts';
import { seedOwnGroups } from './accounts.ts';
import { seedCustomerOrganizations } from './customer-organizations.ts';
import { populate, seedPopulation, type Population } from './population.ts';
import { randomFrom } from './random.ts';
import { seedReferences } from './references.ts';
import { seedRequests } from './requests.ts';
import { seedRunningMigrations } from './running-migrations.ts';
import { seedServerGroups } from './server-groups.ts';
import { castServer } from './server-people.ts';
import { seedServerRequests } from './server-requests.ts';
import { putDirectories, seedServer } from './server.ts';
import { seedSites } from './sites.ts';

/** Chance of its own for each step, so that more requests do not make other people. */
const SEEDS = {
  people: 2_026_03_02,
  customerOrganizations: 2,
  requests: 3,
  references: 4,
  serverPeople: 5,
  serverRequests: 6,
} as const;

/** Fills the store with the demo's data, all but the workspace record and the audit entry. */
export function seedDemo(tx: Tx): void {
  const population = populate(randomFrom(SEEDS.people));
  seedSites(tx);
  seedOwnGroups(tx);
  seedPopulation(tx, population);
  const memberships = seedCustomerOrganizations(
    tx,
    randomFrom(SEEDS.customerOrganizations),
    population.holders,
  );
  const { holders } = population;
  const requests = seedRequests(tx, randomFrom(SEEDS.requests), holders, memberships);
  seedReferences(tx, randomFrom(SEEDS.references), population, requests);
  seedRunningMigrations(tx, population.portalCustomers);
  seedPeopleOfServer(tx, population);
}

/** Last, so that what the rest of the demo has is settled. */
function seedPeopleOfServer(tx: Tx, population: Population): void {
  seedServer(tx);
  putDirectories(tx, ['ldap', 'old']);
  const colleagues = castServer(randomFrom(SEEDS.serverPeople), population);
  for (const { rows } of colleagues) for (const user of rows) tx.serverUsers.put(user);
  seedServerGroups(tx, colleagues);
  seedServerRequests(tx, randomFrom(SEEDS.serverRequests), colleagues);
}
