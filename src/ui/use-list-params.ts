/*
 * A list's search, filters, sort, page and open row, kept in the address, so that reload, Back and
 * a shared link show the same list.
 */
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Filters by name with the values that each takes; anything else in the address is ignored. */
type FilterValues = Readonly<Record<string, readonly string[]>>;

type ListOptions<Filters extends FilterValues, Sort extends string> = {
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

export type ListParams<Filters extends FilterValues, Sort extends string> = {
  /** What stands in the search box; `search` follows when typing pauses. */
  readonly searchText: string;
  readonly setSearchText: (text: string) => void;
  readonly search: string;
  readonly filters: { readonly [Name in keyof Filters]?: Filters[Name][number] };
  readonly setFilter: <Name extends keyof Filters & string>(
    name: Name,
    value: Filters[Name][number] | undefined,
  ) => void;
  /** Undefined only for lists without `sorts`. */
  readonly sort: SortState<Sort> | undefined;
  /** Sorts by this, or turns the direction when it does already. */
  readonly toggleSort: (by: Sort) => void;
  /** From 1. */
  readonly page: number;
  readonly setPage: (page: number) => void;
  readonly pageSize: number;
  readonly offset: number;
  readonly limit: number;
  readonly openId: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Whether search or a filter leaves rows out. */
  readonly isNarrowed: boolean;
  /** Ends search and filters. */
  readonly clear: () => void;
};

const TYPING_PAUSE_MS = 250;

type Changes = Readonly<Record<string, string | undefined>>;

/** Reads the address and writes it; identical writes are skipped (browsers refuse about 100 in a row). */
function useAddress() {
  const [params, setParams] = useSearchParams();
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);

  function write(changes: Changes, { replace }: { readonly replace: boolean }) {
    const next = new URLSearchParams(latest.current);
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    if (next.toString() === latest.current.toString()) return;
    latest.current = next;
    setParams(next, { replace });
  }

  return { params, write };
}

/** Text that reaches the address once typing pauses. */
function useTyping(settled: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState<{ text: string; isTyping: boolean } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  // The address follows a moment later: the draft stays until then, or letters would be lost.
  const [seen, setSeen] = useState(settled);
  if (settled !== seen) {
    setSeen(settled);
    if (!draft?.isTyping) setDraft(null);
  }

  function end(text: string) {
    clearTimeout(timer.current);
    setDraft({ text, isTyping: false });
    commit(text);
  }

  function type(text: string) {
    clearTimeout(timer.current);
    setDraft({ text, isTyping: true });
    timer.current = setTimeout(() => end(text), TYPING_PAUSE_MS);
  }

  return { text: draft?.text ?? settled, type, end };
}

/** The state of one list, read from the address; every setter writes it there. */
export function useListParams<
  const Filters extends FilterValues = Record<never, never>,
  Sort extends string = never,
>(options: ListOptions<Filters, Sort> = {}): ListParams<Filters, Sort> {
  const { pageSize = 25, openKey = 'open', prefix = '', sorts = [], defaultSort } = options;
  const { params, write } = useAddress();
  const key = (name: string) => (prefix ? `${prefix}-${name}` : name);
  const filterNames = Object.keys(options.filters ?? {});

  const search = params.get(key('search')) ?? '';
  const typing = useTyping(search, (text) =>
    write({ [key('search')]: text, [key('page')]: undefined }, { replace: true }),
  );

  const chosen = filterNames.flatMap((name) => {
    const value = params.get(key(name));
    return value !== null && options.filters?.[name]?.includes(value) ? [[name, value]] : [];
  });
  const filters: ListParams<Filters, Sort>['filters'] = Object.fromEntries(chosen);

  const asked = params.get(key('sort'));
  const by = sorts.find((name) => name === asked?.replace(/^-/, '')) ?? defaultSort ?? sorts[0];
  const direction = asked?.startsWith('-') ? 'descending' : 'ascending';
  const page = Math.max(1, Math.trunc(Number(params.get(key('page')))) || 1);

  return {
    searchText: typing.text,
    setSearchText: typing.type,
    search,
    filters,
    setFilter(name, value) {
      write({ [key(name)]: value, [key('page')]: undefined }, { replace: true });
    },
    sort: by === undefined ? undefined : { by, direction },
    toggleSort(next) {
      const turned = next === by && direction === 'ascending';
      const value = turned ? `-${next}` : next;
      const written = value === defaultSort ? undefined : value;
      write({ [key('sort')]: written, [key('page')]: undefined }, { replace: true });
    },
    page,
    setPage(next) {
      write({ [key('page')]: next > 1 ? String(next) : undefined }, { replace: false });
    },
    pageSize,
    offset: (page - 1) * pageSize,
    limit: pageSize,
    openId: params.get(openKey),
    open(id) {
      write({ [openKey]: id }, { replace: params.get(openKey) !== null });
    },
    close() {
      write({ [openKey]: undefined }, { replace: true });
    },
    isNarrowed: search !== '' || chosen.length > 0,
    clear() {
      typing.end('');
      const emptied = ['search', 'page', ...filterNames].map((name) => [key(name), undefined]);
      write(Object.fromEntries(emptied), { replace: true });
    },
  };
}
