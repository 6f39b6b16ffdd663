/*
 * The one keeper of the workspace: transactions over a database, in memory or durable. Everything
 * runs in the caller's turn, except a long write, which pauses between its slices.
 */
import type { DomainError } from '#src/domain/errors.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Result } from '#src/domain/result.ts';
import type { Database } from './database.ts';
import { sqlLists } from './lists/sql-lists.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { AT_ONCE, ReadModel } from './read-model/read-model.ts';
import { sqlQueries } from './queries/sql-queries.ts';
import { WORKSPACE_TABLES } from './tables/all-tables.ts';
import { transactionOn, type StoreTx } from './transaction.ts';
import { exportWorkspace, importWorkspace } from './workspace-file.ts';

/** How far a long write is, in whatever it counts. */
type Progress = { readonly done: number; readonly total: number };

export type Store = {
  /** Whether the workspace outlives this page. */
  readonly place: 'memory' | 'durable';
  /** Looks, and may change nothing: a change throws. */
  read<T>(work: (tx: StoreTx) => T): T;
  /**
   * Runs work in one transaction; if it throws, nothing of it remains. `workspace.change` goes up
   * by one when any record was written (kept answers are no records).
   */
  write<T>(work: (tx: StoreTx) => T): T;
  /** Runs work in a transaction that is always taken back; only what it returns remains. */
  rehearse<T>(work: (tx: StoreTx) => T): T;
  /**
   * A long write in one transaction: at each `yield` it reports and pauses, so that the thread can
   * answer others. Nothing else may use the store until it ends; the attempt throws.
   */
  writeInSlices<T>(
    work: (tx: StoreTx) => Generator<Progress, T>,
    pause: () => Promise<void>,
    onProgress: (progress: Progress) => void,
  ): Promise<T>;
  /** Replaces the whole workspace, kept answers too, in one transaction. `workspace.change` never goes back. */
  reset(seed: (tx: StoreTx) => void): void;
  /** The whole workspace as an SQLite file without kept answers and without traces of deleted rows. */
  exportFile(): Uint8Array<ArrayBuffer>;
  /**
   * Replaces the whole workspace by an exported file in one transaction, then runs `after` in the
   * same one. Kept answers stay. On a refusal everything is as it was before.
   */
  importFile(bytes: Uint8Array, after?: (tx: StoreTx) => void): Result<void, DomainError>;
  /**
   * Brings the lists of a site into memory, where they stay until `dropUnusedLists`; only for sites
   * too large to do so when they are first listed. It works in slices of a few milliseconds and
   * calls `pause` after each; meanwhile the store may be used, and SQL answers.
   */
  loadLists(siteId: SiteId, pause: () => Promise<void>): Promise<void>;
  /** Frees the memory of lists that nobody has asked for since the last call. */
  dropUnusedLists(): void;
  /** The bytes that lists take in memory. */
  readonly listBytes: number;
  close(): void;
};

/**
 * A store over an open, migrated database. `migrations` is what workspace files are brought to; with
 * up to `listsAtOnce` customers in all, lists are brought into memory when they are first asked for.
 */
export function storeOn(
  database: Database,
  place: Store['place'],
  close: () => void = () => {
    database.close();
  },
  migrations: readonly Migration[] = MIGRATIONS,
  listsAtOnce: number = AT_ONCE,
): Store {
  let state: 'idle' | 'reading' | 'writing' = 'idle';
  let changedRows = 0;
  const readModel = new ReadModel(database, listsAtOnce);
  const gate = {
    open() {
      if (state !== 'writing') throw new Error('Only a write transaction changes records.');
    },
    changed(rows: number) {
      changedRows += rows;
    },
    touched(table: string, values: object) {
      readModel.touched(table, values);
    },
  };
  const tx = transactionOn(
    database,
    gate,
    readModel.lists(sqlLists(database)),
    readModel.queries(sqlQueries(database)),
  );

  function enter(next: 'reading' | 'writing'): void {
    if (state !== 'idle') throw new Error(`The store is in use (${state}).`);
    state = next;
    changedRows = 0;
  }

  function countChange(atLeast = 0): void {
    if (changedRows === 0) return;
    database.run('update workspace set change = max(change, ?) + 1', [atLeast]);
  }

  function presentChange(): number {
    return Number(database.get('select max(change) from workspace')?.[0] ?? 0);
  }

  function inTransaction<T>(work: () => T): T {
    enter('writing');
    try {
      return database.transaction(work);
    } finally {
      state = 'idle';
    }
  }

  /** Empties the workspace, fills it anew, and counts on from where the old one was. */
  function replace(fill: () => void): void {
    const before = presentChange();
    for (const table of WORKSPACE_TABLES) {
      changedRows += database.clear(table.name);
    }
    fill();
    changedRows += 1;
    countChange(before);
  }

  return {
    place,
    read(work) {
      enter('reading');
      try {
        return work(tx);
      } finally {
        state = 'idle';
      }
    },
    write: (work) =>
      inTransaction(() => {
        const result = work(tx);
        countChange();
        return result;
      }),
    rehearse(work) {
      enter('writing');
      try {
        database.begin();
        return work(tx);
      } finally {
        state = 'idle';
        database.rollback();
      }
    },
    async writeInSlices(work, pause, onProgress) {
      enter('writing');
      try {
        database.begin();
        const slices = work(tx);
        for (;;) {
          const slice = slices.next();
          if (slice.done) {
            countChange();
            database.commit();
            return slice.value;
          }
          onProgress(slice.value);
          await pause();
        }
      } catch (error) {
        database.rollback();
        throw error;
      } finally {
        state = 'idle';
      }
    },
    reset: (seed) => {
      inTransaction(() => {
        replace(() => {
          database.run('delete from answer');
          seed(tx);
        });
      });
    },
    exportFile: () => {
      enter('reading');
      try {
        return exportWorkspace(database);
      } finally {
        state = 'idle';
      }
    },
    importFile: (bytes, after) =>
      importWorkspace(database, migrations, bytes, (copyRows) => {
        inTransaction(() => {
          replace(copyRows);
          after?.(tx);
        });
      }),
    async loadLists(siteId, pause) {
      const steps = readModel.load(siteId);
      try {
        for (;;) {
          // A long write shows its uncommitted rows to every statement.
          if (state === 'idle' && steps.next().done === true) return;
          await pause();
        }
      } finally {
        steps.return(undefined);
      }
    },
    dropUnusedLists: () => {
      readModel.dropUnused();
    },
    get listBytes() {
      return readModel.size;
    },
    close,
  };
}

/** Whether SQLite finds the structure of a database broken. */
export function isDamaged(database: Database): boolean {
  return database.get('pragma quick_check(1)')?.[0] !== 'ok';
}
