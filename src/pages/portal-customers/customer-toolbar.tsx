import { labels } from '#src/ui/labels.ts';
import { ListToolbar } from '#src/ui/list-toolbar.tsx';
import type { ListParams } from '#src/ui/use-list-params.ts';
import { CUSTOMER_STATES, customerStateLabel } from './customer-states.tsx';

type CustomerToolbarProps = {
  readonly list: Pick<
    ListParams<{ readonly state: typeof CUSTOMER_STATES }, string>,
    'searchText' | 'setSearchText' | 'filters' | 'setFilter'
  >;
};

/** Search in e-mail and name, and the status filter. */
export function CustomerToolbar({ list }: CustomerToolbarProps) {
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
    />
  );
}
