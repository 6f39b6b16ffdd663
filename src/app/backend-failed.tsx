import { useState } from 'react';
import type { BackendFailure, BackendStatus } from '#src/client/backend-status.ts';
import { saveFile } from '#src/client/save-file.ts';
import { forgetWorkspaceNote, noteSaved } from '#src/client/kept-facts.ts';
import { Button } from '#src/ui/button.tsx';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { NoticeScreen } from './notice-screen.tsx';

const WORDS: Readonly<Record<BackendFailure, { readonly title: string; readonly text: string }>> = {
  damaged: {
    title: 'The stored workspace cannot be read',
    text: 'It is still there. Save it as a file first, then start afresh.',
  },
  'too-new': {
    title: 'A newer Drydock wrote the stored workspace',
    text: 'Reload to get the newer Drydock. If that does not help, save the workspace as a file and start afresh.',
  },
  full: {
    title: 'The browser gives no more storage',
    text: 'The stored workspace is still there, but it cannot be opened before there is room. Free space on the disk, or let the browser clear the data of other sites, then reload. You can save the workspace as a file before.',
  },
  stopped: {
    title: 'The simulated backend stopped again and again',
    text: 'It was started anew each time, without success. Every finished step is stored. Reload the page; if it happens again, close other tabs and programs that need much memory.',
  },
  unavailable: {
    title: 'The simulated backend could not start',
    text: 'Its code or its storage could not be loaded. Your workspace is untouched; reload the page.',
  },
  fault: {
    title: 'The simulated backend met an unexpected fault',
    text: 'Your workspace is as it was after the last finished step. Reload the page; if the fault returns, start afresh.',
  },
};

type BackendFailedProps = {
  readonly backend: BackendStatus;
  readonly reason: BackendFailure;
  readonly detail: string;
};

/** Why nothing can be shown, and every way on. */
export function BackendFailed({ backend, reason, detail }: BackendFailedProps) {
  const [isAsking, setIsAsking] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const { title, text } = WORDS[reason];
  const canSave = reason === 'damaged' || reason === 'too-new' || reason === 'full';

  async function save() {
    setIsSaving(true);
    try {
      saveFile(await backend.saveStored());
      noteSaved();
    } catch {
      setIsLost(true);
    } finally {
      setIsSaving(false);
    }
  }

  return (
    <NoticeScreen
      title={title}
      actions={
        <>
          <Button appearance="primary" onPress={() => location.reload()}>
            Reload
          </Button>
          {canSave && (
            <Button isBusy={isSaving} onPress={() => void save()}>
              Save the workspace as a file
            </Button>
          )}
          {reason !== 'unavailable' && reason !== 'stopped' && (
            <Button onPress={() => setIsAsking(true)}>Start afresh</Button>
          )}
        </>
      }
    >
      <p>{text}</p>
      {detail !== '' && <p>{`Detail: ${detail}`}</p>}
      {isLost && <p role="alert">The stored workspace could not be saved as a file.</p>}
      {isAsking && (
        <ConfirmDialog
          title="Delete the stored workspace?"
          confirmLabel="Delete and start afresh"
          appearance="danger"
          onClose={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            // Given up on purpose: nobody shall be told that the browser has cleared it.
            forgetWorkspaceNote();
            backend.startAfresh();
          }}
        >
          <p>
            Everything in this workspace is deleted from this browser, and Drydock starts with fresh
            demo data. This cannot be undone.
          </p>
        </ConfirmDialog>
      )}
    </NoticeScreen>
  );
}
