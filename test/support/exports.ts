/* The sample exports, byte for byte, and small files made in a test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResponseOf } from '#src/contract/api.ts';
import { isServerId } from '#src/domain/ids.ts';
import type { World } from './world.ts';

type Import = ResponseOf<'imports.get'>;
type Row = ResponseOf<'imports.rows'>['items'][number];

/** The bytes of a file in `test/support/exports`. */
export function exportBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'exports', name)));
}

/** The bytes of a file in `test/support/server-exports`: three files about one Jira server. */
export function serverExportBytes(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'server-exports', name)));
}

/** Text as the bytes of a UTF-8 file. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Begins an import into a site or a server and drops files into it, in the order given. */
export async function dropFiles(
  world: World,
  placeId: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Import> {
  let session = await (isServerId(placeId)
    ? world.get('imports.create-for-server', { params: { serverId: placeId } })
    : world.get('imports.create', { params: { siteId: placeId } }));
  for (const [name, bytes] of Object.entries(files)) {
    session = await dropInto(world, session, name, bytes);
  }
  return session;
}

/** Drops one more file into an import. */
export function dropInto(
  world: World,
  session: Import,
  name: string,
  bytes: Uint8Array,
): Promise<Import> {
  const params = { importId: session.id };
  return world.get('imports.add-file', { params, query: { name }, bytes });
}

/** All rows of an import, however many. */
export async function rowsOf(world: World, session: Import): Promise<Row[]> {
  const params = { importId: session.id };
  const rows: Row[] = [];
  for (;;) {
    const query = { offset: rows.length, limit: 200, withFindings: 'false' };
    const page = await world.get('imports.rows', { params, query });
    rows.push(...page.items);
    if (page.items.length === 0 || rows.length >= page.total) return rows;
  }
}

/** A row in one line: `4 new surrounding-space@email`. */
export function summaryOf({ line, outcome, findings }: Row): string {
  const codes = findings.map(({ code, column }) => (column ? `${code}@${column}` : code));
  return [line, outcome, ...codes].join(' ');
}

/** Writes an import as it was last seen. */
export function write(world: World, session: Import): Promise<Import> {
  return world.get('imports.write', {
    params: { importId: session.id },
    ifMatch: session.version,
  });
}
