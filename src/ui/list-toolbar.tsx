/* The row above a list: its search, the filter that most lists have, and whatever else belongs there. */
import type { ReactNode } from 'react';
import { Toolbar } from './layout.tsx';
import { SearchField } from './search-field.tsx';
import { SelectField } from './select-field.tsx';
import type { ListParams } from './use-list-params.ts';

type ListFilter<Value extends string> = {
  readonly label: string;
  /** The choice that leaves nothing out, "All statuses". */
  readonly all: string;
  readonly values: readonly Value[];
  readonly labelOf: (value: Value) => string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value | undefined) => void;
};

type ListToolbarProps<Value extends string> = {
  readonly list: Pick<
    ListParams<Readonly<Record<string, readonly string[]>>, string>,
    'searchText' | 'setSearchText'
  >;
  readonly searchLabel: string;
  readonly placeholder?: string;
  readonly filter: ListFilter<Value>;
  readonly children?: ReactNode;
};

const ALL = '';

/** Search and filter of a list; both stand in the address through `useListParams`. */
export function ListToolbar<Value extends string>({
  list,
  searchLabel,
  placeholder = searchLabel,
  filter,
  children,
}: ListToolbarProps<Value>) {
  const { label, all, values, labelOf, value, onChange } = filter;
  return (
    <Toolbar>
      <SearchField
        label={searchLabel}
        placeholder={placeholder}
        value={list.searchText}
        onChange={list.setSearchText}
      />
      <SelectField
        isCompact
        label={label}
        value={value ?? ALL}
        onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
        options={[
          { value: ALL, label: all },
          ...values.map((each) => ({ value: each, label: labelOf(each) })),
        ]}
      />
      {children}
    </Toolbar>
  );
}
