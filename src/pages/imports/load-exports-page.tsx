import { useNavigate } from 'react-router-dom';
import { useCreateImport } from '#src/client/imports.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { problemText } from '#src/ui/problem-text.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { ExportsDrop } from './exports-drop.tsx';
import { pathToImport, useImportPlace } from './import-place.ts';
import { ImportsFrame } from './imports-frame.tsx';
import { UnderstoodFiles } from './understood-files.tsx';
import { useAddingFiles } from './use-adding-files.ts';

/** Where files from a real site or server come in; dropping them leads on to the preview. */
export function LoadExportsPage() {
  const place = useImportPlace();
  const navigate = useNavigate();
  const creating = useCreateImport();
  const adding = useAddingFiles();
  const importId = creating.data?.id;

  function show(id: string) {
    void navigate(pathToImport(place, id));
  }

  async function load(files: readonly File[]) {
    // A drop after a failed one goes on with the same import.
    const id = importId ?? (await creating.mutateAsync(place)).id;
    if (await adding.add(id, files)) show(id);
  }

  async function retry() {
    const session = await adding.retry();
    if (session) show(session.id);
  }

  const { kind, name } = place;
  const people = kind === 'server' ? 'users' : 'customers';
  const fault = problemCode(place.error);

  return (
    <ImportsFrame
      place={place}
      title="Load exports"
      width="narrow"
      description={`Bring the ${people} of a real ${kind} into ${name ?? 'this one'}, to rehearse with them.`}
    >
      {fault === 'not-found' && (
        <EmptyState
          image="search"
          title={problemText(place.error).title}
          description={`There is no such ${kind} in this workspace. Choose one and load the files there.`}
          action={<LinkButton to={pathTo('organizations')}>{`Choose a ${kind}`}</LinkButton>}
        />
      )}
      {fault === 'forbidden' && <Failed error={place.error} />}
      {fault !== 'not-found' && fault !== 'forbidden' && (
        <Stack gap="300">
          {place.error !== null && <ProblemMessage error={place.error} retry={place.refetch} />}
          <ExportsDrop
            label={name === undefined ? 'Drop exports here' : `Drop the exports of ${name} here`}
            adding={adding.current}
            isBusy={creating.isPending}
            onFiles={(files) => void load(files).catch(() => undefined)}
          />
          {creating.error !== null && <ProblemMessage error={creating.error} />}
          {adding.error !== null && (
            <ProblemMessage
              error={adding.error}
              actions={
                <>
                  <Button appearance="link" onPress={() => void retry()}>
                    Try again
                  </Button>
                  {importId !== undefined && (
                    <Button appearance="link" onPress={() => show(importId)}>
                      Go on without the rest
                    </Button>
                  )}
                </>
              }
            />
          )}
          <UnderstoodFiles place={kind} />
        </Stack>
      )}
    </ImportsFrame>
  );
}
