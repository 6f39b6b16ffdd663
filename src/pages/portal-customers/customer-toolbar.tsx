import { LinkButton } from '#src/ui/button.tsx';
import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import { pathTo } from '#src/ui/paths.ts';
import type { ListParams } from '#src/ui/use-list-params.ts';
import { CUSTOMER_STATES, customerStateLabel } from './customer-states.tsx';

type CustomerToolbarProps = {
  readonly siteId: string;
  readonly list: Pick<
    ListParams<{ readonly state: typeof CUSTOMER_STATES }, string>,
    'searchText' | 'setSearchText' | 'filters' | 'setFilter'
  >;
};

/** Search in e-mail and name, the status filter, and the way to what was done to many at once. */
export function CustomerToolbar({ siteId, list }: CustomerToolbarProps) {
  return (
    <ListToolbar
      list={list}
      searchLabel="Search customers by name or e-mail"
      placeholder="Search name or e-mail"
      filter={{
        label: labels.status,
        all: 'All statuses',
        values: CUSTOMER_STATES,
        labelOf: customerStateLabel,
        value: list.filters.state,
        onChange: (state) => list.setFilter('state', state),
      }}
    >
      <LinkButton appearance="subtle" to={pathTo('bulk-steps', { siteId })}>
        Bulk steps
      </LinkButton>
    </ListToolbar>
  );
}
