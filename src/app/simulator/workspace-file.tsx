import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { saveFile } from '#src/client/save-file.ts';
import { downloadWorkspaceFile, useImportWorkspaceFile } from '#src/client/workspace.ts';
import { noteSaved, savedAt } from '#src/client/kept-facts.ts';
import { Button } from '#src/ui/button.tsx';
import { ConfirmDialog, prefetchDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { formatInstant } from '#src/ui/instant.tsx';
import { Hint, Inline } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';

/** The whole workspace out as one file, and in again. */
export function WorkspaceFile() {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [lastSave, setLastSave] = useState(savedAt);
  const flags = useFlags();
  const navigate = useNavigate();
  const open = useImportWorkspaceFile();
  const save = useMutation({
    mutationFn: downloadWorkspaceFile,
    onSuccess: (saved) => {
      saveFile(saved);
      noteSaved();
      setLastSave(savedAt());
    },
    onError: (error) => flags.showProblem(error),
  });

  function close() {
    setFile(null);
    open.reset();
  }

  function confirm(chosen: File) {
    open.mutate(chosen, {
      onSuccess: () => {
        close();
        void navigate(pathTo('organizations'));
        flags.show({
          tone: 'success',
          title: 'The workspace file is open',
          description: chosen.name,
        });
      },
    });
  }

  return (
    <>
      <Inline>
        <Button iconBefore="download" isBusy={save.isPending} onPress={() => save.mutate()}>
          Save
        </Button>
        <span onPointerEnter={prefetchDialog} onFocus={prefetchDialog}>
          <Button iconBefore="upload" onPress={() => input.current?.click()}>
            Open
          </Button>
        </span>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Workspace file"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            // The same file must be able to come again.
            event.target.value = '';
          }}
        />
      </Inline>
      <Hint>
        {`Everything in this workspace as one file, for another browser or for later. ${lastSave === null ? 'Never saved from this browser.' : `Last saved: ${formatInstant(lastSave, 'date-time')}.`}`}
      </Hint>
      {file && (
        <ConfirmDialog
          title="Open this workspace file?"
          confirmLabel="Open"
          appearance="danger"
          width="small"
          isBusy={open.isPending}
          error={open.error}
          onConfirm={() => confirm(file)}
          onClose={close}
        >
          <p>{`Everything in this workspace is replaced by what ${file.name} holds.`}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
