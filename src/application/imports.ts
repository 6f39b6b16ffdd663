/*
 * Loading one's own exports into a site or a server: files are added, looked at, mapped, and written in one
 * transaction (`imports-write.ts`). Each change here evaluates the whole import anew.
 */
import type { DomainError } from '../domain/errors.ts';
import { isServerId, type PlaceId } from '../domain/ids.ts';
import { withFirstLineAs } from '../domain/import-file.ts';
import { missingFields, normaliseMapping } from '../domain/import-mapping.ts';
import type {
  ImportedKind,
  ImportField,
  ImportFile,
  ImportOutcome,
  ImportRow,
  ImportSession,
} from '../domain/import.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { placeOf } from './access.ts';
import { describeFile } from './imports-adding.ts';
import { restage, siteOf, type AddedFile } from './imports-preview.ts';
import type { ImportProgress } from './imports-progress.ts';
import { Tallies } from './imports-tally.ts';
import type { UploadedFile } from './imports-uploaded-file.ts';
import {
  findImport,
  findImportFile,
  findOpenImport,
  viewImport,
  type ImportView,
} from './imports-view.ts';
import type { Context, Page, Tx } from './ports.ts';
import { authorisedServer } from './server-access.ts';

/** More than a sample shows. */
const FIRST_ROWS = 8;
/** Rows that are removed without a pause. */
const ROWS_AT_ONCE = 64;

type FileInput = { readonly importId: string; readonly number: number };

/** Begins an import into a site. */
export function createImport(
  tx: Tx,
  input: { readonly siteId: string },
  context: Context,
): Result<ImportView, DomainError> {
  const place = placeOf(tx, input.siteId);
  return place.ok ? ok(opened(tx, place.value.site.id, context)) : place;
}

/** Begins an import into a server. */
export function createServerImport(
  tx: Tx,
  input: { readonly serverId: string },
  context: Context,
): Result<ImportView, DomainError> {
  const server = authorisedServer(tx, context, input.serverId);
  return server.ok ? ok(opened(tx, server.value.id, context)) : server;
}

function opened(tx: Tx, siteId: PlaceId, context: Context): ImportView {
  const session: ImportSession = {
    id: context.ids.next('import'),
    siteId,
    state: 'open',
    createdAt: context.now,
    version: 1,
    notes: [],
  };
  tx.imports.put(session);
  return viewImport(tx, session, new Tallies());
}

/** An import with its files, counts and warnings, as they were when it last changed. */
export function getImport(
  tx: Tx,
  input: { readonly importId: string },
  context: Context,
): Result<ImportView, DomainError> {
  const session = findImport(tx, input.importId, context);
  return session.ok ? ok(viewImport(tx, session.value)) : session;
}

/** Forgets an import; what was written stays written. */
export function* discardImport(
  tx: Tx,
  input: { readonly importId: string },
  context: Context,
): Generator<ImportProgress, Result<null, DomainError>> {
  const session = findOpenImport(tx, input.importId, context);
  if (!session.ok) return session;
  const importId = session.value.id;
  for (const file of tx.importFiles.where({ importId })) yield* removeRows(tx, file);
  tx.importFiles.removeWhere({ importId });
  tx.imports.remove({ id: importId });
  return ok(null);
}

/**
 * Adds a file that the edge reads piece by piece (`open` yields how many bytes it has looked at); a
 * file that cannot be used is added with its fault.
 */
export function* addFile(
  tx: Tx,
  input: { readonly importId: string; readonly open: () => Generator<number, UploadedFile> },
  context: Context,
): Generator<ImportProgress, Result<ImportView, DomainError>> {
  const session = findOpenImport(tx, input.importId, context);
  if (!session.ok) return session;
  const { id: importId, siteId } = session.value;
  const numbers = tx.importFiles.where({ importId }).map(({ number }) => number);
  const number = Math.max(0, ...numbers) + 1;
  const siteName = isServerId(siteId) ? null : siteOf(tx, siteId).name;
  const added = yield* describeFile(input.open(), { importId, number, siteName });
  tx.importFiles.put(added.file);
  return ok(yield* changed(tx, session.value, added));
}

/** Takes a file out again. */
export function* removeFile(
  tx: Tx,
  input: FileInput,
  context: Context,
): Generator<ImportProgress, Result<ImportView, DomainError>> {
  const session = findOpenImport(tx, input.importId, context);
  if (!session.ok) return session;
  const file = findImportFile(tx, session.value.id, input.number);
  if (!file.ok) return file;
  const { importId, number } = file.value;
  yield* removeRows(tx, file.value);
  tx.importFiles.remove({ importId, number });
  return ok(yield* changed(tx, session.value));
}

/**
 * Says what the columns of a file mean; refuses with `import.mapping-incomplete` without the column
 * by which people are told apart. Columns beyond the given fields are ignored, and rows that are
 * loaded into a server are about its users, whatever `kind` says.
 */
export function* mapFile(
  tx: Tx,
  input: FileInput & {
    readonly kind: ImportedKind;
    readonly fields: readonly ImportField[];
    readonly firstLineIsHeading: boolean;
  },
  context: Context,
): Generator<ImportProgress, Result<ImportView, DomainError>> {
  const session = findOpenImport(tx, input.importId, context);
  if (!session.ok) return session;
  const found = findImportFile(tx, session.value.id, input.number);
  if (!found.ok) return found;
  const { headings } = found.value;
  const isForServer = isServerId(session.value.siteId);
  const kind = isForServer ? 'server-user' : input.kind;
  const missing: ImportField[] =
    !isForServer && kind === 'server-user'
      ? ['account-type']
      : missingFields(normaliseMapping(input.fields, headings.length), kind);
  if (missing.length > 0) return err({ code: 'import.mapping-incomplete', missing });
  // The sample and the first line are all that the first line's meaning changes.
  const before = tx.queries.importRowsAfter(found.value, 0, FIRST_ROWS);
  const { file, rows } = withFirstLineAs(input.firstLineIsHeading, found.value, before);
  const mapping = normaliseMapping(input.fields, file.headings.length);
  tx.importFiles.put({ ...file, format: 'mapped', kind, mapping });
  const [removed] = before;
  if (removed && rows.length < before.length) tx.importRows.remove(removed);
  const [added] = rows;
  if (added && rows.length > before.length) tx.importRows.put(added);
  return ok(yield* changed(tx, session.value));
}

/** Rows with their outcome and findings, each with the name of its file. */
export function listImportRows(
  tx: Tx,
  input: {
    readonly importId: string;
    readonly outcome: ImportOutcome | null;
    readonly withFindings: boolean;
    readonly offset: number;
    readonly limit: number;
  },
  context: Context,
): Result<Page<ImportRow & { readonly fileName: string }>, DomainError> {
  const session = findImport(tx, input.importId, context);
  if (!session.ok) return session;
  const { items, total } = tx.lists.importRows({ ...input, importId: session.value.id });
  const names = new Map(
    tx.importFiles.where({ importId: session.value.id }).map(({ number, name }) => [number, name]),
  );
  const named = items.map((row) => ({ ...row, fileName: names.get(row.fileNumber) ?? '' }));
  return ok({ items: named, total });
}

/** One file with its refused rows, for the download to correct. */
export function refusedRows(
  tx: Tx,
  input: FileInput,
  context: Context,
): Result<{ readonly file: ImportFile; readonly rows: readonly ImportRow[] }, DomainError> {
  const session = findImport(tx, input.importId, context);
  if (!session.ok) return session;
  const file = findImportFile(tx, session.value.id, input.number);
  if (!file.ok) return file;
  const { importId, number: fileNumber } = file.value;
  const rows = tx.importRows.where({ importId, fileNumber, outcome: 'refused' });
  return ok({ file: file.value, rows });
}

function* removeRows(tx: Tx, file: ImportFile): Generator<ImportProgress, void> {
  const { importId, number: fileNumber, sizeBytes: total } = file;
  for (;;) {
    yield { phase: 'checking', done: 0, total };
    const rows = tx.queries.importRowsAfter(file, 0, ROWS_AT_ONCE);
    for (const { line } of rows) tx.importRows.remove({ importId, fileNumber, line });
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** Counts the version on and evaluates anew. */
function* changed(
  tx: Tx,
  session: ImportSession,
  added: AddedFile | null = null,
): Generator<ImportProgress, ImportView> {
  const { tallies, notes } = yield* restage(tx, session, { added });
  const next = { ...session, version: session.version + 1, notes };
  tx.imports.put(next);
  return viewImport(tx, next, tallies);
}
