/* What an address says about a list; `use-list-params.ts` keeps it there. */

/** Filters by name with the values that each takes; anything else in the address is ignored. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export type ListOptions<Filters extends FilterValues, Sort extends string> = {
  readonly filters?: Filters;
  readonly sorts?: readonly Sort[];
  readonly defaultSort?: Sort;
  readonly pageSize?: number;
  /** Query parameter that names the open row. */
  readonly openKey?: string;
  /** Sets a second list on the same screen apart. */
  readonly prefix?: string;
};

type SortDirection = 'ascending' | 'descending';

export type SortState<Sort extends string> = {
  readonly by: Sort;
  readonly direction: SortDirection;
};

/** A list's search, filters, sort and page, as its address has them. */
export type ListQuestion<Filters extends FilterValues, Sort extends string> = {
  readonly search: string;
  readonly filters: { readonly [Name in keyof Filters]?: Filters[Name][number] };
  /** Undefined only for lists without `sorts`. */
  readonly sort: SortState<Sort> | undefined;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
  readonly offset: number;
  readonly limit: number;
};

/** The name of a list's query parameter in the address. */
export function paramKey({ prefix }: { readonly prefix?: string }, name: string): string {
  return prefix ? `${prefix}-${name}` : name;
}

/** Reads the address; what a list does not know is ignored. */
export function readListParams<Filters extends FilterValues, Sort extends string>(
  params: URLSearchParams,
  options: ListOptions<Filters, Sort>,
): ListQuestion<Filters, Sort> {
  const { pageSize = 25, sorts = [], defaultSort } = options;
  const valueOf = (name: string) => params.get(paramKey(options, name));

  const chosen = Object.entries(options.filters ?? {}).flatMap(([name, values]) => {
    const value = valueOf(name);
    return value !== null && values.includes(value) ? [[name, value]] : [];
  });
  const asked = valueOf('sort');
  const by = sorts.find((name) => name === asked?.replace(/^-/, '')) ?? defaultSort ?? sorts[0];
  const direction = asked?.startsWith('-') ? 'descending' : 'ascending';
  const page = Math.max(1, Math.trunc(Number(valueOf('page'))) || 1);
  return {
    search: valueOf('search') ?? '',
    filters: Object.fromEntries(chosen) as ListQuestion<Filters, Sort>['filters'],
    sort: by === undefined ? undefined : { by, direction },
    page,
    pageSize,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  };
}
