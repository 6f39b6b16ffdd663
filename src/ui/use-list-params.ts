/*
 * A list's search, filters, sort, page and open row, kept in the address, so that reload, Back and
 * a shared link show the same list.
 */
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  type FilterValues,
  type ListOptions,
  type ListQuestion,
  type PageSize,
  paramKey,
  readListParams,
} from './list-params.ts';

export type ListParams<Filters extends FilterValues, Sort extends string> = ListQuestion<
  Filters,
  Sort
> & {
  /** What stands in the search box; `search` follows when typing pauses. */
  readonly searchText: string;
  readonly setSearchText: (text: string) => void;
  readonly setFilter: <Name extends keyof Filters & string>(
    name: Name,
    value: Filters[Name][number] | undefined,
  ) => void;
  /** Sorts by this, or turns the direction when it does already. */
  readonly toggleSort: (by: Sort) => void;
  readonly setPage: (page: number) => void;
  /** Changes the size of a page; the first row in sight stays in sight. */
  readonly setSize: (size: PageSize) => void;
  /** With all rows in one table: where it stands. */
  readonly whole: WholePlace | undefined;
  readonly openId: string | null;
  readonly open: (id: string) => void;
  readonly close: () => void;
  /** Whether search or a filter leaves rows out. */
  readonly isNarrowed: boolean;
  /** Ends search and filters. */
  readonly clear: () => void;
};

/** Where a table of all rows stands. */
export type WholePlace = {
  /** The topmost row in sight, from 1. */
  readonly row: number;
  readonly setRow: (row: number) => void;
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

/**
 * Text that reaches the address once typing pauses, and at once when the focus leaves the field: a
 * click elsewhere may lead to another screen, and a late write would lead back from there.
 */
function useTyping(settled: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState<{ text: string; isTyping: boolean } | null>(null);
  const pending = useRef<(() => void) | null>(null);
  useEffect(() => () => pending.current?.(), []);

  // The address follows a moment later: the draft stays until then, or letters would be lost.
  const [seen, setSeen] = useState(settled);
  if (settled !== seen) {
    setSeen(settled);
    if (!draft?.isTyping) setDraft(null);
  }

  function end(text: string) {
    pending.current?.();
    setDraft({ text, isTyping: false });
    commit(text);
  }

  function type(text: string) {
    pending.current?.();
    setDraft({ text, isTyping: true });
    const settle = () => end(text);
    const timer = setTimeout(settle, TYPING_PAUSE_MS);
    document.addEventListener('focusout', settle);
    pending.current = () => {
      clearTimeout(timer);
      document.removeEventListener('focusout', settle);
      pending.current = null;
    };
  }

  return { text: draft?.text ?? settled, type, end };
}

/** The state of one list, read from the address; every setter writes it there. */
export function useListParams<
  const Filters extends FilterValues = Record<never, never>,
  Sort extends string = never,
>(options: ListOptions<Filters, Sort> = {}): ListParams<Filters, Sort> {
  const { openKey = 'open', defaultSort } = options;
  const { params, write } = useAddress();
  const key = (name: string) => paramKey(options, name);
  const filterNames = Object.keys(options.filters ?? {});
  const question = readListParams<Filters, Sort>(params, options);
  const { search, filters, sort } = question;

  /** Another question begins at its first row. */
  const start = { [key('page')]: undefined, [key('at')]: undefined };

  const typing = useTyping(search, (text) =>
    write({ [key('search')]: text, ...start }, { replace: true }),
  );

  function setRow(row: number) {
    write({ [key('at')]: row > 1 ? String(row) : undefined }, { replace: true });
  }

  return {
    ...question,
    searchText: typing.text,
    setSearchText: typing.type,
    setFilter(name, value) {
      write({ [key(name)]: value, ...start }, { replace: true });
    },
    toggleSort(next) {
      const turned = next === sort?.by && sort.direction === 'ascending';
      const value = turned ? `-${next}` : next;
      const written = value === defaultSort ? undefined : value;
      write({ [key('sort')]: written, ...start }, { replace: true });
    },
    setPage(next) {
      write({ [key('page')]: next > 1 ? String(next) : undefined }, { replace: false });
    },
    setSize(next) {
      const first = question.size === 'all' ? question.row - 1 : question.offset;
      const page = next === 'all' ? 1 : Math.floor(first / next) + 1;
      const written = {
        [key('size')]: next === question.sizes[0] ? undefined : String(next),
        [key('page')]: page > 1 ? String(page) : undefined,
        [key('at')]: next === 'all' && first > 0 ? String(first + 1) : undefined,
      };
      write(written, { replace: false });
    },
    whole: question.size !== 'all' ? undefined : { row: question.row, setRow },
    openId: params.get(openKey),
    open(id) {
      write({ [openKey]: id }, { replace: params.get(openKey) !== null });
    },
    close() {
      write({ [openKey]: undefined }, { replace: true });
    },
    isNarrowed: search !== '' || Object.keys(filters).length > 0,
    clear() {
      typing.end('');
      const emptied = ['search', 'page', 'at', ...filterNames].map((name) => [
        key(name),
        undefined,
      ]);
      write(Object.fromEntries(emptied), { replace: true });
    },
  };
}
