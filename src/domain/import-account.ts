/* What a row about an Atlassian account comes to: account, directory, access to the site, groups. */
import type { DirectoryUser, SiteAccess } from './account.ts';
import { agentsGroupName, customersGroupName } from './group.ts';
import { isAccountId } from './ids.ts';
import type { ImportClaim } from './import-claim.ts';
import type { AccountChange, Decision, ImportLookups } from './import-state.ts';

/**
 * Decides by the e-mail key, which is global. Roles come through groups only: Customer is
 * membership of the site's customers group, an agent's role of its agents group (domain.md 1.3).
 * A file without role columns takes no role away, and no file takes anybody out of other groups.
 */
export function decideAccount(claim: ImportClaim, state: ImportLookups): Decision<AccountChange> {
  const holder = claim.id === null ? undefined : state.accountsById.get(claim.id);
  if (holder && holder.emailKey !== claim.emailKey) {
    const facts = { id: holder.id, other: holder.email };
    return { outcome: 'refused', refusal: { code: 'account-id-taken', facts } };
  }
  const existing = state.accounts.get(claim.emailKey) ?? null;
  const id = existing?.id ?? (claim.id !== null && isAccountId(claim.id) ? claim.id : null);
  const directory = existing ? state.directoryUsers.get(existing.id) : undefined;
  const access = existing ? state.siteAccess.get(existing.id) : undefined;
  const joined = (existing && state.groupNames.get(existing.id)) ?? new Set<string>();
  const change: AccountChange = {
    kind: 'atlassian',
    existing,
    id,
    email: existing?.email ?? claim.email,
    emailKey: claim.emailKey,
    name: claim.name ?? existing?.name ?? claim.email,
    createdAt: claim.createdAt,
    directoryStatus: unlessSame(directory?.status, directoryAfter(claim, directory)),
    access: accessAfter(claim, access),
    ...groupsAfter(claim, state.siteName, joined),
  };
  const otherAccountId =
    existing && claim.id !== null && claim.id !== existing.id ? existing.id : null;
  const outcome = access ? (isSame(change) ? 'unchanged' : 'updated') : 'new';
  return { outcome, change: outcome === 'unchanged' ? null : change, id, otherAccountId };
}

function isSame(change: AccountChange): boolean {
  return (
    change.name === change.existing?.name &&
    change.directoryStatus === null &&
    change.access === null &&
    change.join.length === 0 &&
    change.leave.length === 0
  );
}

/** Deactivation is the organization's; a suspension ends at the site and lifts a deactivation. */
function directoryAfter(
  { standing }: ImportClaim,
  directory: DirectoryUser | undefined,
): DirectoryUser['status'] {
  if (standing === 'deactivated') return 'deactivated';
  if (standing === 'active' || !directory) return 'active';
  if (standing === 'suspended' && directory.status === 'deactivated') return 'active';
  return directory.status;
}

function accessAfter(
  { standing, lastSeen }: ImportClaim,
  access: SiteAccess | undefined,
): AccountChange['access'] {
  const status =
    standing === null || standing === 'deactivated' ? (access?.status ?? 'active') : standing;
  const lastSeenAt = lastSeen ? lastSeen.at : (access?.lastSeenAt ?? null);
  if (access?.status === status && access.lastSeenAt === lastSeenAt) return null;
  return { status, lastSeenAt };
}

function groupsAfter(
  { role, groups }: ImportClaim,
  siteName: string,
  joined: ReadonlySet<string>,
): Pick<AccountChange, 'join' | 'leave'> {
  const customers = customersGroupName(siteName);
  const agents = agentsGroupName(siteName);
  const byRole = role === 'customer' ? [customers] : role === 'agent' ? [agents] : [];
  const wanted = [...groups, ...byRole];
  const wantedNames = new Set(wanted.map((name) => name.toLowerCase()));
  const isWanted = (name: string) => wantedNames.has(name.toLowerCase());
  const isJoined = (name: string) => joined.has(name.toLowerCase());
  return {
    join: wanted.filter((name, index) => !isJoined(name) && wanted.indexOf(name) === index),
    leave: [customers, agents].filter((name) => role !== null && isJoined(name) && !isWanted(name)),
  };
}

function unlessSame<T>(before: T | undefined, after: T): T | null {
  return before === after ? null : after;
}
