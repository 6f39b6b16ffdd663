import { Link } from 'react-router-dom';
import type { Organization } from '#src/contract/wire.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { count } from '#src/ui/count.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { labels } from '#src/ui/labels.ts';
import { pathTo } from '#src/ui/paths.ts';
import { RecordTable, type Column } from '#src/ui/record-table.tsx';

type SiteRow = Organization['sites'][number];

const COLUMNS: readonly Column<SiteRow>[] = [
  {
    id: 'site',
    heading: 'Site',
    isRowHeader: true,
    cell: ({ id, name }) => <Link to={pathTo('site', { siteId: id })}>{name}</Link>,
  },
  { id: 'product', heading: 'Product', cell: () => labels.jiraServiceManagement },
  { id: 'plan', heading: 'Plan', cell: ({ subscription }) => planLabel(subscription) },
  {
    id: 'customers',
    heading: labels.portalCustomers,
    align: 'end',
    cell: ({ counts }) => count(counts.portalCustomers),
  },
  {
    id: 'accounts',
    heading: 'Atlassian accounts',
    align: 'end',
    cell: ({ counts }) => count(counts.accounts),
  },
  {
    id: 'licences',
    heading: 'Licences used',
    align: 'end',
    cell: ({ counts }) => count(counts.licencesUsed),
  },
];

/** "Free" or "Paid" */
export function planLabel(subscription: SiteRow['subscription']): string {
  return subscription === 'free' ? 'Free' : 'Paid';
}

function usersLink({ id: siteId }: SiteRow) {
  return (
    <LinkButton appearance="subtle" isCompact to={pathTo('site-users', { siteId })}>
      {labels.users}
    </LinkButton>
  );
}

type SiteTableProps = {
  readonly caption: string;
  readonly sites: readonly SiteRow[];
  /** Whether each site has users of its own to go to (S1, original user management). */
  readonly hasUsers?: boolean;
};

/** Sites with their product and how full they are. */
export function SiteTable({ caption, sites, hasUsers = false }: SiteTableProps) {
  return (
    <RecordTable
      caption={caption}
      query={{ data: { items: sites }, error: null, refetch: () => undefined }}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      empty={<EmptyState title="No sites yet" />}
      {...(hasUsers && { rowActions: usersLink })}
    />
  );
}
