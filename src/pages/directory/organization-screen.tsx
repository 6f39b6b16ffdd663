/* The frame of the screens of one organization: loading and refusals are the same on all of them. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Organization } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';

type OrganizationScreenProps = {
  readonly title: string;
  readonly description?: ReactNode;
  /** Stands behind the title. */
  readonly mark?: ReactNode;
  /** Screens between the organization and this one. */
  readonly crumbs?: (organization: Organization) => readonly { label: string; to: string }[];
  /** Buttons beside the title. */
  readonly actions?: (organization: Organization) => ReactNode;
  readonly children: (organization: Organization) => ReactNode;
};

/** One screen of the organization that the address names. */
export function OrganizationScreen({
  title,
  description,
  mark,
  crumbs = () => [],
  actions,
  children,
}: OrganizationScreenProps) {
  const { organizationId = '' } = useParams();
  const { data, error, refetch } = useQuery(directoryQueries.organization(organizationId));
  const path = data
    ? [{ label: data.name, to: pathTo('organization', { organizationId }) }, ...crumbs(data)]
    : [];
  return (
    <Page
      title={title}
      description={description}
      actions={data && actions?.(data)}
      mark={mark}
      breadcrumbs={[{ label: labels.admin, to: pathTo('organizations') }, ...path]}
    >
      {data ? children(data) : <NotYet error={error} retry={refetch} />}
    </Page>
  );
}

/** Stands in until the record that a screen is about is here. */
export function NotYet({
  error,
  retry,
}: {
  readonly error: unknown;
  readonly retry: () => unknown;
}) {
  return error ? <ProblemMessage error={error} retry={retry} /> : <SkeletonLines count={4} />;
}
