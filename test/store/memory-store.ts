import type { Tx } from '#src/application/ports.ts';
import { openStore } from '#src/store/open-store.ts';
import type { Store } from '#src/store/store.ts';
import type { StoreTx } from '#src/store/transaction.ts';

/** A store in memory, filled in one write. */
export async function storeWith(fill: (tx: StoreTx) => void): Promise<Store> {
  const store = await openStore({ place: 'memory' });
  store.write(fill);
  return store;
}

/** Every record of a store, by kind; what two stores that hold the same agree in. */
export function everything(tx: Tx): Record<string, unknown[]> {
  const found: Record<string, unknown[]> = {};
  for (const [name, records] of Object.entries(tx)) {
    if ('where' in records) found[name] = records.where({});
  }
  return found;
}
