import { useEffect } from 'react';
import type { ListParams } from './use-list-params.ts';

type Paged = Pick<
  ListParams<Readonly<Record<string, readonly string[]>>, string>,
  'page' | 'pageSize' | 'setPage'
>;

/**
 * Goes back to the last page when the address names one behind the end: rows may have left the
 * list since. `total` is undefined until the list has answered. Answers whether it is on its way
 * back, so that nobody takes the page without rows for an empty list.
 */
export function useExistingPage(
  { page, pageSize, setPage }: Paged,
  total: number | undefined,
): boolean {
  const last = total === undefined ? page : Math.max(1, Math.ceil(total / pageSize));
  useEffect(() => {
    if (page > last) setPage(last);
    // oxlint-disable-next-line react/exhaustive-deps -- the setter is a new function on every render
  }, [page, last]);
  return page > last;
}
