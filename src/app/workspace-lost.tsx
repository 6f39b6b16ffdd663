import { useRef } from 'react';
import { useImportWorkspaceFile } from '#src/client/workspace.ts';
import { savedAt } from '#src/client/kept-facts.ts';
import type { WorkspaceLoss, WorkspaceNote } from '#src/client/workspace-note.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { formatInstant } from '#src/ui/instant.tsx';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { NoticeScreen } from './notice-screen.tsx';

type WorkspaceLostProps = {
  readonly loss: WorkspaceLoss;
  readonly workspace: Workspace;
  readonly note: WorkspaceNote;
  /** Goes on with what is there. */
  readonly accept: () => void;
};

/** What is stored is not what this browser had: said before anybody works on it. */
export function WorkspaceLost({ loss, workspace, note, accept }: WorkspaceLostProps) {
  const input = useRef<HTMLInputElement>(null);
  const open = useImportWorkspaceFile();
  const titleOf = (wanted: string) =>
    workspace.scenarios.find(({ name }) => name === wanted)?.title ?? wanted;
  const seen = formatInstant(note.seenAt, 'date-time');
  const saved = savedAt();

  return (
    <NoticeScreen
      title={
        loss === 'cleared'
          ? 'The browser has cleared your workspace'
          : 'The last changes of your workspace are missing'
      }
      actions={
        <>
          <Button
            appearance="primary"
            isBusy={open.isPending}
            onPress={() => input.current?.click()}
          >
            Open a workspace file
          </Button>
          <Button onPress={accept}>
            {loss === 'cleared'
              ? `Go on with fresh ${titleOf(workspace.scenario)} data`
              : 'Go on with what is there'}
          </Button>
        </>
      }
    >
      {loss === 'cleared' ? (
        <p>
          {`On ${seen} it was here, with the scenario ${titleOf(note.scenario)}. Browsers clear what a site has stored when the disk is nearly full, when somebody deletes the site’s data, and some after weeks without a visit.`}
        </p>
      ) : (
        <p>
          {`What is stored is older than what this browser showed on ${seen}. Part of its storage was lost or put back.`}
        </p>
      )}
      <p>
        {saved === null
          ? 'It was never saved as a file from this browser. If you have a file from elsewhere, open it now.'
          : `You last saved it as a file on ${formatInstant(saved, 'date-time')}. Open that file to go on from there.`}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Workspace file"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) open.mutate(file, { onSuccess: accept });
          // The same file must be able to come again.
          target.value = '';
        }}
      />
      {open.error ? <ProblemMessage error={open.error} /> : null}
    </NoticeScreen>
  );
}
