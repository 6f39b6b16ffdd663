/* Writing an import: every accepted row in one transaction, with progress and one audit entry. */
import type { DomainError } from '../domain/errors.ts';
import { isServerId } from '../domain/ids.ts';
import type { ImportSession } from '../domain/import.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { checkVersion } from './access.ts';
import { recordChange } from './audit.ts';
import { restage, siteOf, type Preview } from './imports-preview.ts';
import type { ImportProgress } from './imports-progress.ts';
import { ServerWriter } from './imports-server-writer.ts';
import { SiteWriter } from './imports-site-writer.ts';
import { findOpenImport, viewImport, type ImportView } from './imports-view.ts';
import type { Context, Tx } from './ports.ts';

/** Changes applied without a pause. */
const SLICE = 32;

/**
 * Writes every row that is new or updated. The rows are evaluated once more: when the site changed
 * so that an outcome differs from the preview, nothing is written, the preview is stored anew and
 * `import.preview-changed` is refused, so that nobody approves what they have not seen.
 */
export function* writeImport(
  tx: Tx,
  input: { readonly importId: string; readonly expectedVersion: number | null },
  context: Context,
): Generator<ImportProgress, Result<ImportView, DomainError>> {
  const found = findOpenImport(tx, input.importId, context);
  if (!found.ok) return found;
  const session = found.value;
  const fresh = checkVersion(tx, session, session.id, input.expectedVersion);
  if (!fresh.ok) return fresh;
  const preview = yield* restage(tx, session, { withChanges: true });
  const { notes } = preview;
  const next: ImportSession = { ...session, version: session.version + 1, notes };
  if (preview.differing > 0) {
    tx.imports.put(next);
    return err({ code: 'import.preview-changed' });
  }
  if (preview.changes.length === 0) return err({ code: 'import.nothing-to-write' });
  const total = preview.changes.length;
  const write = writerFor(tx, session, context);
  for (const [done, change] of preview.changes.entries()) {
    if (done % SLICE === 0) yield { phase: 'writing', done, total };
    write(change);
  }
  yield { phase: 'writing', done: total, total };
  tx.imports.put({ ...next, state: 'written' });
  return ok(recorded(tx, { ...next, state: 'written' }, preview, context));
}

function recorded(
  tx: Tx,
  session: ImportSession,
  { tallies }: Preview,
  context: Context,
): ImportView {
  const view = viewImport(tx, session, tallies);
  recordChange(tx, context, {
    action: 'import.written',
    // An entry of a server belongs to no site; its facts name the server.
    siteId: isServerId(session.siteId) ? null : session.siteId,
    subjectId: session.id,
    facts: {
      ...(view.place === 'server' && { name: view.siteName }),
      files: view.files.length,
      ...view.counts,
    },
  });
  return view;
}

/** What writes one change into the place of the import. */
function writerFor(
  tx: Tx,
  { siteId }: ImportSession,
  context: Context,
): (change: Preview['changes'][number]) => void {
  if (isServerId(siteId)) {
    const writer = new ServerWriter(tx, siteId, context);
    return (change) => {
      if (change.kind === 'server-user') writer.putUser(change);
    };
  }
  const writer = new SiteWriter(tx, siteOf(tx, siteId), context);
  return (change) => {
    if (change.kind === 'portal-only') writer.putCustomer(change);
    if (change.kind === 'atlassian') writer.putAccount(change);
  };
}
