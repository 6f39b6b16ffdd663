/* A server's users as an import leaves them, without a store: what the writer does, said once more. */
import type { ServerDirectoryId } from '#src/domain/ids.ts';
import { evaluateServerImport } from '#src/domain/import-server-evaluation.ts';
import type { ServerUserChange } from '#src/domain/import-server-people.ts';
import type { ServerImportState } from '#src/domain/import-server-evaluator.ts';
import { stageFile } from '#src/domain/import-file.ts';
import { readUploadedFile } from '#src/server/csv/read-uploaded-file.ts';

export const NOBODY: ServerImportState = { directories: [], users: [] };

/** Files as bytes by name, in the order in which they are dropped. */
export function evaluateFiles(
  files: Readonly<Record<string, Uint8Array>>,
  state: ServerImportState,
) {
  const staged = Object.entries(files).map(([name, bytes], index) =>
    stageFile(readUploadedFile(bytes, name), {
      importId: 'import_1',
      number: index + 1,
      siteName: null,
    }),
  );
  return { ...evaluateServerImport(staged, state), staged };
}

/** The server after the changes. */
export function applied(
  { directories, users }: ServerImportState,
  changes: readonly ServerUserChange[],
): ServerImportState {
  const known = new Map(directories.map((directory) => [directory.id, directory]));
  const after = new Map(users.map((user) => [user.id, user]));
  for (const [index, { existing, directory, user }] of changes.entries()) {
    const { name, position } = directory;
    const directoryId: ServerDirectoryId = directory.id ?? `server-directory_${directory.key}`;
    const serverId = 'server_any';
    if (directory.id === null) {
      known.set(directoryId, { id: directoryId, serverId, position, name, active: true });
    }
    const id = existing?.id ?? (`server-user_${after.size}-${index}` as const);
    after.set(id, { ...user, id, serverId, directoryId });
  }
  for (const { existing, directory } of changes) {
    const left = existing && existing.directoryId !== directory.id ? existing.directoryId : null;
    const isEmpty = ![...after.values()].some((user) => user.directoryId === left);
    if (left && isEmpty) known.delete(left);
  }
  return { directories: [...known.values()], users: [...after.values()] };
}
