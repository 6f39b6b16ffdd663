/*
 * The workspace as a file, out and in. A file from outside is hostile until proved otherwise: it is
 * opened apart from the live database with everything switched off that a schema could run, looked
 * through, migrated, and then only records of known tables are read from it and written anew.
 */
import type { Workspace } from '#src/application/ports.ts';
import type { Clock } from '#src/domain/clock.ts';
import type { DomainError } from '#src/domain/errors.ts';
import { err, ok, type Result } from '#src/domain/result.ts';
import { databaseOn, openInMemory, type Database, type SqlRow, type SqlValue } from './database.ts';
import { isConstraint, isDatabaseError } from './database-error.ts';
import { APPLICATION_ID, migrate, schemaOf, type Migration } from './migrations.ts';
import { StoreOpenError } from './open-error.ts';
import type { Sqlite } from './sqlite.ts';
import type { TableShape } from './table.ts';
import { WORKSPACE_TABLES } from './tables/all-tables.ts';
import { workspaceTable } from './tables/work-tables.ts';
import { brokenReference } from './workspace-references.ts';

const HEADER = 'SQLite format 3\0';
/** Offsets of the two header bytes that say whether a write-ahead log belongs to the file. */
const WRITE_VERSION = 18;
const READ_VERSION = 19;

const REASONS = {
  empty: 'The file is empty.',
  foreign: 'The file is not a Drydock workspace.',
  damaged: 'The file is damaged, or only a part of it is here.',
  record: 'The file holds a record that Drydock does not write.',
  reference: 'The file holds a record whose counterpart is missing',
  clock: 'The clock in the file stands or runs as no clock of Drydock does.',
} as const;

/** The end of the year 9999: no date after it can be written in four digits. */
const LAST_INSTANT = Date.UTC(9999, 11, 31);
/** Simulated milliseconds per wall millisecond, the most that the clock can be set to. */
const FASTEST = 3600;
/** The greatest number that is a date, and about the greatest that is exact. */
const GREATEST = 8.64e15;

/** A refusal on the way through the checks. */
class Unreadable extends Error {}

/**
 * The database as a file: a compact copy, so that nothing deleted lingers in it. The same for
 * memory and OPFS, and complete although the source writes to a log.
 */
export function exportWorkspace(database: Database, settings?: Workspace): Uint8Array<ArrayBuffer> {
  const { sqlite } = database;
  const name = 'file:/workspace-export?vfs=memdb';
  // Opened first: a memory file lives as long as somebody has it open.
  const copy = databaseOn(sqlite, new sqlite.oo1.DB(name, 'c'));
  try {
    database.exec(`vacuum main into '${name}'`);
    copy.exec('delete from answer');
    if (settings) writeSettings(copy, settings);
    copy.exec('vacuum');
    const bytes = sqlite.capi.sqlite3_js_db_export(copy.connection);
    bytes[WRITE_VERSION] = 1;
    bytes[READ_VERSION] = 1;
    return bytes;
  } finally {
    copy.close();
  }
}

function writeSettings(database: Database, settings: Workspace): void {
  const marks = workspaceTable.columns.map((column) => `"${column}" = ?`).join(', ');
  database.run(`update workspace set ${marks}`, workspaceTable.encode(settings));
}

/**
 * Checks a file and hands over what writes its records into the live database; `replace` runs it
 * in its transaction. Every refusal comes back as an error; a fault that is not the file's throws.
 */
export function importWorkspace(
  live: Database,
  migrations: readonly Migration[],
  bytes: Uint8Array,
  replace: (copyRows: () => void) => void,
): Result<void, DomainError> {
  let file: Database | undefined;
  try {
    file = openBytes(live.sqlite, bytes);
    const source = file;
    const tooNew = checking(() => newerSchema(source, migrations));
    if (tooNew !== undefined) {
      return err({ code: 'workspace.file-too-new', schema: tooNew, supported: migrations.length });
    }
    checking(() => {
      assertSound(source, migrations);
      migrate(source, migrations);
      assertConnected(source);
    });
    replace(() => {
      copyRecords(source, live);
    });
    return ok(undefined);
  } catch (error) {
    if (error instanceof Unreadable) {
      return err({ code: 'workspace.file-unreadable', reason: error.message });
    }
    throw error;
  } finally {
    file?.close();
  }
}

/** Opens a file's bytes as a database of its own in memory, with nothing in it that may run. */
function openBytes(sqlite: Sqlite, bytes: Uint8Array): Database {
  if (bytes.length === 0) throw new Unreadable(REASONS.empty);
  const header = new TextDecoder('latin1').decode(bytes.subarray(0, HEADER.length));
  if (header !== HEADER || bytes.length < 512) throw new Unreadable(REASONS.foreign);
  // SQLite would not miss the end of a last page on which nothing stands.
  if (bytes.length % pageSizeOf(bytes) !== 0) throw new Unreadable(REASONS.damaged);
  const copy = bytes.slice();
  copy[WRITE_VERSION] = 1;
  copy[READ_VERSION] = 1;

  const { capi, wasm } = sqlite;
  const database = openInMemory(sqlite);
  try {
    const { connection } = database;
    const code = capi.sqlite3_deserialize(
      connection,
      'main',
      wasm.allocFromTypedArray(copy),
      copy.length,
      copy.length,
      capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE,
    );
    if (code !== 0) throw new Unreadable(REASONS.damaged);
    capi.sqlite3_db_config(connection, capi.SQLITE_DBCONFIG_DEFENSIVE, 1, 0);
    capi.sqlite3_db_config(connection, capi.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, 0);
    capi.sqlite3_db_config(connection, capi.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, 0);
    capi.sqlite3_db_config(connection, capi.SQLITE_DBCONFIG_ENABLE_VIEW, 0, 0);
    database.exec('pragma trusted_schema = off; pragma cell_size_check = on;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What the header says; 1 stands for the largest, which does not fit. */
function pageSizeOf(bytes: Uint8Array): number {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint16(16);
  return size < 2 ? 65_536 : size;
}

/** The schema number of a file that a later release wrote. */
function newerSchema(file: Database, migrations: readonly Migration[]): number | undefined {
  if (Number(file.get('pragma application_id')?.[0]) !== APPLICATION_ID) {
    throw new Unreadable(REASONS.foreign);
  }
  const schema = schemaOf(file);
  if (schema < 1) throw new Unreadable(REASONS.foreign);
  return schema > migrations.length ? schema : undefined;
}

/** Undamaged, and its tables are those that the steps up to its schema make. */
function assertSound(file: Database, migrations: readonly Migration[]): void {
  if (file.get('pragma integrity_check(1)')?.[0] !== 'ok') throw new Unreadable(REASONS.damaged);
  const pattern = openInMemory(file.sqlite);
  try {
    migrate(pattern, migrations.slice(0, schemaOf(file)));
    for (const [table] of pattern.all(OWN_TABLES)) {
      if (shapeOf(pattern, String(table)) !== shapeOf(file, String(table))) {
        throw new Unreadable(REASONS.foreign);
      }
    }
  } finally {
    pattern.close();
  }
}

/** What its records point to is there, and its clock runs as Drydock sets it. */
function assertConnected(file: Database): void {
  const broken = brokenReference(file);
  if (broken !== undefined) throw new Unreadable(`${REASONS.reference}: ${broken}.`);
  const row = file.get(`select ${workspaceTable.selection()} from workspace`);
  if (row === undefined) throw new Unreadable(REASONS.record);
  const { simulatedAt, wallAt, speed } = clockOf(row);
  const isDate = [simulatedAt, wallAt].every((at) => at >= 0 && at <= LAST_INSTANT);
  if (!isDate || !(speed >= 0 && speed <= FASTEST)) throw new Unreadable(REASONS.clock);
}

function clockOf(row: SqlRow): Clock {
  try {
    return workspaceTable.decode(row).clock;
  } catch {
    throw new Unreadable(REASONS.record);
  }
}

/** Runs a check; whatever SQLite says against the file while it runs, is damage. */
function checking<T>(check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof StoreOpenError || isDatabaseError(error)) {
      throw new Unreadable(REASONS.damaged);
    }
    throw error;
  }
}

const OWN_TABLES = `select name from sqlite_schema
  where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name`;

/** What matters of a table: that it is an ordinary one, and its columns, none of them computed. */
function shapeOf(database: Database, table: string): string {
  return JSON.stringify([
    database.all(
      `select type, strict, wr from pragma_table_list where schema = 'main' and name = ?`,
      [table],
    ),
    database.all('select name, type, "notnull", pk, hidden from pragma_table_xinfo(?)', [table]),
  ]);
}

/** Reads every record and writes it anew: types, rules and search columns are those of this release. */
function copyRecords(file: Database, live: Database): void {
  if (file.get('select count(*) from workspace')?.[0] !== 1) throw new Unreadable(REASONS.record);
  for (const table of WORKSPACE_TABLES) {
    const columns = table.columns.map((column) => `"${column}"`).join(', ');
    const marks = table.columns.map(() => '?').join(', ');
    const insert = `insert into ${table.name} (${columns}) values (${marks})`;
    file.each(`select ${table.selection()} from ${table.name}`, [], (row) => {
      const cells = recoded(table, row);
      try {
        live.run(insert, cells);
      } catch (error) {
        throw isConstraint(error) ? new Unreadable(REASONS.record) : error;
      }
    });
  }
}

function recoded(table: TableShape, row: SqlRow): SqlValue[] {
  try {
    const cells = table.recode(row);
    if (cells.every(isPossible)) return cells;
  } catch {
    // Refused below.
  }
  throw new Unreadable(REASONS.record);
}

function isPossible(cell: SqlValue): boolean {
  return typeof cell !== 'number' || Math.abs(cell) <= GREATEST;
}
