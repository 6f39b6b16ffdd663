import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { askToKeep, browserStorageQuery } from '#src/client/browser-storage.ts';
import type { Workspace } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { byteCount } from '#src/ui/byte-count.ts';
import { Hint } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';

/** Whether a reload keeps what was done, for how long, and how much room there is. */
export function StorageState({ storage }: Pick<Workspace, 'storage'>) {
  return storage === 'durable' ? <DurableState /> : <MemoryState />;
}

function MemoryState() {
  return (
    <>
      <div>
        <Lozenge tone="moved">Not kept</Lozenge>
      </div>
      <Hint>
        This browser gives no durable storage: a reload loses the workspace. Nothing is sent
        anywhere.
      </Hint>
    </>
  );
}

function DurableState() {
  const { data: given } = useQuery(browserStorageQuery);
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: askToKeep,
    onSettled: () => client.invalidateQueries({ queryKey: browserStorageQuery.queryKey }),
  });
  const isKept = given?.isKept ?? false;
  return (
    <>
      <div>
        <Lozenge tone={isKept ? 'success' : 'inprogress'}>
          {isKept ? 'Kept for good' : 'Kept'}
        </Lozenge>
      </div>
      <Hint>
        {isKept
          ? 'The workspace is stored in this browser until you delete it.'
          : 'The workspace is stored in this browser and survives a reload. When space runs short, the browser may clear it: keep a workspace file.'}{' '}
        {given && `Used: ${byteCount(given.used)} of ${byteCount(given.quota)}.`} Nothing is sent
        anywhere.
      </Hint>
      {given && !isKept && (
        <div>
          <Button isCompact isBusy={ask.isPending} onPress={() => ask.mutate()}>
            Ask the browser to keep it
          </Button>
        </div>
      )}
      {ask.data === false && (
        <output>
          The browser does not promise it. Many do so once a site is bookmarked, installed or often
          used.
        </output>
      )}
    </>
  );
}
