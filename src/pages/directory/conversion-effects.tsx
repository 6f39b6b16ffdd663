import type { Conversion } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { Stack } from '#src/ui/layout.tsx';
import { TitledList } from '#src/ui/titled-list.tsx';

type ConversionEffectsProps = { readonly conversion: Conversion };

const REQUESTS = { one: 'request', other: 'requests' };
const CUSTOMER_ORGANIZATIONS = { one: 'customer organization', other: 'customer organizations' };
const GROUPS = { one: 'group', other: 'groups' };

/** What a conversion does, as the backend computed it for the present data. */
export function ConversionEffects({ conversion }: ConversionEffectsProps) {
  return (
    <Stack gap="150">
      <TitledList title="Moves to the portal-only account" items={moves(conversion)} />
      <TitledList title="Ends" items={ends(conversion)} />
      <TitledList title="Stays" items={stays(conversion)} />
      <TitledList title="The customer" items={tells(conversion)} />
    </Stack>
  );
}

function moves(conversion: Conversion): readonly string[] {
  const { requestsMoved, requestsParticipatingMoved, customerOrganizationsMoved } = conversion;
  const memberships = customerOrganizationsMoved.length;
  return [
    `${countOf(requestsMoved, REQUESTS)} that the account raised`,
    `${countOf(requestsParticipatingMoved, REQUESTS)} that it takes part in`,
    memberships === 0
      ? 'No membership in a customer organization'
      : `Membership in ${countOf(memberships, CUSTOMER_ORGANIZATIONS)}: ${listOf(customerOrganizationsMoved)}`,
  ];
}

function ends({ site, organization, groupsLeft, replacesInactive }: Conversion): readonly string[] {
  return [
    `The Atlassian account’s access to ${site.name}, and its entry in the directory of ${organization.name}`,
    groupsLeft.length === 0
      ? 'No membership in a group'
      : `Membership in ${countOf(groupsLeft.length, GROUPS)}: ${listOf(groupsLeft)}`,
    ...(replacesInactive
      ? ['The inactive profile of an earlier migration: it makes room for the new account']
      : []),
  ];
}

function stays({ organization, requestsElsewhere }: Conversion): readonly string[] {
  return [
    `The Atlassian account itself: it is global, and has no site of ${organization.name} any more`,
    ...(requestsElsewhere > 0
      ? [
          `${countOf(requestsElsewhere, REQUESTS)} of other sites: attached to the Atlassian account`,
        ]
      : []),
    'Licences: the account takes none, before and afterwards',
  ];
}

function tells({ state, messageTo }: Conversion): readonly string[] {
  const silence = 'hears nothing of the conversion itself';
  if (state === 'revoked') {
    return [
      'stays locked out, as now: the portal-only account begins with its access revoked',
      silence,
    ];
  }
  return messageTo === null
    ? ['logs in by the single sign-on of portal-only customers', silence]
    : [`sets a password for the help center: a message goes to ${messageTo}`, silence];
}
