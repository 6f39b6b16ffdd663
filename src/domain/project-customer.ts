/*
 * Who stands on a service project's *Customers* page (domain.md 3.3): people with the project role of
 * customers, people of its requests, and members of its customer organizations. One row a person: an
 * address may hold both account types.
 */
import type { AccountState } from './account.ts';
import type { Holding } from './copy-table.ts';
import { FORMER_USER, type AccountId, type HolderId, type PortalCustomerId } from './ids.ts';
import { countsAsPortalOnly, type PortalCustomerState } from './portal-customer.ts';
import type { ProductRole } from './product-role.ts';

/**
 * How the account stands that the person arrives with. `no-role`: an Atlassian account on the site
 * without a role; `no-account`: nothing on the site any more, only the records remain (REMCUST).
 */
export type ProjectCustomerState =
  'active' | 'revoked' | 'migrating' | 'suspended' | 'deactivated' | 'no-role' | 'no-account';

/** A portal-only account of the site. */
type Profile = {
  readonly id: PortalCustomerId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly state: PortalCustomerState;
};

/** An Atlassian account; `onSite` is null while it has no access to the site. */
type Account = {
  readonly id: AccountId;
  readonly email: string;
  readonly emailKey: string;
  readonly name: string;
  readonly onSite: { readonly state: AccountState; readonly role: ProductRole } | null;
};

/** All that decides who belongs to a project. */
export type ProjectFacts = {
  /** Every profile of the site, and every account that the site or the project knows. */
  readonly profiles: readonly Profile[];
  readonly accounts: readonly Account[];
  /** Who has the project role, by themselves or through a group. */
  readonly roleHolders: ReadonlySet<HolderId>;
  readonly requests: readonly {
    readonly id: string;
    readonly reporterId: HolderId;
    readonly participantIds: readonly HolderId[];
  }[];
  readonly organizations: readonly {
    readonly name: string;
    readonly memberIds: readonly HolderId[];
  }[];
};

/** One person of a project. */
export type ProjectCustomer = {
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  readonly holding: Holding;
  readonly state: ProjectCustomerState;
  readonly customerId: PortalCustomerId | null;
  readonly accountId: AccountId | null;
  /** Whether the account that the person arrives with has the project role. */
  readonly hasRole: boolean;
  /** Customer organizations of the project that the person is a member of, by name. */
  readonly customerOrganizations: readonly string[];
  /** Requests of the project that the person reported or takes part in. */
  readonly requests: number;
};

type Belonging = { readonly requests: Set<string>; readonly organizations: Set<string> };

/** Everyone who belongs to the project, each once, in the order of their e-mail keys. */
export function projectCustomers(facts: ProjectFacts): ProjectCustomer[] {
  const belonging = belongingOf(facts);
  const people = new Map<string, Person>();
  const personOf = (emailKey: string) => {
    const person = people.get(emailKey) ?? { profile: undefined, account: undefined };
    people.set(emailKey, person);
    return person;
  };
  for (const profile of facts.profiles) {
    // A deleted one is nobody; its requests stand under Former user.
    if (profile.state !== 'deleted') personOf(profile.emailKey).profile = profile;
  }
  for (const account of facts.accounts) personOf(account.emailKey).account = account;
  return [...people]
    .flatMap(([emailKey, person]) => rowOf(emailKey, person, belonging) ?? [])
    .toSorted((a, b) => (a.emailKey < b.emailKey ? -1 : 1));

  function rowOf(key: string, person: Person, by: ReadonlyMap<HolderId, Belonging>) {
    const ids = [person.account?.id, person.profile?.id].filter((id) => id !== undefined);
    if (!ids.some((id) => by.has(id))) return undefined;
    return customerOf(
      key,
      person,
      ids.flatMap((id) => by.get(id) ?? []),
      facts.roleHolders,
    );
  }
}

type Person = { profile: Profile | undefined; account: Account | undefined };

function belongingOf(facts: ProjectFacts): ReadonlyMap<HolderId, Belonging> {
  const found = new Map<HolderId, Belonging>();
  const at = (holder: HolderId) => {
    const belonging = found.get(holder) ?? { requests: new Set(), organizations: new Set() };
    found.set(holder, belonging);
    return belonging;
  };
  for (const holder of facts.roleHolders) at(holder);
  for (const { id, reporterId, participantIds } of facts.requests) {
    for (const holder of [reporterId, ...participantIds]) at(holder).requests.add(id);
  }
  for (const { name, memberIds } of facts.organizations) {
    for (const holder of memberIds) at(holder).organizations.add(name);
  }
  found.delete(FORMER_USER);
  return found;
}

function customerOf(
  emailKey: string,
  { profile, account }: Person,
  belonging: readonly Belonging[],
  roleHolders: ReadonlySet<HolderId>,
): ProjectCustomer {
  const onSite = account?.onSite ?? null;
  const isPortalOnly = profile !== undefined && countsAsPortalOnly(profile);
  const arrivesWith = onSite ? account : isPortalOnly ? profile : (account ?? profile);
  const requests = new Set(belonging.flatMap((each) => [...each.requests]));
  const organizations = new Set(belonging.flatMap((each) => [...each.organizations]));
  return {
    emailKey,
    email: arrivesWith?.email ?? emailKey,
    name: arrivesWith?.name ?? '',
    holding: onSite
      ? isPortalOnly
        ? 'both'
        : 'atlassian'
      : isPortalOnly
        ? 'portal-only'
        : 'nobody',
    state: stateOf(onSite, profile),
    customerId: profile?.id ?? null,
    accountId: onSite && account ? account.id : null,
    hasRole: arrivesWith !== undefined && roleHolders.has(arrivesWith.id),
    customerOrganizations: [...organizations].toSorted(),
    requests: requests.size,
  };
}

/** The Atlassian account decides where there is one on the site (S0): it is the one that logs in. */
function stateOf(
  onSite: Account['onSite'],
  profile: Pick<Profile, 'state'> | undefined,
): ProjectCustomerState {
  if (onSite) return onSite.state === 'active' && onSite.role === 'none' ? 'no-role' : onSite.state;
  const state = profile?.state;
  return state === 'active' || state === 'revoked' || state === 'migrating' ? state : 'no-account';
}
