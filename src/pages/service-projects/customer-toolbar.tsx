import { accountTypeLabel } from '#src/ui/account-type.ts';
import { Toolbar } from '#src/ui/layout.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { SelectField } from '#src/ui/select-field.tsx';
import type { CustomerListParams } from './customer-list.tsx';
import { HOLDINGS, roleLabel, ROLES, stateLook, STATES } from './customer-words.ts';

/** Search and filters of the list. */
export function CustomerToolbar({ list }: { readonly list: CustomerListParams }) {
  return (
    <Toolbar>
      <SearchField
        label="Search customers by name or e-mail"
        placeholder="Search name or e-mail"
        value={list.searchText}
        onChange={list.setSearchText}
      />
      <SelectField
        isCompact
        label="Status"
        value={list.filters.state ?? ''}
        onChange={(state) => list.setFilter('state', state === '' ? undefined : state)}
        options={[
          { value: '', label: 'All statuses' },
          ...STATES.map((value) => ({ value, label: stateLook(value).label })),
        ]}
      />
      <SelectField
        isCompact
        label="Account type"
        value={list.filters.holding ?? ''}
        onChange={(holding) => list.setFilter('holding', holding === '' ? undefined : holding)}
        options={[
          { value: '', label: 'All account types' },
          ...HOLDINGS.map((value) => ({ value, label: accountTypeLabel(value) })),
        ]}
      />
      <SelectField
        isCompact
        label="Project role"
        value={list.filters.projectRole ?? ''}
        onChange={(role) => list.setFilter('projectRole', role === '' ? undefined : role)}
        options={[
          { value: '', label: 'All project roles' },
          ...ROLES.map((value) => ({ value, label: roleLabel(value) })),
        ]}
      />
    </Toolbar>
  );
}
