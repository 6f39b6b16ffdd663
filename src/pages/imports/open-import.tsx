/* Files that wait to be loaded: look, correct, add, and only then write. */
import { useNavigate } from 'react-router-dom';
import { useDiscardImport } from '#src/client/imports.ts';
import type { ImportSession } from '#src/contract/wire.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { ExportsDrop } from './exports-drop.tsx';
import { FileList } from './file-list.tsx';
import { ImportNotes } from './import-notes.tsx';
import { pathToLoading } from './import-place.ts';
import { RowPreview } from './row-preview.tsx';
import { useAddingFiles } from './use-adding-files.ts';
import { WriteImport } from './write-import.tsx';

type OpenImportProps = {
  readonly session: ImportSession;
  /** Something was begun elsewhere and is not over. */
  readonly runsElsewhere: boolean;
  readonly onWritten: () => void;
};

/** The files, what they would change, and the step that writes it. */
export function OpenImport({ session, runsElsewhere, onWritten }: OpenImportProps) {
  const { id, siteId, siteName, place } = session;
  const adding = useAddingFiles();
  const discarding = useDiscardImport();
  const navigate = useNavigate();
  const flags = useFlags();

  function add(files: readonly File[]) {
    void adding.add(id, files);
  }

  function discard() {
    discarding.mutate(
      { importId: id },
      {
        onSuccess: () => {
          flags.show({ tone: 'info', title: `Nothing was loaded into ${siteName}` });
          void navigate(pathToLoading({ kind: place, id: siteId }));
        },
      },
    );
  }

  return (
    <>
      <FileList session={session}>
        <ExportsDrop
          label={
            session.files.length > 0 ? 'Add more files, or corrected ones' : 'Drop exports here'
          }
          isForMore={session.files.length > 0}
          adding={adding.current}
          onFiles={add}
        />
        {adding.error !== null && <ProblemMessage error={adding.error} retry={adding.retry} />}
      </FileList>
      <ImportNotes session={session} />
      <RowPreview
        session={session}
        step={
          <>
            <WriteImport
              session={session}
              isAdding={adding.current !== null || runsElsewhere}
              isDiscarding={discarding.isPending}
              onDiscard={discard}
              onWritten={onWritten}
            />
            {discarding.error !== null && <ProblemMessage error={discarding.error} />}
          </>
        }
      />
    </>
  );
}
