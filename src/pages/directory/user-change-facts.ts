/* Accounts and groups in words, for comparing what was looked at with what is there now. */
import type { AccountDetail, Conversion, GroupDetail, SiteStanding } from '#src/contract/wire.ts';
import type { Fact } from '#src/ui/conflict-fields.ts';
import { labels } from '#src/ui/labels.ts';
import { accountStateLabel, roleName } from './account-lozenges.tsx';

const ACCESS: Readonly<Record<SiteStanding['access'], string>> = {
  active: 'Has access',
  suspended: labels.suspended,
  none: 'No access',
};

/** What somebody else can change of an account. */
export function accountFacts({ name, directoryStatus, sites }: AccountDetail): readonly Fact[] {
  return [
    { label: 'Full name', value: name },
    { label: labels.status, value: accountStateLabel(directoryStatus) },
    ...sites.flatMap(({ siteName, access, role, groups }) => [
      { label: siteName, value: `${ACCESS[access]}, ${roleName(role)}` },
      { label: `Groups on ${siteName}`, value: groups.map((group) => group.name).join(', ') },
    ]),
  ];
}

/** What somebody else can change of an account that is to be converted. */
export function conversionFacts(conversion: Conversion): readonly Fact[] {
  const { name, role, groupsLeft, otherSites, state, bars } = conversion;
  return [
    { label: 'Full name', value: name },
    { label: 'Product role', value: roleName(role) },
    { label: 'Groups', value: groupsLeft.join(', ') },
    { label: 'Access', value: state === 'active' ? labels.active : 'Revoked' },
    { label: 'Other sites', value: otherSites.map((site) => site.name).join(', ') },
    {
      label: 'Can be converted',
      value: bars.length === 0 ? 'Yes' : 'No, for the reasons below',
    },
  ];
}

/** What somebody else can change of a group. */
export function groupFacts(group: GroupDetail): readonly Fact[] {
  return [
    ...besidesDefault(group),
    { label: 'Default group', value: group.isDefault ? 'Yes' : 'No' },
  ];
}

/** The same without what its default group dialog is about. */
export function besidesDefault({ role, members, awaitsReview }: GroupDetail): readonly Fact[] {
  return [
    { label: 'Product role', value: roleName(role) },
    { label: 'Members', value: String(members) },
    { label: 'Review', value: awaitsReview ? 'Waits for review' : 'None' },
  ];
}
