/*
 * The shape of the stored data as a row of named steps, contiguous from 1. A step that has shipped
 * never changes: its name stands in every stored workspace. A new one is appended here and gets a
 * test of its own with rows from before. A step that changes what `search-key.ts` gives, or a
 * derived column, must fill that column anew.
 */
import type { Database } from './database.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { copying } from './migrations/0003-copying.ts';
import { copySelection } from './migrations/0004-copy-selection.ts';
import { servers } from './migrations/0005-servers.ts';
import { scale } from './migrations/0006-scale.ts';
import { foundation } from './migrations/0001-foundation.ts';
import { StoreOpenError } from './open-error.ts';

export type Migration = {
  /** The file's name without its ending. */
  readonly name: string;
  /** Runs inside the transaction that records it. */
  readonly up: (database: Database) => void;
};

/** Every step in order; the first is number 1. */
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-foundation', up: foundation },
  { name: '0002-accounts', up: accounts },
  { name: '0003-copying', up: copying },
  { name: '0004-copy-selection', up: copySelection },
  { name: '0005-servers', up: servers },
  { name: '0006-scale', up: scale },
];

/** Marks the file as ours ("DRDY" in ASCII), so that another program's database is told apart. */
export const APPLICATION_ID = 0x44524459;

/** The number of the last step that was applied; 0 for an empty database. */
export function schemaOf(database: Database): number {
  return Number(database.get('pragma user_version')?.[0] ?? 0);
}

/**
 * Brings a database to the newest shape in one transaction: all missing steps, or none.
 * @throws StoreOpenError `too-new` when a later release wrote it, `damaged` when its steps are not
 * the ones of this product.
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const applied = schemaOf(database);
  if (applied > migrations.length) throw new StoreOpenError('too-new');
  assertOurs(database, applied, migrations);
  if (applied === migrations.length) return;
  database.transaction(() => {
    if (applied === 0) {
      database.exec(`pragma application_id = ${APPLICATION_ID}`);
      database.exec(
        'create table migration (number integer primary key, name text not null) strict',
      );
    }
    for (const [index, migration] of migrations.entries()) {
      const number = index + 1;
      if (number <= applied) continue;
      migration.up(database);
      database.run('insert into migration (number, name) values (?, ?)', [number, migration.name]);
      database.exec(`pragma user_version = ${number}`);
    }
  });
}

function assertOurs(database: Database, applied: number, migrations: readonly Migration[]): void {
  const id = Number(database.get('pragma application_id')?.[0]);
  const tables = Number(database.get('select count(*) from sqlite_schema')?.[0]);
  if (applied === 0) {
    if (id !== 0 || tables !== 0) throw new StoreOpenError('damaged');
    return;
  }
  if (id !== APPLICATION_ID) throw new StoreOpenError('damaged');
  const names = database.all('select name from migration order by number').map(([name]) => name);
  const expected = migrations.slice(0, applied).map((migration) => migration.name);
  if (names.join() !== expected.join()) throw new StoreOpenError('damaged');
}
