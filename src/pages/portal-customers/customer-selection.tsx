/*
 * Choosing customers in the list, on one page or all that match, and what can be done with them. Only
 * the checkboxes come with the list; the bar and everything behind it with the first one ticked.
 */
import { lazy } from 'react';
import type { Job, PortalCustomer, Site } from '#src/contract/wire.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { type RowSelection, type Selection, useSelection } from '#src/ui/use-selection.ts';
import type { CustomerListParams } from './customer-list-query.ts';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));
const BulkProgress = lazy(async () => ({
  default: (await import('./bulk-progress.tsx')).BulkProgress,
}));

/** What is ticked stays ticked from page to page while search and filter stay. */
export function useCustomerSelection(site: Site, list: CustomerListParams): Selection {
  return useSelection(JSON.stringify([site.id, list.search, list.filters.state]));
}

/** The checkboxes of the rows on screen. */
export function rowsOf(
  selection: Selection,
  customers: readonly PortalCustomer[],
): RowSelection<PortalCustomer> {
  const pageKeys = customers.map(({ id }) => id);
  return {
    label: ({ name, email }) => `Select ${name || email}`,
    has: selection.has,
    set: (keys, isSelected) => selection.set(keys, isSelected, pageKeys),
    all: {
      isChosen: selection.isAll,
      isAnyChosen: selection.keys.size > 0,
      set: (isChosen) => (isChosen ? selection.selectAll() : selection.clear()),
    },
  };
}

type SelectedCustomersProps = {
  readonly site: Site;
  readonly list: CustomerListParams;
  readonly selection: Selection;
  /** How many match the search and the filter. */
  readonly total: number;
  readonly onStarted: (jobId: string) => void;
};

/** The bar of bulk steps, while anybody is chosen. */
export function SelectedCustomers(props: SelectedCustomersProps) {
  const { selection, total } = props;
  const count = selection.isAll ? total : selection.keys.size;
  if (count === 0) return null;
  return (
    <LatePart>
      <BulkBar {...props} count={count} />
    </LatePart>
  );
}

type RunningBulkStepsProps = {
  readonly site: Site;
  readonly jobs: readonly Job[];
  /** The one that was started here last: it comes into view. */
  readonly startedId: string | null;
};

/** Bulk steps that run on this site. */
export function RunningBulkSteps({ site, jobs, startedId }: RunningBulkStepsProps) {
  const here = jobs.filter(({ siteId, kind }) => siteId === site.id && kind.startsWith('bulk-'));
  if (here.length === 0) return null;
  return (
    <LatePart>
      <BulkProgress site={site} jobs={here} startedId={startedId} />
    </LatePart>
  );
}
