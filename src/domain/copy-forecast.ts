/*
 * The facts of a copy, and where each person stands before and after it: classified by the copy
 * table, with the account that they arrive with.
 */
import { FORMER_USER, isAccountId, type HolderId, type SiteId } from './ids.ts';
import {
  COPY_TABLE,
  holdingOf,
  sourceHoldingOf,
  type CopyRule,
  type Holding,
  type SourceHolding,
} from './copy-table.ts';
import type { AccountId, PortalCustomerId } from './ids.ts';
import type { CopyOutcome } from './copy-plan.ts';
import { countsAsPortalOnly, type PortalCustomer } from './portal-customer.ts';
import { highestRole, type ProductRole } from './product-role.ts';
import type { RequestAttachments, Viewer } from './request-access.ts';
import { viewerOf, type Holdings } from './viewer.ts';

/** One address on the source, in the plan's scope. */
export type SourcePerson = {
  readonly emailKey: string;
  readonly email: string;
  readonly name: string;
  /** The portal-only profile that counts, or the deleted one when nothing else is there. */
  readonly portalCustomer: PortalCustomer | undefined;
  readonly account: { readonly accountId: AccountId; readonly accessActive: boolean } | undefined;
  /** Role that existing destination groups of the same name as the source's give at once. */
  readonly roleFromJoinedGroups: ProductRole;
  /** The destination holder from an earlier copy that is still there; then the person is left out (S2). */
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
  readonly sourceSiteId: SiteId;
  readonly destinationSiteId: SiteId;
  readonly people: readonly SourcePerson[];
  /** What the addresses hold on either site, by e-mail key. */
  readonly source: ReadonlyMap<string, Holdings>;
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

/** What the source holds, as the table reads it. */
export function classifySource(person: Pick<SourcePerson, 'portalCustomer' | 'account'>): {
  readonly holding: CopyOutcome['sourceHolding'];
  readonly row: SourceHolding;
} {
  const hasPortalOnly =
    person.portalCustomer !== undefined && countsAsPortalOnly(person.portalCustomer);
  const holding = holdingOf(hasPortalOnly, person.account !== undefined);
  return holding === 'nobody'
    ? { holding: 'deleted', row: 'deleted' }
    : { holding, row: sourceHoldingOf(holding) };
}

/** What the destination holds under an address. */
export function classifyDestination(holdings: Holdings | undefined): Holding {
  const portalCustomer = holdings?.portalCustomer;
  return holdingOf(
    portalCustomer !== undefined && countsAsPortalOnly(portalCustomer),
    holdings?.account !== undefined,
  );
}

/** The rule of the copy table that applies to a person. */
export function ruleFor(person: SourcePerson, holdings: Holdings | undefined): CopyRule {
  return COPY_TABLE[classifySource(person).row][classifyDestination(holdings)];
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
  if (rule.action === 'create' && person.portalCustomer) {
    const state = copiedState(person.portalCustomer);
    const portalCustomer = {
      ...person.portalCustomer,
      id: standIn(person.emailKey),
      siteId,
      state,
    };
    return viewerOf(siteId, { portalCustomer, account: undefined });
  }
  return viewerNow(facts, holdings);
}

/** S2, "All customers": inactive customers are copied as inactive; one whose migration runs is still active. */
export function copiedState(customer: Pick<PortalCustomer, 'state'>): 'active' | 'revoked' {
  return customer.state === 'revoked' ? 'revoked' : 'active';
}
