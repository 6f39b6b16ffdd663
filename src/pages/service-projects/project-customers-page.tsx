/* The *Customers* page of one service project (domain.md 3.3; S2, "Notify customers"). */
import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { HelpCenterLink } from '#src/ui/help-center-link.tsx';
import { labels } from '#src/ui/labels.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { crumbsTo } from './crumbs.ts';
import { CustomerList } from './customer-list.tsx';

const AddCustomersDialog = lazy(async () => ({
  default: (await import('./add-customers-dialog.tsx')).AddCustomersDialog,
}));

/** Customers of the service project that the address names. */
export function ProjectCustomersPage() {
  const { siteId = '', projectId = '' } = useParams();
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  const projects = useQuery(directoryQueries.serviceProjects(siteId));
  const project = projects.data?.items.find(({ id }) => id === projectId);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Page
      title={labels.customers}
      description={
        project &&
        `People of ${project.name} (${project.key}): those who were added here, those of its requests, and the members of its customer organizations.`
      }
      breadcrumbs={[
        ...crumbsTo(site),
        { label: 'Service projects', to: pathTo('service-projects', { siteId }) },
        ...(project ? [{ label: project.name }] : []),
      ]}
      actions={project && site && <AddCustomers site={site} onPress={() => setIsAdding(true)} />}
    >
      {site && (
        <Stack gap="200">
          <HelpCenterLink siteId={siteId} siteName={site.name} />
          <div>
            <CustomerList
              key={projectId}
              site={site}
              projectId={projectId}
              onAdd={() => setIsAdding(true)}
            />
          </div>
        </Stack>
      )}
      {!site && error && <ProblemMessage error={error} retry={refetch} />}
      {!site && !error && <SkeletonLines count={6} />}
      {isAdding && project && (
        <LatePart>
          <AddCustomersDialog
            siteId={siteId}
            project={project}
            onClose={() => setIsAdding(false)}
          />
        </LatePart>
      )}
    </Page>
  );
}

type AddCustomersProps = { readonly site: Site; readonly onPress: () => void };

function AddCustomers({ site, onPress }: AddCustomersProps) {
  const reason = whyNot(site.actions.inviteCustomers);
  return (
    <Button
      appearance="primary"
      isDisabled={reason !== undefined}
      {...(reason !== undefined && { reason })}
      onPointerEnter={prefetchDialog}
      onFocus={prefetchDialog}
      onPress={onPress}
    >
      {labels.addCustomers}
    </Button>
  );
}
