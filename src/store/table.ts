/*
 * Says, as data, how a record lies in a table: which field is which column and what kind of value
 * it holds. The tables themselves are made by the migrations; a test compares the two.
 */
import type { SqlRow, SqlValue } from './statement.ts';

/** How a field is stored: booleans as 0 and 1, lists and objects as JSON, `null` as NULL in every kind. */
type FieldKind = 'text' | 'number' | 'boolean' | 'list' | 'object';

type KindOf<V> = [V] extends [string]
  ? 'text'
  : [V] extends [number]
    ? 'number'
    : [V] extends [boolean]
      ? 'boolean'
      : [V] extends [readonly unknown[]]
        ? 'list'
        : 'object';

type TableDefinition<R, K extends keyof R & string> = {
  readonly name: string;
  readonly key: readonly K[];
  readonly fields: { readonly [F in keyof R & string]: KindOf<NonNullable<R[F]>> };
  /** Columns beside the record that the store fills from it at every `put`, for search and order. */
  readonly derived?: Readonly<Record<string, (record: R) => SqlValue>>;
};

type AnyRecord = Readonly<Record<string, unknown>>;

/** What the store needs to know of a table whatever its record. */
export type TableShape = {
  readonly name: string;
  /** Every column, derived ones too, in the order of `recode`. */
  readonly columns: readonly string[];
  readonly keyColumns: readonly string[];
  /** The record's columns for a SELECT, under an alias if one is given. */
  selection(alias?: string): string;
  /** Cells of `selection` as cells of `columns`: read as a record, written again. Throws on what is no record. */
  recode(row: SqlRow): SqlValue[];
};

export type Table<R, K extends keyof R> = TableShape & {
  readonly key: readonly K[];
  columnOf(field: keyof R): string;
  /** How many cells `selection` takes of a row. */
  readonly width: number;
  encode(record: R): SqlValue[];
  /** One field's value as it is stored. */
  encodeField(field: keyof R, value: unknown): SqlValue;
  /** The record whose cells begin at `offset`. */
  decode(row: SqlRow, offset?: number): R;
};

/** Completes a definition to the table that `Records`, lists and queries work with. */
export function defineTable<R extends object, K extends keyof R & string>(
  definition: TableDefinition<R, K>,
): Table<R, K> {
  const fields = Object.entries<FieldKind>(definition.fields).map(([name, kind]) => ({
    name,
    kind,
    column: columnName(name),
  }));
  const derived = Object.entries(definition.derived ?? {});
  const kinds = new Map(fields.map((field) => [field.name, field.kind]));

  function encode(record: R): SqlValue[] {
    const source = record as AnyRecord;
    const cells = fields.map((field) => encodeValue(field.kind, source[field.name], field.name));
    for (const [, valueOf] of derived) cells.push(valueOf(record));
    return cells;
  }

  function decode(row: SqlRow, offset = 0): R {
    const record: Record<string, unknown> = {};
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index];
      if (field) record[field.name] = decodeValue(field.kind, row[offset + index] ?? null);
    }
    // Each field was decoded by the kind that its type demands.
    return record as R;
  }

  return {
    name: definition.name,
    key: definition.key,
    columns: [...fields.map((field) => field.column), ...derived.map(([column]) => column)],
    keyColumns: definition.key.map(columnName),
    width: fields.length,
    columnOf: (field) => columnName(String(field)),
    selection: (alias = definition.name) =>
      fields.map((field) => `${alias}."${field.column}"`).join(', '),
    encode,
    encodeField: (field, value) => {
      const name = String(field);
      const kind = kinds.get(name);
      if (kind === undefined) throw new Error(`${definition.name} has no field ${name}`);
      return encodeValue(kind, value, name);
    },
    decode,
    recode: (row) => encode(decode(row)),
  };
}

/** `emailKey` is the column `email_key`. */
function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function encodeValue(kind: FieldKind, value: unknown, name: string): SqlValue {
  if (value === null) return null;
  switch (kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      break;
    case 'text':
      if (typeof value === 'string') return value;
      break;
    case 'number':
      if (typeof value === 'number') return value;
      break;
    case 'list':
    case 'object':
      if (typeof value === 'object') return JSON.stringify(value);
      break;
  }
  throw new TypeError(`Field ${name} holds ${typeof value} where ${kind} belongs`);
}

function decodeValue(kind: FieldKind, cell: SqlValue): unknown {
  if (cell === null) return null;
  if (kind === 'boolean') return cell === 1;
  if (kind !== 'list' && kind !== 'object') return cell;
  const value: unknown = JSON.parse(String(cell));
  const fits = kind === 'list' ? Array.isArray(value) : typeof value === 'object';
  if (!fits || value === null) throw new SyntaxError(`Stored JSON is no ${kind}`);
  return value;
}
