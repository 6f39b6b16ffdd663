/*
 * The facts of a copy, and where each person stands before and after it: classified by the copy
 * table, with the account that they arrive with.
 */
import type { DirectoryUser, SiteAccess } from './account.ts';
import type { Group, whyLeftBehind } from './group.ts';
import {
  FORMER_USER,
  isAccountId,
  type AccountId,
  type HolderId,
  type PlaceId,
  type PortalCustomerId,
  type SiteId,
} from './ids.ts';
import { holdingOf, type Holding } from './copy-table.ts';
import type { CopyOutcome } from './copy-plan.ts';
import { ruleOf, type PlanRule, type SourceHolding } from './plan-rules.ts';
import { countsAsPortalOnly, type PortalCustomer } from './portal-customer.ts';
import { highestRole, type ProductRole } from './product-role.ts';
import type { RequestAttachments, ServerViewer, Viewer } from './request-access.ts';
import { viewerOf, type Holdings } from './viewer.ts';

/** A group of the source, with what it confers there today. */
export type SourceGroup = Pick<Group, 'id' | 'name' | 'description' | 'role' | 'adminAccess'> & {
  /** Why it does not come along; null when it does. */
  readonly leftBehind: ReturnType<typeof whyLeftBehind>;
};

/** What an account that is new on the destination gets there; a directory that has it keeps its own status. */
export type GivenAccess = {
  readonly directory: DirectoryUser['status'];
  readonly status: SiteAccess['status'];
};

/** One address on the source, in the plan's scope. */
export type SourcePerson = {
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  readonly holding: SourceHolding;
  /** Everything on the source that stands for the person: requests there may name any of them. */
  readonly holderIds: readonly HolderId[];
  /** As a portal-only profile would arrive: inactive customers stay inactive (S2, "All customers"). */
  readonly profile: { readonly state: 'active' | 'revoked' } | undefined;
  /** The Atlassian account that would get access; of one yet to be made, a stand-in id. */
  readonly account:
    | {
        readonly accountId: AccountId;
        /** Whether it could log in there with what it is given. */
        readonly accessActive: boolean;
        readonly given: GivenAccess;
      }
    | undefined;
  /** Groups of the source that the person is in there, whether they come along or not. */
  readonly groups: readonly SourceGroup[];
  /** Role that existing destination groups of the same name as the source's give at once. */
  readonly roleFromJoinedGroups: ProductRole;
  /** The destination holder from an earlier run that is still there; then the person is left out (S2, S4). */
  readonly copiedBefore: HolderId | undefined;
};

/** A request about to arrive, with its people still named by their source holders. */
export type ArrivingRequest = RequestAttachments & {
  /** Members of its customer organization on the source; `sharedWithIds` are those that come along with it. */
  readonly sharedWithOnSource: readonly HolderId[];
  /** What becomes of that customer organization; an earlier run's copy gets only those whom this run brings. */
  readonly organization: 'none' | 'comes-along' | 'copied-before' | 'left-behind';
  /** Members of the destination's customer organization that it will be shared with. */
  readonly sharedWithOnDestination: readonly HolderId[];
};

export type CopyFacts = {
  readonly planId: CopyOutcome['planId'];
  readonly sourcePlaceId: PlaceId;
  readonly destinationSiteId: SiteId;
  readonly people: readonly SourcePerson[];
  /** Whom people are on the source, by e-mail key; a server's by the first of their holders. */
  readonly source: ReadonlyMap<string, Viewer | ServerViewer>;
  /** What the addresses hold on the destination, by e-mail key. */
  readonly destination: ReadonlyMap<string, Holdings>;
  /** E-mail keys of people in groups of the destination, now or after the run, whose role waits for review. */
  readonly awaiting: ReadonlySet<string>;
  readonly arriving: readonly ArrivingRequest[];
  /** Requests that are on the destination now. */
  readonly present: readonly RequestAttachments[];
  /** Source holders that will join a customer organization which present requests are shared with. */
  readonly joining: ReadonlyMap<RequestAttachments, readonly HolderId[]>;
  /** Source accounts with no person in scope: whom arriving requests of theirs are attached to. */
  readonly attachOthers: (holder: HolderId) => HolderId;
};

/** What the destination holds under an address. */
export function classifyDestination(holdings: Holdings | undefined): Holding {
  const portalCustomer = holdings?.portalCustomer;
  return holdingOf(
    portalCustomer !== undefined && countsAsPortalOnly(portalCustomer),
    holdings?.account !== undefined,
  );
}

/** The rule that applies to a person. */
export function ruleFor(
  { holding }: Pick<SourcePerson, 'holding'>,
  holdings: Holdings | undefined,
): PlanRule {
  return ruleOf(holding, classifyDestination(holdings));
}

/** The holder that a person's requests are attached to; a profile still to be created gets a stand-in id. */
export function attachmentOf(person: SourcePerson, holdings: Holdings | undefined): HolderId {
  if (person.copiedBefore !== undefined) return person.copiedBefore;
  const rule = ruleFor(person, holdings);
  if (rule.attachTo === 'former-user') return FORMER_USER;
  if (rule.attachTo === 'portal-only') {
    return holdings?.portalCustomer?.id ?? standIn(person.emailKey);
  }
  return holdings?.account?.accountId ?? person.account?.accountId ?? FORMER_USER;
}

function standIn(emailKey: string): PortalCustomerId {
  return `qm:new:${emailKey}`;
}

/** Stands for an Atlassian account that a run would make. */
export function accountStandIn(emailKey: string): AccountId {
  return `0:new:${emailKey}`;
}

/** Whom a person is on the destination before the run. */
export function viewerNow(facts: CopyFacts, holdings: Holdings | undefined): Viewer | undefined {
  return holdings && viewerOf(facts.destinationSiteId, holdings);
}

/** Whom a person is on the destination right after the run; `holder` as `attachmentOf` says. */
export function viewerAfter(
  facts: CopyFacts,
  person: SourcePerson,
  holdings: Holdings | undefined,
  holder: HolderId,
): Viewer | undefined {
  if (person.copiedBefore !== undefined) return viewerNow(facts, holdings);
  const rule = ruleFor(person, holdings);
  const siteId = facts.destinationSiteId;
  if (holdings?.account) {
    const role = highestRole([holdings.account.role, person.roleFromJoinedGroups]);
    return viewerOf(siteId, { portalCustomer: undefined, account: { ...holdings.account, role } });
  }
  if (rule.after === 'atlassian' || rule.after === 'both') {
    if (!person.account || !isAccountId(holder)) return viewerNow(facts, holdings);
    const account = { ...person.account, role: person.roleFromJoinedGroups };
    return viewerOf(siteId, { portalCustomer: undefined, account });
  }
  if (rule.action === 'create' && person.profile) {
    const { state } = person.profile;
    return { type: 'portal-only', id: standIn(person.emailKey), siteId, state };
  }
  return viewerNow(facts, holdings);
}

/** S2, "All customers": inactive customers are copied as inactive; one whose migration runs is still active. */
export function copiedState(customer: Pick<PortalCustomer, 'state'>): 'active' | 'revoked' {
  return customer.state === 'revoked' ? 'revoked' : 'active';
}
