import { labels } from '#src/ui/labels.ts';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';
import { OrganizationScreen } from './organization-screen.tsx';
import { SiteTable } from './site-table.tsx';

/**
 * S1: under Sites and products, select the site that contains Jira Service Management. Where users
 * are managed per site, its Users are found from here too (Products > Users).
 */
export function ProductsPage() {
  return (
    <OrganizationScreen
      title={labels.products}
      description="Select a site to administer its product and the people who use it."
    >
      {({ sites, experience }) => (
        <Stack gap="100">
          <SectionHeading>{labels.sitesAndProducts}</SectionHeading>
          <SiteTable
            caption={labels.sitesAndProducts}
            sites={sites}
            hasUsers={experience === 'original'}
          />
        </Stack>
      )}
    </OrganizationScreen>
  );
}
