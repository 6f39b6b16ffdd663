/* Everybody of the cast with the records that their presences are made of, ready to be written. */
import type { AtlassianAccount, DirectoryUser, SiteAccess } from '../../domain/account.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Membership } from '../../domain/group.ts';
import type { HolderId } from '../../domain/ids.ts';
import type { Message } from '../../domain/message.ts';
import type { PortalCustomer } from '../../domain/portal-customer.ts';
import type { Tx } from '../ports.ts';
import { addAccount } from './accounts.ts';
import { CAST } from './cast.ts';
import type { Company } from './companies.ts';
import { personMaker } from './people.ts';
import { addProfiles } from './profiles.ts';
import type { Random } from './random.ts';
import { SITE_KEYS, type SiteKey } from './sites.ts';

/** Someone who raised requests on a site, and between when. */
export type Holder = {
  readonly id: HolderId;
  readonly site: SiteKey;
  readonly company: Company;
  readonly emailKey: string;
  readonly from: Instant;
  readonly until: Instant;
  /** A customer there today: may be a member of a customer organization. */
  readonly isCurrent: boolean;
};

export type Population = {
  readonly accounts: AtlassianAccount[];
  readonly directoryUsers: DirectoryUser[];
  readonly siteAccess: SiteAccess[];
  readonly memberships: Membership[];
  readonly portalCustomers: PortalCustomer[];
  readonly messages: Message[];
  readonly holders: Holder[];
};

/** Casts everybody. */
export function populate(random: Random): Population {
  const population: Population = {
    accounts: [],
    directoryUsers: [],
    siteAccess: [],
    memberships: [],
    portalCustomers: [],
    messages: [],
    holders: [],
  };
  const makerOf = personMaker(random);
  for (const part of CAST) {
    const makePerson = makerOf(part);
    for (let number = 0; number < part.count; number += 1) {
      const person = makePerson();
      const account = addAccount(population, random, person);
      for (const key of SITE_KEYS) addProfiles(population, random, person, key, account);
    }
  }
  return population;
}

/** Writes the people, those first whom others name. */
export function seedPopulation(tx: Tx, population: Population): void {
  for (const account of population.accounts) tx.accounts.put(account);
  for (const user of population.directoryUsers) tx.directoryUsers.put(user);
  for (const access of population.siteAccess) tx.siteAccess.put(access);
  for (const membership of population.memberships) tx.memberships.put(membership);
  for (const customer of population.portalCustomers) tx.portalCustomers.put(customer);
  for (const message of population.messages) tx.messages.put(message);
}
