import { useSetDirectory } from '#src/client/servers.ts';
import type { ServerDirectory } from '#src/contract/wire.ts';
import { countOf, listOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { SectionMessage } from '#src/ui/section-message.tsx';

type DirectoryDialogProps = {
  readonly serverId: string;
  /** As it is now. */
  readonly directory: ServerDirectory;
  /** What was asked for; somebody else may do it meanwhile. */
  readonly becomesActive: boolean;
  readonly onClose: () => void;
};

/** Asks before a directory becomes inactive or active, with whom that makes a former customer. */
export function DirectoryDialog(props: DirectoryDialogProps) {
  const { serverId, directory, becomesActive, onClose } = props;
  const setting = useSetDirectory(serverId);
  const flags = useFlags();
  const { id: directoryId, name } = directory;
  const becomes = becomesActive ? 'active' : 'inactive';
  const isHeld = setting.isPending || setting.isSuccess;
  const isDone = directory.active === becomesActive && !isHeld;
  return (
    <ConfirmDialog
      title={`Mark “${name}” ${becomes}?`}
      confirmLabel={`Mark ${becomes}`}
      isBusy={setting.isPending}
      isConfirmDisabled={isDone}
      error={setting.error}
      onClose={onClose}
      onConfirm={() =>
        setting.mutate(
          { directoryId, active: becomesActive },
          {
            onSuccess() {
              flags.show({ tone: 'success', title: `“${name}” is ${becomes}` });
              onClose();
            },
          },
        )
      }
    >
      {isDone ? (
        <SectionMessage title={`Somebody else marked it ${becomes} meanwhile`}>
          Nothing is left to do here.
        </SectionMessage>
      ) : (
        <Consequences directory={directory} becomesActive={becomesActive} />
      )}
    </ConfirmDialog>
  );
}

const CUSTOMERS = { one: 'customer', other: 'customers' };
const LICENSED = { one: 'licensed user', other: 'licensed users' };

function Consequences({
  directory: { switching },
  becomesActive,
}: Pick<DirectoryDialogProps, 'directory' | 'becomesActive'>) {
  const { customers, licensed } = switching;
  const changed = customers + licensed;
  if (changed === 0) {
    return (
      <p>
        Nobody is treated in another way: everybody in it was deleted, or also stands in a directory
        that is active.
      </p>
    );
  }
  const who = listOf([
    ...(customers > 0 ? [countOf(customers, CUSTOMERS)] : []),
    ...(licensed > 0 ? [countOf(licensed, LICENSED)] : []),
  ]);
  const isOne = changed === 1;
  return (
    <Stack gap="150">
      <p>
        {!becomesActive
          ? `${who} ${isOne ? 'becomes' : 'become'} former. A migration makes no account for them: what of theirs arrives stands under ${labels.formerUser}.`
          : `${who} ${isOne ? 'is' : 'are'} no longer former. From then on a migration takes them along like everybody else.`}
      </p>
      <p>An assessment looks at active directories only, so assess the users again afterwards.</p>
    </Stack>
  );
}
