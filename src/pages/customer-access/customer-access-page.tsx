/* Customer access of a site: which account newcomers to the help center get (domain.md 3.4). */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { SettingsOfSite } from './settings-of-site.tsx';

const AddCustomersDialog = lazy(async () => ({
  default: (await import('./add-customers-dialog.tsx')).AddCustomersDialog,
}));

/** Customer access of the site that the address names. */
export function CustomerAccessPage() {
  const { siteId = '' } = useParams();
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Page
      title={labels.customerAccess}
      description="Which account somebody gets who comes to the help center for the first time. Existing customers keep what they have, whatever is set here."
      breadcrumbs={[
        { label: labels.admin, to: pathTo('organizations') },
        ...(site ? crumbsTo(site) : []),
      ]}
      actions={site && <AddCustomers site={site} onPress={() => setIsAdding(true)} />}
    >
      {site && <SettingsOfSite key={siteId} siteId={siteId} />}
      {!site && error && <ProblemMessage error={error} retry={refetch} />}
      {!site && !error && <SkeletonLines count={6} />}
      {isAdding && (
        <LatePart>
          <AddCustomersDialog siteId={siteId} onClose={() => setIsAdding(false)} />
        </LatePart>
      )}
    </Page>
  );
}

type AddCustomersProps = { readonly site: Site; readonly onPress: () => void };

/** Whoever works on requests may add customers, also those who may not see the settings. */
function AddCustomers({ site, onPress }: AddCustomersProps) {
  const reason = whyNot(site.actions.inviteCustomers);
  return (
    <Button
      appearance="primary"
      isDisabled={reason !== undefined}
      {...(reason !== undefined && { reason })}
      onPress={onPress}
    >
      {labels.addCustomers}
    </Button>
  );
}

/** S1: the way leads through Products where users are managed centrally. */
function crumbsTo({ id: siteId, name, organization }: Site) {
  const { id: organizationId, experience } = organization;
  const products = { label: labels.products, to: pathTo('products', { organizationId }) };
  return [
    { label: organization.name, to: pathTo('organization', { organizationId }) },
    ...(experience === 'centralized' ? [products] : []),
    { label: name, to: pathTo('site', { siteId }) },
  ];
}
