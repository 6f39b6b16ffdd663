import type { Workspace } from '#src/contract/wire.ts';
import { Hint } from '#src/ui/layout.tsx';
import { Lozenge } from '#src/ui/lozenge.tsx';

/** Whether a reload keeps what was done. */
export function StorageState({ storage }: Pick<Workspace, 'storage'>) {
  const isDurable = storage === 'durable';
  return (
    <>
      <div>
        <Lozenge tone={isDurable ? 'success' : 'moved'}>{isDurable ? 'Kept' : 'Not kept'}</Lozenge>
      </div>
      <Hint>
        {isDurable
          ? 'The workspace is stored in this browser and survives a reload.'
          : 'This browser gives no durable storage: a reload loses the workspace.'}{' '}
        Nothing is sent anywhere.
      </Hint>
    </>
  );
}
