/* Finding an import, and what a screen shows of it. */
import type { DomainError } from '../domain/errors.ts';
import { isServerId, type ImportId, type PlaceId } from '../domain/ids.ts';
import { hasHeadingLine } from '../domain/import-file.ts';
import type { ImportFile, ImportSession } from '../domain/import.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import { Tallies, type ImportTally } from './imports-tally.ts';
import type { Context, Tx } from './ports.ts';
import { authoriseServers } from './server-access.ts';

type ImportFileView = ImportFile & ImportTally & { readonly firstLineIsHeading: boolean };

/** An import with its files and what writing them would do. */
export type ImportView = ImportSession &
  ImportTally & {
    readonly place: 'site' | 'server';
    readonly siteName: string;
    readonly files: readonly ImportFileView[];
  };

/** Finds an import or refuses with `not-found`, and with `forbidden` one into a server of others. */
export function findImport(
  tx: Tx,
  importId: string,
  context: Context,
): Result<ImportSession, DomainError> {
  const session = tx.imports.get({ id: importId as ImportId });
  if (!session) return notFound('import', importId);
  const allowed = isServerId(session.siteId) ? authoriseServers(context) : ok(true);
  return allowed.ok ? ok(session) : allowed;
}

/** Finds an import that can still change; a written one is refused with `import.not-open`. */
export function findOpenImport(
  tx: Tx,
  importId: string,
  context: Context,
): Result<ImportSession, DomainError> {
  const session = findImport(tx, importId, context);
  if (!session.ok || session.value.state === 'open') return session;
  return err({ code: 'import.not-open', state: session.value.state });
}

/** Finds a file of an import or refuses with `not-found`. */
export function findImportFile(
  tx: Tx,
  importId: ImportId,
  number: number,
): Result<ImportFile, DomainError> {
  const file = tx.importFiles.get({ importId, number });
  return file ? ok(file) : notFound('file', String(number));
}

/** An import as it is shown; `tallies` count all of its rows. */
export function viewImport(
  tx: Tx,
  session: ImportSession,
  tallies: Tallies = Tallies.of(tx, session.id),
): ImportView {
  const files = tx.importFiles.where({ importId: session.id });
  return {
    ...session,
    place: isServerId(session.siteId) ? 'server' : 'site',
    siteName: nameOf(tx, session.siteId),
    ...tallies.ofAll(),
    files: files.map((file) => ({
      ...file,
      firstLineIsHeading: hasHeadingLine(file),
      ...tallies.ofFile(file.number),
    })),
  };
}

function nameOf(tx: Tx, id: PlaceId): string {
  const place = isServerId(id) ? tx.servers.get({ id }) : tx.sites.get({ id });
  return place?.name ?? '';
}
