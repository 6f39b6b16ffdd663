/* Keyed records over any table. Each shape of a question is one statement, prepared once. */
import type { Records } from '#src/application/ports.ts';
import type { Database, SqlValue } from './database.ts';
import type { Table } from './table.ts';

/** Is asked before each change, so that only a write transaction changes anything, and told after it. */
export type WriteGate = {
  /** Throws outside a write transaction. */
  open(): void;
  /** Told how many rows changed. */
  changed(rows: number): void;
  /** Told fields that all changed records of a table have. */
  touched(table: string, values: object): void;
};

/** The records of one table. */
export function recordsOf<R extends object, K extends keyof R & string>(
  database: Database,
  table: Table<R, K>,
  gate: WriteGate,
): Records<R, K> {
  const selection = table.selection();
  const byKey = table.keyColumns.map((column) => `"${column}" = ?`).join(' and ');
  const order = table.keyColumns.map((column) => `"${column}"`).join(', ');
  const getSql = `select ${selection} from ${table.name} where ${byKey}`;
  const removeSql = `delete from ${table.name} where ${byKey}`;
  const putSql = upsertSql(table);
  const conditions = new Map<string, string>();

  function keyValues(key: Pick<R, K>): SqlValue[] {
    return table.key.map((field) => table.encodeField(field, key[field]));
  }

  /** The condition for some fields, and its values. A field given as undefined is refused: it would match everything. */
  function condition(values: Partial<R>): { readonly sql: string; readonly cells: SqlValue[] } {
    const cells: SqlValue[] = [];
    let shape = '';
    for (const name in values) {
      const cell = table.encodeField(name, values[name]);
      shape += cell === null ? `-${name}` : `+${name}`;
      if (cell !== null) cells.push(cell);
    }
    return { sql: shape === '' ? '' : conditionOf(shape), cells };
  }

  /** One text for each shape: texts made anew each time cost as much as a quick statement. */
  function conditionOf(shape: string): string {
    const known = conditions.get(shape);
    if (known !== undefined) return known;
    const parts = (shape.match(/[+-][^+-]+/g) ?? []).map((part) => {
      const column = `"${table.columnOf(part.slice(1) as keyof R & string)}"`;
      return part.startsWith('+') ? `${column} = ?` : `${column} is null`;
    });
    const sql = `where ${parts.join(' and ')}`;
    conditions.set(shape, sql);
    return sql;
  }

  function change(sql: string, cells: readonly SqlValue[], values: object): void {
    gate.open();
    gate.touched(table.name, values);
    gate.changed(database.run(sql, cells));
  }

  return {
    get(key) {
      const row = database.get(getSql, keyValues(key));
      return row && table.decode(row);
    },
    put(record) {
      change(putSql, table.encode(record), record);
    },
    remove(key) {
      change(removeSql, keyValues(key), key);
    },
    where(values) {
      const { sql, cells } = condition(values);
      const rows = database.all(
        `select ${selection} from ${table.name} ${sql} order by ${order}`,
        cells,
      );
      return rows.map((row) => table.decode(row));
    },
    first(values) {
      const { sql, cells } = condition(values);
      const row = database.get(
        `select ${selection} from ${table.name} ${sql} order by ${order} limit 1`,
        cells,
      );
      return row && table.decode(row);
    },
    count(values) {
      const { sql, cells } = condition(values);
      return Number(database.get(`select count(*) from ${table.name} ${sql}`, cells)?.[0]);
    },
    removeWhere(values) {
      const { sql, cells } = condition(values);
      if (sql === '') {
        gate.open();
        gate.changed(database.clear(table.name));
        return;
      }
      change(`delete from ${table.name} ${sql}`, cells, values);
    },
  };
}

/** Inserts or updates in place. REPLACE would delete the row of another key that a unique index holds. */
function upsertSql<R extends object, K extends keyof R & string>(table: Table<R, K>): string {
  const columns = table.columns.map((column) => `"${column}"`).join(', ');
  const marks = table.columns.map(() => '?').join(', ');
  const updates = table.columns
    .filter((column) => !table.keyColumns.includes(column))
    .map((column) => `"${column}" = excluded."${column}"`);
  const action = updates.length === 0 ? 'do nothing' : `do update set ${updates.join(', ')}`;
  return `insert into ${table.name} (${columns}) values (${marks})
    on conflict (${table.keyColumns.map((column) => `"${column}"`).join(', ')}) ${action}`;
}
