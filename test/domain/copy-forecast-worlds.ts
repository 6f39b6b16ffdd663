/* Random people and requests for the forecast, described so that a naive telling can read them too. */
import fc from 'fast-check';
import type { ArrivingRequest, CopyFacts, SourcePerson } from '#src/domain/copy-forecast.ts';
import {
  FORMER_USER,
  type AccountId,
  type HolderId,
  type PortalCustomerId,
} from '#src/domain/ids.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { ProductRole } from '#src/domain/product-role.ts';
import type { RequestAttachments } from '#src/domain/request-access.ts';
import type { Holdings } from '#src/domain/viewer.ts';

const SOURCE = 'site_source';
const DESTINATION = 'site_destination';

/** One address: what it holds on both sites. */
export type Described = {
  readonly source: 'portal-only' | 'atlassian' | 'both' | 'deleted';
  readonly sourceState: 'active' | 'revoked' | 'migrating';
  /** Whether the source account's access would be active on the destination. */
  readonly sourceAccess: boolean;
  /** Role that same-named groups of the destination give the source account at once. */
  readonly joinedRole: ProductRole;
  readonly profile: 'none' | 'active' | 'revoked' | 'migrating' | 'migrated';
  readonly account: 'none' | 'active' | 'suspended';
  readonly role: ProductRole;
  /** What an earlier run left there and linked. */
  readonly copiedBefore: 'none' | 'profile' | 'account';
};

/** A holder by what it is; `stranger` is an account on the destination that is in no plan. */
export type Who =
  { readonly person: number; readonly as: 'profile' | 'account' } | 'stranger' | 'former-user';

export type Copy = {
  readonly people: readonly Described[];
  /** On the source; `sharedHere` are destination members of the organization it will be shared with. */
  readonly arriving: readonly {
    readonly reporter: Who;
    readonly participants: readonly Who[];
    readonly sharedWith: readonly Who[];
    readonly sharedHere: readonly Who[];
  }[];
  /** On the destination; `joining` are source members of the organization it is shared with. */
  readonly present: readonly {
    readonly reporter: Who;
    readonly participants: readonly Who[];
    readonly sharedWith: readonly Who[];
    readonly joining: readonly Who[];
  }[];
};

const PEOPLE = 5;
const role = fc.constantFrom<ProductRole>('none', 'customer', 'agent');

const described: fc.Arbitrary<Described> = fc
  .record({
    source: fc.constantFrom(
      'portal-only' as const,
      'atlassian' as const,
      'both' as const,
      'deleted' as const,
    ),
    sourceState: fc.constantFrom(
      'active' as const,
      'active' as const,
      'revoked' as const,
      'migrating' as const,
    ),
    sourceAccess: fc.boolean(),
    joinedRole: role,
    profile: fc.constantFrom(
      'none' as const,
      'none' as const,
      'active' as const,
      'revoked' as const,
      'migrating' as const,
      'migrated' as const,
    ),
    account: fc.constantFrom('none' as const, 'active' as const, 'suspended' as const),
    role,
    copiedBefore: fc.constantFrom(
      'none' as const,
      'none' as const,
      'none' as const,
      'profile' as const,
      'account' as const,
    ),
  })
  .map((person) => {
    const hasAccount = person.source === 'atlassian' || person.source === 'both';
    // A migrated profile has become its account, which has access to the site (S1).
    const isOrphan = person.profile === 'migrated' && person.account === 'none';
    const account = isOrphan ? 'active' : person.account;
    const left = person.copiedBefore === 'profile' ? person.profile : account;
    return {
      ...person,
      account,
      // Only a source account has groups there, and a link is kept to what is there.
      joinedRole: hasAccount ? person.joinedRole : 'none',
      copiedBefore: person.source === 'deleted' || left === 'none' ? 'none' : person.copiedBefore,
    };
  });

const who: fc.Arbitrary<Who> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      person: fc.nat(PEOPLE - 1),
      as: fc.constantFrom('profile' as const, 'account' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom('stranger' as const, 'former-user' as const) },
);
const several = fc.array(who, { maxLength: 2 });

/** A copy of five people with up to six requests each way, attached to what is there. */
export const anyCopy: fc.Arbitrary<Copy> = fc
  .record({
    people: fc.array(described, { minLength: PEOPLE, maxLength: PEOPLE }),
    arriving: fc.array(
      fc.record({ reporter: who, participants: several, sharedWith: several, sharedHere: several }),
      { maxLength: 6 },
    ),
    present: fc.array(
      fc.record({ reporter: who, participants: several, sharedWith: several, joining: several }),
      { maxLength: 6 },
    ),
  })
  .map(({ people, arriving, present }) => {
    const atSource = (each: Who) => existing(each, people, isAtSource);
    const here = (each: Who) => existing(each, people, isAtDestination);
    return {
      people,
      arriving: arriving.map(({ reporter, participants, sharedWith, sharedHere }) => ({
        reporter: atSource(reporter),
        participants: participants.map(atSource),
        sharedWith: sharedWith.map(atSource),
        sharedHere: sharedHere.map(here),
      })),
      present: present.map(({ reporter, participants, sharedWith, joining }) => ({
        reporter: here(reporter),
        participants: participants.map(here),
        sharedWith: sharedWith.map(here),
        joining: joining.map(atSource),
      })),
    };
  });

type Exists = (person: Described, as: 'profile' | 'account') => boolean;

/** A holder that is there, the person's other one, or nobody. */
function existing(each: Who, people: readonly Described[], exists: Exists): Who {
  if (typeof each === 'string') return each;
  const kinds = [each.as, 'profile', 'account'] as const;
  const as = kinds.find((kind) => exists(people[each.person]!, kind));
  return as === undefined ? 'former-user' : { person: each.person, as };
}

function isAtSource({ source }: Described, as: 'profile' | 'account'): boolean {
  if (source === 'both') return true;
  return (source === 'atlassian') === (as === 'account');
}

function isAtDestination({ profile, account }: Described, as: 'profile' | 'account'): boolean {
  // Nothing is attached to a migrated profile any more.
  return as === 'account' ? account !== 'none' : profile !== 'none' && profile !== 'migrated';
}

/** The same as the domain's facts. */
export function factsOf(copy: Copy): CopyFacts {
  const present = copy.present.map(
    ({ reporter, participants, sharedWith }): RequestAttachments => ({
      siteId: DESTINATION,
      reporterId: holderOf(reporter, DESTINATION),
      participantIds: participants.map((each) => holderOf(each, DESTINATION)),
      sharedWithIds: sharedWith.map((each) => holderOf(each, DESTINATION)),
    }),
  );
  return {
    planId: 'plan_x',
    destinationSiteId: DESTINATION,
    people: copy.people.map(sourcePerson),
    destination: new Map(
      copy.people.map((person, index) => [keyOf(index), holdingsOf(person, index)]),
    ),
    arriving: copy.arriving.map(
      ({ reporter, participants, sharedWith, sharedHere }): ArrivingRequest => ({
        siteId: SOURCE,
        reporterId: holderOf(reporter, SOURCE),
        participantIds: participants.map((each) => holderOf(each, SOURCE)),
        sharedWithIds: sharedWith.map((each) => holderOf(each, SOURCE)),
        sharedWithOnDestination: sharedHere.map((each) => holderOf(each, DESTINATION)),
      }),
    ),
    present,
    joining: new Map(
      copy.present.map(({ joining }, index) => [
        present[index]!,
        joining.map((each) => holderOf(each, SOURCE)),
      ]),
    ),
    // An account that is on the destination keeps what is its own; all else goes to Former user.
    attachOthers: (holder) => (holder === STRANGER ? STRANGER : FORMER_USER),
  };
}

const STRANGER: AccountId = '712020:stranger';

function holderOf(each: Who, site: typeof SOURCE | typeof DESTINATION): HolderId {
  if (each === 'stranger') return STRANGER;
  if (each === 'former-user') return FORMER_USER;
  return each.as === 'account' ? accountIdOf(each.person) : profileIdOf(each.person, site);
}

function keyOf(person: number): string {
  return `person-${person}@mail.example`;
}

/** An Atlassian account is global: the same on both sites. */
function accountIdOf(person: number): AccountId {
  return `712020:person-${person}`;
}

function profileIdOf(person: number, site: string): PortalCustomerId {
  return `qm:${site}:person-${person}`;
}

function profileOf(
  person: number,
  site: typeof SOURCE | typeof DESTINATION,
  state: PortalCustomerState,
): PortalCustomer {
  return {
    id: profileIdOf(person, site),
    siteId: site,
    email: keyOf(person),
    emailKey: keyOf(person),
    name: `Person ${person}`,
    state,
    createdAt: 0,
    lastLoginAt: null,
    migratedTo: null,
    failure: null,
    passwordSetAt: null,
    version: 1,
  };
}

function sourcePerson(person: Described, index: number): SourcePerson {
  const { source, sourceState, sourceAccess, joinedRole, copiedBefore } = person;
  const hasProfile = source === 'portal-only' || source === 'both';
  const hasAccount = source === 'atlassian' || source === 'both';
  const state = source === 'deleted' ? 'deleted' : sourceState;
  return {
    emailKey: keyOf(index),
    email: keyOf(index),
    name: `Person ${index}`,
    portalCustomer:
      hasProfile || source === 'deleted' ? profileOf(index, SOURCE, state) : undefined,
    account: hasAccount ? { accountId: accountIdOf(index), accessActive: sourceAccess } : undefined,
    roleFromJoinedGroups: joinedRole,
    copiedBefore:
      copiedBefore === 'none'
        ? undefined
        : holderOf({ person: index, as: copiedBefore }, DESTINATION),
  };
}

function holdingsOf({ profile, account, role: given }: Described, index: number): Holdings {
  return {
    portalCustomer: profile === 'none' ? undefined : profileOf(index, DESTINATION, profile),
    account:
      account === 'none'
        ? undefined
        : { accountId: accountIdOf(index), accessActive: account === 'active', role: given },
  };
}
