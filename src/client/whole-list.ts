/* A whole list for a table that shows all of its rows: read in blocks, of which it keeps the near ones. */
import { type QueryKey, useQuery, type UseQueryOptions } from '@tanstack/react-query';

export type BlockPlace = { readonly offset: number; readonly limit: number };

/** How long rows that have left the screen are kept. */
const KEPT_MS = 30_000;

type Blocks<Data> = {
  /** A hook. Reads nothing as long as `isWanted` is false, but shows what it has. */
  readonly useBlock: (
    block: BlockPlace,
    isWanted: boolean,
  ) => {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
};

/**
 * `place` with the way to the rows around it, by the list's own query; undefined as long as the list
 * is shown in pages.
 */
export function wholeList<Place extends object, Data, Key extends QueryKey>(
  place: Place | undefined,
  queryOf: (block: BlockPlace) => UseQueryOptions<Data, Error, Data, Key>,
): (Place & Blocks<Data>) | undefined {
  if (!place) return undefined;
  return {
    ...place,
    useBlock: function useBlock(block, isWanted) {
      // Rows of another block would stand in the wrong places: nothing stands in for these.
      const { placeholderData: _, ...options } = queryOf(block);
      return useQuery<Data, Error, Data, Key>({ ...options, enabled: isWanted, gcTime: KEPT_MS });
    },
  };
}
