/* What an address says about a list; `use-list-params.ts` keeps it there. */

/** Filters by name with the values that each takes; anything else in the address is ignored. */
export type FilterValues = Readonly<Record<string, readonly string[]>>;

export type ListOptions<Filters extends FilterValues, Sort extends string> = {
  readonly filters?: Filters;
  readonly sorts?: readonly Sort[];
  readonly defaultSort?: Sort;
  readonly pageSize?: number;
  /** The reader may choose the size of a page, or all rows in one table (`WholeTable`). */
  readonly hasSizes?: boolean;
  /** Query parameter that names the open row. */
  readonly openKey?: string;
  /** Sets a second list on the same screen apart. */
  readonly prefix?: string;
};

/** Rows of a page, or all of them in one table. */
export type PageSize = number | 'all';

/** Rows that one request brings to a table of all rows. */
export const BLOCK_ROWS = 100;

const LARGER_SIZES = [50, 100];

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
  readonly size: PageSize;
  /** What may be chosen as `size`, the least first; empty where nothing may. */
  readonly sizes: readonly PageSize[];
  /** With all rows in one table: the topmost one in sight, from 1. */
  readonly row: number;
  /** Of the page; with all rows in one table, of the block that holds `row`. */
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
  const { pageSize: usual = 25, sorts = [], defaultSort } = options;
  const valueOf = (name: string) => params.get(paramKey(options, name));

  const chosen = Object.entries(options.filters ?? {}).flatMap(([name, values]) => {
    const value = valueOf(name);
    return value !== null && values.includes(value) ? [[name, value]] : [];
  });
  const asked = valueOf('sort');
  const by = sorts.find((name) => name === asked?.replace(/^-/, '')) ?? defaultSort ?? sorts[0];
  const direction = asked?.startsWith('-') ? 'descending' : 'ascending';
  const sizes: readonly PageSize[] = options.hasSizes
    ? [usual, ...LARGER_SIZES.filter((size) => size > usual), 'all']
    : [];
  const size = sizes.find((each) => String(each) === valueOf('size')) ?? usual;
  const pageSize = size === 'all' ? BLOCK_ROWS : size;
  const page = size === 'all' ? 1 : positive(valueOf('page'));
  const row = size === 'all' ? positive(valueOf('at')) : 1;
  return {
    search: valueOf('search') ?? '',
    filters: Object.fromEntries(chosen) as ListQuestion<Filters, Sort>['filters'],
    sort: by === undefined ? undefined : { by, direction },
    page,
    pageSize,
    size,
    sizes,
    row,
    offset: size === 'all' ? row - 1 - ((row - 1) % BLOCK_ROWS) : (page - 1) * pageSize,
    limit: pageSize,
  };
}

function positive(text: string | null): number {
  return Math.max(1, Math.trunc(Number(text)) || 1);
}
