import { useState } from 'react';

/**
 * The open row of a list: as the list has it, or as it was when it was opened, should it be in none
 * of the rows read since. `know` takes the row when it opens.
 */
export function useKnownRow<Row>(
  id: string | null,
  rows: readonly Row[] | undefined,
  idOf: (row: Row) => string,
): { readonly row: Row | undefined; readonly know: (row: Row) => void } {
  const [known, know] = useState<Row | undefined>();
  const read = rows?.find((row) => idOf(row) === id);
  return { row: read ?? (known && idOf(known) === id ? known : undefined), know };
}
