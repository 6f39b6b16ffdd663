/*
 * The one keeper of the workspace: transactions over a database, in memory or durable. Everything
 * runs in the caller's turn, except a long write, which pauses between its slices.
 */
import type { DomainError } from '#src/domain/errors.ts';
import type { SiteId } from '#src/domain/ids.ts';
import type { Workspace } from '#src/application/ports.ts';
import type { Result } from '#src/domain/result.ts';
import type { Database } from './database.ts';
import { sqlLists } from './lists/sql-lists.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import type { ListKey, Unloaded } from './read-model/list-key.ts';
import { AT_ONCE, LoadedLists } from './read-model/loaded-lists.ts';
import { ReadModel } from './read-model/read-model.ts';
import { sqlQueries } from './queries/sql-queries.ts';
import { WORKSPACE_TABLES } from './tables/all-tables.ts';
import { transactionOn, type StoreTx } from './transaction.ts';
import { exportWorkspace, importWorkspace } from './workspace-file.ts';

/** How far a long write is, in whatever it counts. */
type Progress = {
  readonly done: number;
  readonly total: number;
  readonly phase?: 'reading' | 'checking' | 'writing';
  readonly rows?: number;
};

export type Store = {
  /** Whether the workspace outlives this page. */
  readonly place: 'memory' | 'durable';
  /**
   * Looks, and may change nothing: a change throws. Here and below, `unloaded` says what becomes of a
   * question for a list of a large site that is not in memory yet: SQL answers it, which may take
   * seconds, or it throws `ListNotLoaded`.
   */
  read<T>(work: (tx: StoreTx) => T, unloaded?: Unloaded): T;
  /**
   * Runs work in one transaction; if it throws, nothing of it remains. `workspace.change` goes up
   * by one when any record was written (kept answers are no records).
   */
  write<T>(work: (tx: StoreTx) => T, unloaded?: Unloaded): T;
  /** Runs work in a transaction that is always taken back; only what it returns remains. */
  rehearse<T>(work: (tx: StoreTx) => T, unloaded?: Unloaded): T;
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
  /**
   * The whole workspace as an SQLite file without kept answers and without traces of deleted rows.
   * `settings` stand in the file in the place of the stored ones; the store itself is only read.
   */
  exportFile(settings?: Workspace): Uint8Array<ArrayBuffer>;
  /**
   * Replaces the whole workspace by an exported file in one transaction, then runs `after` in the
   * same one. Kept answers stay. On a refusal everything is as it was before.
   */
  importFile(bytes: Uint8Array, after?: (tx: StoreTx) => void): Result<void, DomainError>;
  /** Lists of large places that were asked for since the last call and were not in memory. */
  takeWantedLists(): ListKey[];
  /** Whether a list is in memory in the order that is asked for. */
  hasList(list: ListKey): boolean;
  /**
   * Brings a list into memory in all its orders, where it stays until `dropUnusedLists`. It works in
   * slices of a few milliseconds and calls `pause` after each; meanwhile the store may be used, and
   * closed. A list may be gone again at once, after a write that replaced everybody.
   */
  loadList(list: ListKey, pause: () => Promise<void>): Promise<void>;
  /** The same for the customers, the accounts and the duplicates of a site. */
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
  let isClosed = false;
  const loaded = new LoadedLists(database, listsAtOnce);
  const readModel = new ReadModel(database, loaded);
  const gate = {
    open() {
      if (state !== 'writing') throw new Error('Only a write transaction changes records.');
    },
    changed(rows: number) {
      changedRows += rows;
    },
    touched(table: string, values: object) {
      loaded.changes.touched(table, values);
    },
  };
  const tx = transactionOn(
    database,
    gate,
    readModel.lists(sqlLists(database)),
    readModel.queries(sqlQueries(database)),
  );

  function enter(next: 'reading' | 'writing', unloaded: Unloaded = 'ask-sql'): void {
    if (state !== 'idle') throw new Error(`The store is in use (${state}).`);
    state = next;
    loaded.unloaded = unloaded;
    changedRows = 0;
  }

  function countChange(atLeast = 0): void {
    if (changedRows === 0) return;
    database.run('update workspace set change = max(change, ?) + 1', [atLeast]);
  }

  function presentChange(): number {
    return Number(database.get('select max(change) from workspace')?.[0] ?? 0);
  }

  function inTransaction<T>(work: () => T, unloaded?: Unloaded): T {
    enter('writing', unloaded);
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

  async function loadList(list: ListKey, pause: () => Promise<void>): Promise<void> {
    const steps = loaded.load(list);
    try {
      for (;;) {
        if (isClosed) return;
        // A long write shows its uncommitted rows to every statement.
        if (state === 'idle' && steps.next().done === true) return;
        await pause();
      }
    } finally {
      steps.return(undefined);
    }
  }

  return {
    place,
    read(work, unloaded) {
      enter('reading', unloaded);
      try {
        return work(tx);
      } finally {
        state = 'idle';
      }
    },
    write: (work, unloaded) =>
      inTransaction(() => {
        const result = work(tx);
        countChange();
        return result;
      }, unloaded),
    rehearse(work, unloaded) {
      enter('writing', unloaded);
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
    exportFile: (settings) => {
      enter('reading');
      try {
        return exportWorkspace(database, settings);
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
    takeWantedLists: () => loaded.takeWanted(),
    hasList: (list) => loaded.has(list),
    loadList,
    async loadLists(siteId, pause) {
      await loadList({ people: 'duplicates', place: siteId, sort: 'name' }, pause);
    },
    dropUnusedLists: () => {
      loaded.dropUnused();
    },
    get listBytes() {
      return loaded.size;
    },
    close() {
      isClosed = true;
      close();
    },
  };
}

/** Bytes of a database that is looked through as a whole when it is opened: some tenths of a second. */
const LOOKED_THROUGH = 32e6;
/** Of a larger one, tables with more rows are not. */
const FEW_ROWS = 10_000;

/**
 * Whether SQLite finds the structure of a database broken. Looking through a large one would keep
 * its owner waiting for seconds: a broken page of its large tables comes to light when it is read.
 */
export function isDamaged(database: Database, lookedThrough = LOOKED_THROUGH): boolean {
  const size = 'select page_count * page_size from pragma_page_count, pragma_page_size';
  const isSmall = Number(database.get(size)?.[0]) <= lookedThrough;
  if (isSmall) return database.get('pragma quick_check(1)')?.[0] !== 'ok';
  const tables = database.all(`select name from sqlite_schema where type = 'table'`);
  return tables.some(
    ([name]) => hasFewRows(database, `"${name}"`) && isBroken(database, `"${name}"`),
  );
}

function hasFewRows(database: Database, table: string): boolean {
  const counted = `select count(*) from (select 1 from ${table} limit ${FEW_ROWS + 1})`;
  return Number(database.get(counted)?.[0]) <= FEW_ROWS;
}

function isBroken(database: Database, table: string): boolean {
  return database.get(`pragma quick_check(${table})`)?.[0] !== 'ok';
}
