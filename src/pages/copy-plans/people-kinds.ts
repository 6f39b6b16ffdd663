/* The people of a migration by what the server takes them for: what S4 counts on the server's side. */
import type { Forecast } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';

type Row = Forecast['flow'][number];

export type PeopleKind = {
  readonly id: 'licensed' | 'customer' | 'former';
  readonly label: string;
  readonly total: number;
  /** Of them, those whose turn did not come. */
  readonly missing: number;
};

const LABELS = {
  licensed: labels.users,
  customer: labels.customers,
  former: 'Former customers',
} as const;

/** Users and customers always; former customers where there are any. */
export function kindsOf(flow: readonly Row[]): readonly PeopleKind[] {
  const kinds = (['licensed', 'customer', 'former'] as const).map((id) => {
    const rows = flow.filter(({ sourceHolding }) => sourceHolding === id);
    const missing = rows.filter(({ action }) => action === 'not-copied');
    return { id, label: LABELS[id], total: sumOf(rows), missing: sumOf(missing) };
  });
  return kinds.filter(({ id, total }) => id !== 'former' || total > 0);
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
