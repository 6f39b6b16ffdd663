/*
 * Watches the browser's storage while somebody works: asks the browser to keep it once there is
 * something to keep, warns before it runs out, and says what happens when it has.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askToKeep, browserStorageQuery, isScarce } from '#src/client/browser-storage.ts';
import { saveFile } from '#src/client/save-file.ts';
import { onWork } from '#src/client/work-done.ts';
import { downloadWorkspaceFile, workspaceQueries } from '#src/client/workspace.ts';
import { isFirstToAsk, noteSaved } from '#src/client/kept-facts.ts';
import { Banner } from '#src/ui/banner.tsx';
import { Button } from '#src/ui/button.tsx';
import { byteCount } from '#src/ui/byte-count.ts';
import { useFlags } from '#src/ui/flags.tsx';
import { Inline } from '#src/ui/layout.tsx';
import styles from './storage-watch.module.css';

/** Wall milliseconds between two looks at a storage that was full or nearly so. */
const LOOK_MS = 4_000;

/** A line above the screen while storage is short; otherwise nothing. */
export function StorageWatch() {
  const client = useQueryClient();
  const { data: workspace } = useQuery({
    ...workspaceQueries.get(),
    refetchInterval: ({ state }) => (state.data?.isStorageFull ? LOOK_MS : false),
  });
  const { data: storage } = useQuery({
    ...browserStorageQuery,
    refetchInterval: ({ state }) => (state.data && isScarce(state.data) ? LOOK_MS : false),
  });

  useEffect(
    () =>
      onWork(client, ({ isWork }) => {
        void client.invalidateQueries({ queryKey: browserStorageQuery.queryKey });
        if (isWork && isFirstToAsk()) void askToKeep();
      }),
    [client],
  );

  if (workspace?.isStorageFull) {
    return (
      <ShortOfStorage tone="error" label="Storage is full">
        The browser gives no more storage: changes are refused and running work waits. Nothing is
        lost. Free space on the disk, then everything goes on by itself.
      </ShortOfStorage>
    );
  }
  if (!storage || !isScarce(storage)) return null;
  return (
    <ShortOfStorage tone="warning" label="Storage is nearly full">
      {`The browser gives only ${byteCount(Math.max(0, storage.quota - storage.used))} more storage: a large step may be refused. Save the workspace as a file and free space on the disk.`}
    </ShortOfStorage>
  );
}

type ShortOfStorageProps = {
  readonly tone: 'warning' | 'error';
  readonly label: string;
  readonly children: string | readonly string[];
};

function ShortOfStorage({ tone, label, children }: ShortOfStorageProps) {
  const flags = useFlags();
  const save = useMutation({
    mutationFn: downloadWorkspaceFile,
    onSuccess: (file) => {
      saveFile(file);
      noteSaved();
    },
    onError: (error) => flags.showProblem(error),
  });
  return (
    <div className={styles['place']}>
      <Banner tone={tone} label={label}>
        <Inline wrap={false} gap="200">
          <span>{children}</span>
          <Button isBusy={save.isPending} onPress={() => save.mutate()}>
            Save as file
          </Button>
        </Inline>
      </Banner>
    </div>
  );
}
