import type { Organization } from '#src/contract/wire.ts';
import { countOf } from '#src/ui/count.ts';
import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { CHOOSE } from './conversion-words.ts';
import { LinkCard, LinkCards } from './link-card.tsx';
import { OrganizationScreen } from './organization-screen.tsx';
import { SiteTable } from './site-table.tsx';
import { WaitingGroups } from './waiting-groups.tsx';

/** An organization at a glance: its sites, and where its people and settings are. */
export function OrganizationOverviewPage() {
  return (
    <OrganizationScreen title={labels.overview}>
      {(organization) => (
        <Stack gap="400">
          <WaitingGroups sites={organization.sites} />
          <WaysOn organization={organization} />
          <Stack gap="100">
            <SectionHeading>Sites</SectionHeading>
            <SiteTable caption="Sites" sites={organization.sites} />
          </Stack>
        </Stack>
      )}
    </OrganizationScreen>
  );
}

function WaysOn({ organization }: { readonly organization: Organization }) {
  const { id: organizationId, experience, sites } = organization;
  return (
    <LinkCards>
      {experience === 'centralized' && (
        <>
          <LinkCard
            icon="people"
            title={labels.users}
            to={pathTo('directory-users', { organizationId })}
          >
            Everyone with an Atlassian account, with role and status.
          </LinkCard>
          <LinkCard
            icon="site"
            title={labels.sitesAndProducts}
            to={pathTo('products', { organizationId })}
          >
            {countOf(sites.length, { one: 'site', other: 'sites' })} with{' '}
            {labels.jiraServiceManagement} and its portal customers.
          </LinkCard>
        </>
      )}
      <LinkCard
        icon="copy"
        title={labels.copyProductData}
        to={pathTo('copy-plans', { organizationId })}
      >
        Copy customers and their requests from one site to another.
      </LinkCard>
      <LinkCard icon="info" title={CHOOSE} to={pathTo('account-types', { organizationId })}>
        Portal-only or Atlassian account: what each can do, and the way between them.
      </LinkCard>
    </LinkCards>
  );
}
