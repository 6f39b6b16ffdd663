import { useApproveGroups } from '#src/client/copy-afterwards.ts';
import type { Afterwards, CopyPlan } from '#src/contract/wire.ts';
import { count, countOf } from '#src/ui/count.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Hint, Stack } from '#src/ui/layout.tsx';
import { GROUPS, ROWS } from './plan-words.ts';
import styles from './copy-plans.module.css';

type ApproveGroupsDialogProps = {
  readonly plan: CopyPlan;
  readonly approval: Afterwards['approval'];
  readonly onClose: () => void;
};

const MEMBERS = { one: 'member', other: 'members' };
const LICENCES = { one: 'licence', other: 'licences' };

/** Approves all pending groups of the rows at once, each as its own review would. */
export function ApproveGroupsDialog({ plan, approval, onClose }: ApproveGroupsDialogProps) {
  const { groups, members, rows, licencesAdded, denied } = approval;
  const approve = useApproveGroups(plan.id);
  const flags = useFlags();

  function confirm() {
    const chosen = groups.map(({ id, version }) => ({ id, version }));
    approve.mutate(
      { groups: chosen },
      {
        onSuccess() {
          flags.show({
            tone: 'success',
            title: `${countOf(groups.length, GROUPS)} approved`,
            description: `${countOf(rows, ROWS)} of the report ${rows === 1 ? 'is' : 'are'} done.`,
          });
          onClose();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={`Approve ${countOf(groups.length, GROUPS)} on ${plan.destination.name}`}
      confirmLabel={`Approve ${countOf(groups.length, GROUPS)}`}
      isBusy={approve.isPending}
      error={approve.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <p>
          {`${countOf(members, MEMBERS)} get the access that the groups ask for, and ${countOf(rows, ROWS)} of the report ${rows === 1 ? 'is' : 'are'} done. `}
          {licencesAdded === 0
            ? 'It takes no licence.'
            : `It takes ${countOf(licencesAdded, LICENCES)}.`}
        </p>
        <ul className={styles['plainList']}>
          {groups.map((group) => (
            <li key={group.id}>
              {`${group.name}: ${countOf(group.members, MEMBERS)}, ${countOf(group.rows, ROWS)}`}
            </li>
          ))}
        </ul>
        {denied.length > 0 && (
          <Hint>
            {`${count(denied.length)} denied ${denied.length === 1 ? 'group stays' : 'groups stay'} as ${denied.length === 1 ? 'it is' : 'they are'}: ${denied.join(', ')}.`}
          </Hint>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
