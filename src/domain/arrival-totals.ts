/*
 * The counts of S4 on both sides, *View details* of the migration and the portal-only accounts of the
 * site, and every step that leads from one to the other.
 */
import type { Arrival, ArrivalFacts, Explanation } from './arrival.ts';
import { holdsPortalOnly, type Holding } from './copy-table.ts';
import type { ServerRow } from './server-table.ts';

/** People of one row with one explanation, and what they add to each count. */
type ArrivalPart = {
  readonly row: ServerRow;
  /** Whether the migration takes them; others who are there came by another one. */
  readonly taken: boolean;
  readonly code: Explanation['code'];
  readonly people: number;
  /** Of them, those that the server's count of migrated customers has. */
  readonly onServer: number;
  /** Portal-only accounts of the destination that are theirs; two people never count for one account. */
  readonly onDestination: number;
};

export type ArrivalTotals = {
  /** Customers that the migration takes, as the server counts them. */
  readonly onServer: number;
  /** Portal-only accounts of the destination, as the site counts them. */
  readonly onDestination: number;
  /** Portal-only accounts that nobody from this server has. */
  readonly elsewhere: number;
  /** By row, by whether they are taken, then by explanation. Each count is the sum of its parts, `elsewhere` included. */
  readonly parts: readonly ArrivalPart[];
};

/** Adds everybody up. */
export function arrivalTotals(
  arrivals: readonly Arrival[],
  destination: ArrivalFacts['destination'],
): ArrivalTotals {
  const claimed = new Set<string>();
  const parts = new Map<string, ArrivalPart>();
  for (const { row, taken, emailKey, explanation } of arrivals) {
    const { code } = explanation;
    const isFirst = emailKey !== null && !claimed.has(emailKey);
    const hasAccount = isFirst && holdsPortalOnly(destination.get(emailKey) ?? 'nobody');
    if (hasAccount) claimed.add(emailKey);
    const id = `${row} ${Number(!taken)} ${code}`;
    const part = parts.get(id) ?? { row, taken, code, people: 0, onServer: 0, onDestination: 0 };
    parts.set(id, {
      ...part,
      people: part.people + 1,
      onServer: part.onServer + Number(row === 'customer' && taken),
      onDestination: part.onDestination + Number(hasAccount),
    });
  }
  const onDestination = countPortalOnly(destination.values());
  return {
    onServer: arrivals.filter(({ row, taken }) => row === 'customer' && taken).length,
    onDestination,
    elsewhere: onDestination - claimed.size,
    parts: [...parts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part),
  };
}

function countPortalOnly(holdings: Iterable<Holding>): number {
  let count = 0;
  for (const holding of holdings) count += Number(holdsPortalOnly(holding));
  return count;
}
