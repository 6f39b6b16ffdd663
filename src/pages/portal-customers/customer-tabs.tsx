import { lazy } from 'react';
import { useRunningJobs } from '#src/client/jobs.ts';
import type { PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { Tabs, useTabParam } from '#src/ui/tabs.tsx';
import type { CustomerStep } from './customer-menu.ts';
import { CustomerProfile } from './customer-profile.tsx';

const CustomerRequests = lazy(async () => ({
  default: (await import('./customer-requests.tsx')).CustomerRequests,
}));
const CustomerMemberships = lazy(async () => ({
  default: (await import('./customer-memberships.tsx')).CustomerMemberships,
}));
const CustomerHistory = lazy(async () => ({
  default: (await import('./customer-history.tsx')).CustomerHistory,
}));
const CustomerMail = lazy(async () => ({
  default: (await import('./customer-mail.tsx')).CustomerMail,
}));

type CustomerTabsProps = {
  readonly site: Site;
  readonly customer: PortalCustomerDetail;
  readonly onStep: (step: CustomerStep) => void;
};

/** A customer's profile and everything that hangs on it; the open tab stands in the address. */
export function CustomerTabs({ site, customer, onStep }: CustomerTabsProps) {
  const [tab, select] = useTabParam([
    'profile',
    'requests',
    'customer-organizations',
    'history',
    'mail',
  ]);
  const jobs = useRunningJobs();
  return (
    <Tabs
      label="About the customer"
      selected={tab}
      onSelect={select}
      items={[
        { id: 'profile', label: 'Profile' },
        { id: 'requests', label: 'Requests' },
        {
          id: 'customer-organizations',
          label: 'Customer organizations',
          count: customer.customerOrganizations.length,
        },
        { id: 'history', label: 'History' },
        { id: 'mail', label: 'Mail' },
      ]}
    >
      <LatePart key={tab} fallback={<SkeletonLines count={5} />}>
        {tab === 'profile' && (
          <CustomerProfile
            site={site}
            customer={customer}
            job={jobs.find(({ id }) => id === customer.jobId)}
            onMigrate={() => onStep('migrate')}
          />
        )}
        {tab === 'requests' && <CustomerRequests site={site} customer={customer} />}
        {tab === 'customer-organizations' && <CustomerMemberships customer={customer} />}
        {tab === 'history' && <CustomerHistory site={site} customer={customer} />}
        {tab === 'mail' && <CustomerMail site={site} customer={customer} />}
      </LatePart>
    </Tabs>
  );
}
