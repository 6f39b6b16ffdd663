/* Internal or external service management: which account type fits (S3; domain.md 1.1). */
import type { Organization } from '#src/contract/wire.ts';
import { Hint, SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { AccountTypeCards } from './account-type-cards.tsx';
import { AccountTypeTable } from './account-type-table.tsx';
import { CHOOSE } from './conversion-words.ts';
import { OrganizationScreen } from './organization-screen.tsx';
import { SiteTable } from './site-table.tsx';

/** Compares both account types, with the present numbers of the organization. */
export function AccountTypesPage() {
  return (
    <OrganizationScreen
      title={CHOOSE}
      mark={<SimulatorMark />}
      description="Who asks for help decides: people of the company and its partners, or people outside it."
      crumbs={({ id: organizationId, experience }) =>
        experience === 'centralized'
          ? [{ label: 'Directory', to: pathTo('directory-users', { organizationId }) }]
          : []
      }
    >
      {(organization) => (
        <Stack gap="400">
          <AccountTypeCards />
          <AccountTypeTable experience={organization.experience} />
          <PresentNumbers organization={organization} />
        </Stack>
      )}
    </OrganizationScreen>
  );
}

function PresentNumbers({ organization }: { readonly organization: Organization }) {
  const { name, sites } = organization;
  return (
    <section>
      <Stack gap="100">
        <SectionHeading>{`What ${name} has today`}</SectionHeading>
        <SiteTable caption="Account types by site" sites={sites} />
        <Hint>
          An Atlassian account counts on each site that it has access to; those that take a licence
          are agents. Portal-only accounts that were migrated or deleted do not count.
        </Hint>
      </Stack>
    </section>
  );
}
