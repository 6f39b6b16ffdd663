/* The review of an imported group in words (domain.md 5). */
import type { Account, ImportedGroup, ImportedGroupDetail } from '#src/contract/wire.ts';
import type { Fact } from '#src/ui/conflict-fields.ts';
import { labels } from '#src/ui/labels.ts';
import type { LozengeTone } from '#src/ui/lozenge.tsx';

type Review = ImportedGroup['review'];

export type Access = ImportedGroup['accesses'][number]['access'];

/** One requested access with what can be done about it and what approving would do. */
export type AccessDetail = ImportedGroupDetail['accesses'][number];

export const REVIEWS: Readonly<
  Record<Review, { readonly label: string; readonly tone: LozengeTone }>
> = {
  pending: { label: 'Pending review', tone: 'moved' },
  approved: { label: 'Approved', tone: 'success' },
  'partly-approved': { label: 'Partly approved', tone: 'inprogress' },
  denied: { label: 'Denied', tone: 'removed' },
};

export const ACCESS_NAMES: Readonly<Record<Access, string>> = {
  product: labels.productAccess,
  admin: labels.adminAccess,
};

const ROLES: Readonly<Record<Account['role'], string>> = {
  customer: labels.customerRole,
  agent: labels.agentRole,
  none: labels.noProductAccess,
};

/** A role in Jira Service Management as the directory calls it. */
export function roleLabel(role: Account['role']): string {
  return ROLES[role];
}

/** What an access is: the role that product access gives, or administration. */
export function accessMeaning(access: Access, role: Account['role']): string {
  return access === 'product'
    ? `${labels.jiraServiceManagement}: ${roleLabel(role)}`
    : `Administration of ${labels.jiraServiceManagement}`;
}

/** What somebody else can change of a group, for comparing what was looked at with what is there now. */
export function reviewFacts({ accesses, members }: ImportedGroupDetail): readonly Fact[] {
  return [
    ...accesses.map(({ access, review }) => ({
      label: ACCESS_NAMES[access],
      value: REVIEWS[review].label,
    })),
    { label: 'Members', value: String(members) },
  ];
}

export const MEMBERS = { one: 'member', other: 'members' };
export const REQUESTS = { one: 'request', other: 'requests' };
export const LICENCES = { one: 'licence', other: 'licences' };
