/* Files on their way into an import, one after the other, so that their numbers follow the drop. */
import { useState } from 'react';
import { useAddImportFile } from '#src/client/imports.ts';
import type { ImportSession } from '#src/contract/wire.ts';

/** What of a drop is still to be taken in. */
type Waiting = { readonly importId: string; readonly files: readonly File[] };

export type AddingFiles = {
  /** The file being read, and its place among those dropped; null when nothing is under way. */
  readonly current: {
    readonly importId: string;
    readonly name: string;
    readonly place: number;
    readonly of: number;
  } | null;
  readonly error: unknown;
  /** Takes files in; resolves with the import as it is afterwards, or null when one failed. */
  readonly add: (importId: string, files: readonly File[]) => Promise<ImportSession | null>;
  /** Goes on with the file that failed and those behind it. */
  readonly retry: () => Promise<ImportSession | null>;
};

/** Adds dropped files; the first one that cannot be sent stops the rest, which `retry` takes up. */
export function useAddingFiles(): AddingFiles {
  const { mutateAsync } = useAddImportFile();
  const [current, setCurrent] = useState<AddingFiles['current']>(null);
  const [failure, setFailure] = useState<(Waiting & { readonly error: unknown }) | null>(null);

  async function add(importId: string, files: readonly File[]): Promise<ImportSession | null> {
    let session: ImportSession | null = null;
    setFailure(null);
    for (const [index, file] of files.entries()) {
      setCurrent({ importId, name: file.name, place: index + 1, of: files.length });
      try {
        session = await mutateAsync({ importId, file });
      } catch (error) {
        setFailure({ importId, files: files.slice(index), error });
        session = null;
        break;
      }
    }
    setCurrent(null);
    return session;
  }

  return {
    current,
    error: failure?.error ?? null,
    add,
    retry: async () => (failure ? add(failure.importId, failure.files) : null),
  };
}
