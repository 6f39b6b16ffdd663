/* Before and after a step, site by site: the same step may mean another thing on each. */
import { useQuery } from '@tanstack/react-query';
import { helpCenterQueries, type Step } from '#src/client/help-center.ts';
import type { AccountDetail, SiteStanding } from '#src/contract/wire.ts';
import { BeforeAfter } from '#src/ui/before-after.tsx';
import { SectionHeading, Stack } from '#src/ui/layout.tsx';

type SiteComparisonsProps = {
  readonly account: AccountDetail;
  readonly step: Step;
  /** The step is being taken: what was agreed to stays. */
  readonly isHeld: boolean;
};

/** One comparison for each site that the account has access to. */
export function SiteComparisons({ account, step, isHeld }: SiteComparisonsProps) {
  const sites = account.sites.filter(({ access }) => access !== 'none');
  return sites.map((site) => (
    <Stack key={site.siteId} gap="100">
      {sites.length > 1 && <SectionHeading level={3}>{site.siteName}</SectionHeading>}
      <SiteComparison site={site} step={step} isHeld={isHeld} />
    </Stack>
  ));
}

type SiteComparisonProps = Omit<SiteComparisonsProps, 'account'> & {
  readonly site: Pick<SiteStanding, 'siteId'>;
};

/** Before and after a step on one site. */
export function SiteComparison({ site, step, isHeld }: SiteComparisonProps) {
  const query = useQuery(helpCenterQueries.compare(site.siteId, step, { isHeld }));
  return <BeforeAfter query={query} />;
}
