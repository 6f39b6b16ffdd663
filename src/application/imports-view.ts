/* Finding an import, and what a screen shows of it. */
import type { DomainError } from '../domain/errors.ts';
import type { ImportId } from '../domain/ids.ts';
import { hasHeadingLine } from '../domain/import-file.ts';
import type { ImportFile, ImportOutcome, ImportRow, ImportSession } from '../domain/import.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { notFound } from './access.ts';
import type { Tx } from './ports.ts';

type ImportCounts = Readonly<Record<ImportOutcome, number>>;

/** How many rows come to what, and how many warnings they carry. */
type ImportTally = { readonly counts: ImportCounts; readonly warnings: number };

type ImportFileView = ImportFile & ImportTally & { readonly firstLineIsHeading: boolean };

/** An import with its files and what writing them would do. */
export type ImportView = ImportSession &
  ImportTally & { readonly siteName: string; readonly files: readonly ImportFileView[] };

/** Finds an import or refuses with `not-found`. */
export function findImport(tx: Tx, importId: string): Result<ImportSession, DomainError> {
  const session = tx.imports.get({ id: importId as ImportId });
  return session ? ok(session) : notFound('import', importId);
}

/** Finds an import that can still change; a written one is refused with `import.not-open`. */
export function findOpenImport(tx: Tx, importId: string): Result<ImportSession, DomainError> {
  const session = findImport(tx, importId);
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

/** An import as it is shown; `rows` are all of its rows. */
export function viewImport(
  tx: Tx,
  session: ImportSession,
  rows: readonly ImportRow[] = tx.importRows.where({ importId: session.id }),
): ImportView {
  const files = tx.importFiles.where({ importId: session.id });
  return {
    ...session,
    siteName: tx.sites.get({ id: session.siteId })?.name ?? '',
    ...tally(rows),
    files: files.map((file) => ({
      ...file,
      firstLineIsHeading: hasHeadingLine(file),
      ...tally(rows.filter(({ fileNumber }) => fileNumber === file.number)),
    })),
  };
}

function tally(rows: readonly ImportRow[]): ImportTally {
  const counts = { new: 0, updated: 0, unchanged: 0, refused: 0 };
  let warnings = 0;
  for (const { outcome, findings } of rows) {
    counts[outcome] += 1;
    for (const { severity } of findings) if (severity === 'warning') warnings += 1;
  }
  return { counts, warnings };
}
