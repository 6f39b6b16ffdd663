import { useRemoveGroupMember } from '#src/client/groups.ts';
import type { GroupDetail, GroupMember } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { RoleEffect } from './role-effect.tsx';
import { groupFacts } from './user-change-facts.ts';

type RemoveMemberDialogProps = {
  readonly siteId: string;
  readonly group: GroupDetail;
  readonly member: GroupMember;
  readonly onClose: () => void;
};

/** Takes one account out of the group, after saying what that does. */
export function RemoveMemberDialog({ siteId, group, member, onClose }: RemoveMemberDialogProps) {
  const remove = useRemoveGroupMember();
  const stale = useStaleStep(remove.error, group, groupFacts);
  const flags = useFlags();
  const { id: groupId, version } = group;

  function confirm() {
    stale.asked(group);
    remove.mutate(
      { siteId, groupId, accountId: member.id, version },
      {
        onSuccess: () => {
          onClose();
          flags.show({ tone: 'success', title: `${member.name} is no longer in ${group.name}` });
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title="Remove from group"
      confirmLabel="Remove from group"
      isBusy={remove.isPending}
      error={remove.error}
      refusal={stale.refusal}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap="200">
        <p>
          {`${member.name} (${member.email}) leaves ${group.name}. The Atlassian account, its access to the site and its other groups stay.`}
        </p>
        <RoleEffect group={group} member={member} />
      </Stack>
    </ConfirmDialog>
  );
}
