/* The open row: one customer with what the list leaves out. */
import { useQuery } from '@tanstack/react-query';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import type { Job, Site } from '#src/contract/wire.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { DetailPanel } from '#src/ui/detail-panel.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import type { CustomerStep } from './customer-menu.ts';
import { whyNotMigrate } from './customer-states.tsx';
import { InvitedNote } from './invited-note.tsx';

type CustomerPanelProps = {
  readonly site: Site;
  readonly customerId: string;
  readonly jobs: readonly Job[];
  readonly onClose: () => void;
  readonly onStep: (step: CustomerStep) => void;
};

/** A quick look at one customer, with the way to migrate it and to its profile. */
export function CustomerPanel({ site, customerId, jobs, onClose, onStep }: CustomerPanelProps) {
  const query = useQuery(portalCustomerQueries.get(site.id, customerId));
  const { data: customer, error, refetch } = query;
  if (!customer) {
    return (
      <DetailPanel title={labels.customer} onClose={onClose}>
        {error ? <ProblemMessage error={error} retry={refetch} /> : <SkeletonLines count={5} />}
      </DetailPanel>
    );
  }
  const reason = whyNotMigrate(customer);
  return (
    <DetailPanel
      title={customer.name || customer.email}
      subtitle={customer.email}
      onClose={onClose}
      footer={
        <Inline>
          {customer.state === 'revoked' && (
            <Button
              isDisabled={!customer.actions.changeAccess.allowed}
              reason={whyNot(customer.actions.changeAccess)}
              onPointerEnter={prefetchDialog}
              onFocus={prefetchDialog}
              onPress={() => onStep('access')}
            >
              {labels.grantAccess}
            </Button>
          )}
          {customer.state !== 'migrated' && (
            <Button
              isDisabled={reason !== undefined}
              reason={reason}
              onPointerEnter={prefetchDialog}
              onFocus={prefetchDialog}
              onPress={() => onStep('migrate')}
            >
              {labels.migrateToAtlassianAccount}
            </Button>
          )}
          <LinkButton to={pathTo('portal-customer', { siteId: site.id, customerId })}>
            Open profile
          </LinkButton>
        </Inline>
      }
    >
      <InvitedNote site={site} customer={customer} />
      <CustomerFacts
        site={site}
        customer={customer}
        job={jobs.find(({ id }) => id === customer.jobId)}
      />
    </DetailPanel>
  );
}
