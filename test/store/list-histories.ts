/*
 * Random histories of a store, asked the same questions after every step: for lists that may come
 * from memory or from SQL. Writes are committed, taken back, rehearsed or made in slices, and lists
 * are loaded in between, asked in the middle of a write, and dropped.
 */
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { openInMemory, type Database } from '#src/store/database.ts';
import { migrate, MIGRATIONS } from '#src/store/migrations.ts';
import { loadSqlite } from '#src/store/sqlite.ts';
import { storeOn, type Store } from '#src/store/store.ts';
import type { StoreTx } from '#src/store/transaction.ts';
import { OTHER_SITE, SITE } from './sample-records.ts';

export type Change = (tx: StoreTx) => void;

type History<Q> = {
  readonly changes: fc.Arbitrary<Change>;
  readonly questions: fc.Arbitrary<Q>;
  /** Asks both ways and expects the same. */
  readonly compare: (tx: StoreTx, database: Database, question: Q) => void;
  readonly listsAtOnce: number;
  /** What is there from the beginning. */
  readonly seed?: Change;
};

/** With the number of people up to which lists are brought into memory when they are first asked for. */
export const WAYS_TO_LOAD = [
  ['read when they are first asked for', 1_000],
  ['loaded in slices between writes', 0],
] as const;

/** Milliseconds that some thousand comparisons may take on a busy machine. */
export const LONG = 60_000;

type Step =
  | {
      readonly kind: 'commit' | 'throw' | 'rehearse' | 'slices';
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'load' | 'drop' | 'clear' };

function stepsOf(changes: fc.Arbitrary<Change>): fc.Arbitrary<Step> {
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('commit', 'commit', 'commit', 'throw', 'rehearse', 'slices'),
        changes: fc.array(changes, { minLength: 1, maxLength: 6 }),
      }),
    },
    { weight: 3, arbitrary: fc.constant({ kind: 'load' }) },
    { weight: 1, arbitrary: fc.constantFrom({ kind: 'drop' }, { kind: 'clear' }) },
  );
}

/** Runs thirty histories and says how often both ways were compared after a step. */
export async function runHistories<Q>(given: History<Q>): Promise<number> {
  const { changes, questions, compare, listsAtOnce, seed } = given;
  const sqlite = await loadSqlite();
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(stepsOf(changes), fc.array(questions, { minLength: 1, maxLength: 4 })), {
        minLength: 10,
        maxLength: 40,
      }),
      async (history) => {
        const database = openInMemory(sqlite);
        migrate(database);
        const store = storeOn(database, 'memory', undefined, MIGRATIONS, listsAtOnce);
        if (seed) store.write(seed);
        const loading = slowLoading(store);
        const compareAll = (tx: StoreTx, asked: readonly Q[]) => {
          for (const question of asked) compare(tx, database, question);
        };
        for (const [step, asked] of history) {
          await take(store, step, loading, (tx, made) => {
            compareAll(tx, asked.slice(0, 1));
            for (const change of made) change(tx);
            compareAll(tx, asked.slice(0, 2));
          });
          store.read((tx) => compareAll(tx, asked));
          compared += asked.length;
        }
        await loading.end();
        store.read((tx) =>
          compareAll(
            tx,
            history.flatMap(([, asked]) => asked),
          ),
        );
        store.close();
      },
    ),
    { numRuns: 30 },
  );
  return compared;
}

async function take(
  store: Store,
  step: Step,
  loading: ReturnType<typeof slowLoading>,
  change: (tx: StoreTx, made: readonly Change[]) => void,
): Promise<void> {
  switch (step.kind) {
    case 'load':
      return loading.step();
    case 'drop':
      return store.dropUnusedLists();
    case 'clear':
      return store.write((tx) => {
        tx.portalCustomers.removeWhere({});
        tx.memberships.removeWhere({});
      });
    case 'slices':
      return store.writeInSlices(
        function* (tx) {
          for (const made of step.changes) {
            change(tx, [made]);
            yield { done: 0, total: 1 };
          }
        },
        () => loading.step(),
        () => undefined,
      );
    case 'rehearse':
      return store.rehearse((tx) => change(tx, step.changes));
    case 'commit':
      return store.write((tx) => change(tx, step.changes));
    case 'throw':
      expect(() =>
        store.write((tx) => {
          change(tx, step.changes);
          throw new Error('taken back');
        }),
      ).toThrow('taken back');
  }
}

/** Loads the lists of both sites, and those that were asked for in vain, one slice per step. */
export function slowLoading(store: Store) {
  let resume: (() => void) | undefined;
  let isOver = false;
  let loads: Promise<unknown> | undefined;
  const pause = () =>
    isOver ? Promise.resolve() : new Promise<void>((resolve) => (resume = resolve));
  async function load(): Promise<void> {
    await store.loadLists(SITE, pause);
    await store.loadLists(OTHER_SITE, pause);
    for (const list of store.takeWantedLists()) await store.loadList(list, pause);
  }
  return {
    async step(): Promise<void> {
      if (resume) {
        const go = resume;
        resume = undefined;
        go();
      } else {
        loads = load();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
    async end(): Promise<void> {
      isOver = true;
      resume?.();
      await loads;
    },
  };
}
