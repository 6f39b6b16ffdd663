import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router-dom';
import { directoryQueries } from '#src/client/directory.ts';
import { useCreateImport } from '#src/client/imports.ts';
import { Button, LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { ProblemMessage } from '#src/ui/problem-message.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { problemText } from '#src/ui/problem-text.ts';
import { ExportsDrop } from './exports-drop.tsx';
import { ImportsFrame } from './imports-frame.tsx';
import { UnderstoodFiles } from './understood-files.tsx';
import { useAddingFiles } from './use-adding-files.ts';

/** Where files from a real site come in; dropping them leads on to the preview. */
export function LoadExportsPage() {
  const { siteId = '' } = useParams();
  const navigate = useNavigate();
  const site = useQuery(directoryQueries.site(siteId));
  const creating = useCreateImport();
  const adding = useAddingFiles();
  const importId = creating.data?.id;

  function show(id: string) {
    void navigate(pathTo('load-export', { siteId, importId: id }));
  }

  async function load(files: readonly File[]) {
    // A drop after a failed one goes on with the same import.
    const id = importId ?? (await creating.mutateAsync({ siteId })).id;
    if (await adding.add(id, files)) show(id);
  }

  async function retry() {
    const session = await adding.retry();
    if (session) show(session.id);
  }

  return (
    <ImportsFrame
      siteId={siteId}
      title="Load exports"
      width="narrow"
      description={
        site.data
          ? `Bring the customers of a real site into ${site.data.name}, to rehearse with them.`
          : 'Bring the customers of a real site into this one, to rehearse with them.'
      }
    >
      {problemCode(site.error) === 'not-found' ? (
        <EmptyState
          image="search"
          title={problemText(site.error).title}
          description="There is no such site in this workspace. Choose one and load the files there."
          action={<LinkButton to={pathTo('organizations')}>Choose a site</LinkButton>}
        />
      ) : (
        <Stack gap="300">
          {site.error !== null && <ProblemMessage error={site.error} retry={site.refetch} />}
          <ExportsDrop
            label={site.data ? `Drop the exports of ${site.data.name} here` : 'Drop exports here'}
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
          <UnderstoodFiles />
        </Stack>
      )}
    </ImportsFrame>
  );
}
