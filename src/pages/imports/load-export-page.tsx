import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { importQueries, useRunsElsewhere } from '#src/client/imports.ts';
import { LinkButton } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { problemCode } from '#src/ui/problem-code.ts';
import { Failed } from '#src/ui/record-table-states.tsx';
import { SkeletonLines } from '#src/ui/skeleton.tsx';
import { FileList } from './file-list.tsx';
import { pathToLoading, useImportPlace } from './import-place.ts';
import { ImportsFrame } from './imports-frame.tsx';
import { OpenImport } from './open-import.tsx';
import { RowPreview } from './row-preview.tsx';
import { RunningImport } from './running-import.tsx';
import { WrittenImport } from './written-import.tsx';

/** One import: looked at before it is written, and what it wrote afterwards. */
export function LoadExportPage() {
  const { importId = '' } = useParams();
  const place = useImportPlace();
  const { data, error, refetch } = useQuery(importQueries.get(importId));
  const [hasWritten, setHasWritten] = useState(false);
  const runsElsewhere = useRunsElsewhere(importId);
  const isGone = problemCode(error) === 'not-found';
  // What was read before it was discarded, reset or forbidden is no longer there to be seen.
  const session = isGone || problemCode(error) === 'forbidden' ? undefined : data;

  return (
    <ImportsFrame
      place={place}
      isBelow
      title={session?.state === 'written' ? 'Exports loaded' : 'Check exports'}
      description={
        session?.state === 'open'
          ? `Nothing is loaded yet. Look at what these files would change on ${session.siteName} first.`
          : undefined
      }
    >
      <Stack gap="300">
        {isGone && (
          <EmptyState
            image="files"
            title="These files are no longer here"
            description="They were discarded, or the workspace was reset. Drop them again."
            action={<LinkButton to={pathToLoading(place)}>Load exports</LinkButton>}
          />
        )}
        {error !== null && !isGone && <Failed error={error} retry={refetch} />}
        {runsElsewhere && <RunningImport importId={importId} siteName={session?.siteName} />}
        {!session && error === null && !runsElsewhere && <SkeletonLines count={6} />}
        {session?.state === 'open' && (
          <OpenImport
            session={session}
            runsElsewhere={runsElsewhere}
            onWritten={() => setHasWritten(true)}
          />
        )}
        {session?.state === 'written' && (
          <>
            <WrittenImport session={session} takesFocus={hasWritten} />
            <FileList session={session} />
            <RowPreview session={session} />
          </>
        )}
      </Stack>
    </ImportsFrame>
  );
}
