/* The described worlds as the facts that the domain forecasts from. */
import {
  copiedState,
  type ArrivingRequest,
  type CopyFacts,
  type SourcePerson,
} from '#src/domain/copy-forecast.ts';
import {
  FORMER_USER,
  type AccountId,
  type HolderId,
  type PortalCustomerId,
} from '#src/domain/ids.ts';
import type { PortalCustomer, PortalCustomerState } from '#src/domain/portal-customer.ts';
import type { RequestAttachments } from '#src/domain/request-access.ts';
import { viewerOf, type Holdings } from '#src/domain/viewer.ts';
import type { Copy, Described, Who } from './copy-forecast-worlds.ts';

const SOURCE = 'site_source';
const DESTINATION = 'site_destination';

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
    sourcePlaceId: SOURCE,
    destinationSiteId: DESTINATION,
    people: copy.people.map(sourcePerson),
    source: new Map(
      copy.people.flatMap((person, index) => {
        const viewer = viewerOf(SOURCE, heldAtSource(person, index));
        return viewer ? [[keyOf(index), viewer]] : [];
      }),
    ),
    awaiting: new Set(),
    destination: new Map(
      copy.people.map((person, index) => [keyOf(index), holdingsOf(person, index)]),
    ),
    arriving: copy.arriving.map(
      ({ reporter, participants, sharedWith, sharedThereOnly, sharedHere }): ArrivingRequest => ({
        siteId: SOURCE,
        reporterId: holderOf(reporter, SOURCE),
        participantIds: participants.map((each) => holderOf(each, SOURCE)),
        sharedWithIds: sharedWith.map((each) => holderOf(each, SOURCE)),
        sharedWithOnSource: [...sharedWith, ...sharedThereOnly].map((each) =>
          holderOf(each, SOURCE),
        ),
        organization: sharedWith.length > 0 ? 'comes-along' : 'left-behind',
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
    holding: source,
    holderIds: [
      ...(hasProfile || source === 'deleted' ? [profileIdOf(index, SOURCE)] : []),
      ...(hasAccount ? [accountIdOf(index)] : []),
    ],
    profile: hasProfile || source === 'deleted' ? { state: copiedState({ state }) } : undefined,
    groups: [],
    account: hasAccount
      ? {
          accountId: accountIdOf(index),
          accessActive: sourceAccess,
          given: { directory: 'active', status: sourceAccess ? 'active' : 'suspended' },
        }
      : undefined,
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

function heldAtSource(person: Described, index: number): Holdings {
  const { source, sourceState, sourceActive: accessActive, sourceRole: role } = person;
  const hasProfile = source === 'portal-only' || source === 'both';
  const hasAccount = source === 'atlassian' || source === 'both';
  return {
    portalCustomer: hasProfile ? profileOf(index, SOURCE, sourceState) : undefined,
    account: hasAccount ? { accountId: accountIdOf(index), accessActive, role } : undefined,
  };
}
