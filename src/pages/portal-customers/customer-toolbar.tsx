import { labels } from '#src/ui/labels.ts';
import { Toolbar } from '#src/ui/layout.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import type { ListParams } from '#src/ui/use-list-params.ts';
import { CUSTOMER_STATES, customerStateLabel } from './customer-states.tsx';

type CustomerToolbarProps = {
  readonly list: Pick<
    ListParams<{ readonly state: typeof CUSTOMER_STATES }, string>,
    'searchText' | 'setSearchText' | 'filters' | 'setFilter'
  >;
};

const ALL = 'all';

const STATE_OPTIONS = [
  { value: ALL, label: 'All statuses' } as const,
  ...CUSTOMER_STATES.map((value) => ({ value, label: customerStateLabel(value) })),
];

/** Search in e-mail and name, and the status filter. */
export function CustomerToolbar({ list }: CustomerToolbarProps) {
  return (
    <Toolbar>
      <SearchField
        label="Search customers by name or e-mail"
        placeholder="Search name or e-mail"
        value={list.searchText}
        onChange={list.setSearchText}
      />
      <SelectField
        label={labels.status}
        isCompact
        value={list.filters.state ?? ALL}
        options={STATE_OPTIONS}
        onChange={(state) => list.setFilter('state', state === ALL ? undefined : state)}
      />
    </Toolbar>
  );
}
