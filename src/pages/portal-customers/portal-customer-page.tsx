/* One portal-only customer, whole: profile, requests, customer organizations, history and mail. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { portalCustomerQueries } from '#src/client/portal-customers.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { crumbsTo } from './crumbs.ts';
import { CustomerActions } from './customer-actions.tsx';
import { CustomerDialogs, type OpenStep } from './customer-dialogs.tsx';
import { CustomerStateLozenge } from './customer-states.tsx';
import { CustomerTabs } from './customer-tabs.tsx';

/** The profile of the customer that the address names. */
export function PortalCustomerPage() {
  const { siteId = '', customerId = '' } = useParams();
  const [openStep, setOpenStep] = useState<OpenStep | null>(null);
  const [isDeleted, setIsDeleted] = useState(false);
  const { data: site } = useQuery(directoryQueries.site(siteId));
  const { data: customer, ...query } = useQuery({
    ...portalCustomerQueries.get(siteId, customerId),
    enabled: !isDeleted,
  });
  const navigate = useNavigate();
  const list = pathTo('portal-customers', { siteId });

  return (
    <Page
      title={customer ? customer.name || customer.email : labels.customer}
      mark={customer && <CustomerStateLozenge state={customer.state} />}
      description={customer?.name ? customer.email : undefined}
      breadcrumbs={[...crumbsTo(site), { label: labels.portalCustomers, to: list }]}
      actions={
        site &&
        customer && (
          <CustomerActions
            site={site}
            customer={customer}
            onStep={(step) => setOpenStep({ step, customerId })}
          />
        )
      }
    >
      {site && customer ? (
        <CustomerTabs
          site={site}
          customer={customer}
          onStep={(step) => setOpenStep({ step, customerId })}
        />
      ) : query.error ? (
        <Stack gap="200">
          <ProblemMessage
            error={query.error}
            retry={problemCode(query.error) === 'not-found' ? undefined : query.refetch}
          />
          <div>
            <LinkButton to={list}>{`Back to ${labels.portalCustomers}`}</LinkButton>
          </div>
        </Stack>
      ) : (
        <SkeletonLines count={8} />
      )}
      <CustomerDialogs
        siteId={siteId}
        open={openStep}
        onClose={() => setOpenStep(null)}
        onDeleted={() => {
          setIsDeleted(true);
          void navigate(list, { replace: true });
        }}
      />
    </Page>
  );
}
