/*
 * Addresses with both account types on a site. The real product has no such view: there one looks
 * each address up in two lists (domain.md 4.3).
 */
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import type { Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Page } from '#src/ui/page.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { SimulatorMark } from '#src/ui/simulator-mark.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { DuplicateList } from './duplicate-list.tsx';

/** Duplicate accounts of the site that the address names. */
export function DuplicatesPage() {
  const { siteId = '' } = useParams();
  const { data: site, error, refetch } = useQuery(directoryQueries.site(siteId));
  return (
    <Page
      title="Duplicate accounts"
      mark={<SimulatorMark />}
      description="E-mail addresses with a portal-only account and an Atlassian account on this site. The person always arrives with the Atlassian account; migrating the portal-only account ends the duplicate."
      breadcrumbs={[
        { label: labels.admin, to: pathTo('organizations') },
        ...(site ? crumbsTo(site) : []),
      ]}
    >
      {site && <DuplicateList site={site} />}
      {!site && error && <ProblemMessage error={error} retry={refetch} />}
      {!site && !error && <SkeletonLines count={6} />}
    </Page>
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
