/* What an account has on a site, or the way to get access to it. */
import { Link } from 'react-router-dom';
import type { AccountDetail, RoleChoice, SiteStanding } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { Instant } from '#src/ui/instant.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';
import { pathTo, searchKeys } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { PendingAccess } from './pending-access.tsx';
import { RoleSelect } from './role-select.tsx';
import { licencesInUse } from './role-words.ts';
import { StandingGroups } from './standing-groups.tsx';
import type { UserPlace } from './user-address.ts';

type PartProps = { readonly account: AccountDetail; readonly standing: SiteStanding };

/** The account is known to the organization, and this site is closed to it. */
export function NoAccess({
  account,
  standing,
  onGrant,
}: PartProps & { readonly onGrant: () => void }) {
  const { changeRoles } = account.actions;
  return (
    <Inline justify="between">
      <p>{`${account.name || account.email} has no access to ${standing.siteName}.`}</p>
      <Button
        isDisabled={!changeRoles.allowed || account.directoryStatus === 'deactivated'}
        reason={
          account.directoryStatus === 'deactivated'
            ? 'The account is deactivated'
            : whyNot(changeRoles)
        }
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onPress={onGrant}
      >
        {labels.grantAccess}
      </Button>
    </Inline>
  );
}

type AccessProps = PartProps & {
  readonly place: UserPlace;
  readonly onChoose: (role: RoleChoice['role']) => void;
};

/** Role, licence, groups and last visit. */
export function Access({ account, standing, place, onChoose }: AccessProps) {
  const { siteId, licences, role } = standing;
  const reason = whyNot(account.actions.changeRoles);
  return (
    <>
      <Inline gap="200" align="end">
        <RoleSelect
          value={role}
          hint={reason ?? `${licencesInUse(licences)}. ${takes(standing)}`}
          isDisabled={reason !== undefined}
          onChange={onChoose}
        />
      </Inline>
      <PendingAccess standing={standing} />
      {role === 'none' && (
        <Inline>
          <Lozenge>{labels.noProductAccess}</Lozenge>
          <Button
            isDisabled={reason !== undefined}
            reason={reason}
            onPointerEnter={prefetchDialog}
            onFocus={prefetchDialog}
            onPress={() => onChoose('agent')}
          >
            {labels.grantAccess}
          </Button>
          <LinkButton
            to={
              place.siteId === null
                ? pathTo('directory-groups', place, { site: siteId })
                : pathTo('site-groups', { siteId })
            }
          >
            {labels.addToGroups}
          </LinkButton>
        </Inline>
      )}
      <DefinitionList
        columns={2}
        items={[
          { term: labels.groups, value: <StandingGroups standing={standing} /> },
          { term: 'Requests attached to the account', value: count(standing.requests) },
          {
            term: 'Last active here',
            value: <Instant at={standing.lastSeenAt} format="relative" />,
          },
          { term: 'User key', value: <code>{standing.userKey}</code> },
        ]}
      />
      <Inline>
        <Link to={pathTo('help-center', { siteId }, { [searchKeys.email]: account.email })}>
          View as customer
        </Link>
        <SimulatorMark />
      </Inline>
    </>
  );
}

function takes({ licencesTaken, role, access }: SiteStanding): string {
  if (licencesTaken > 0) return 'This account takes one.';
  if (role === 'agent' && access === 'suspended') return 'Suspended, this account takes none.';
  return 'This account takes none.';
}
