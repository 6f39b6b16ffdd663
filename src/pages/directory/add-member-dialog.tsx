import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { groupQueries, useAddGroupMember } from '#src/client/groups.ts';
import type { GroupDetail, GroupMember } from '#src/contract/wire.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { Stack } from '#src/ui/layout.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useStaleStep } from '#src/ui/use-stale-step.tsx';
import { CandidateChoice } from './candidate-choice.tsx';
import { RoleEffect } from './role-effect.tsx';
import { groupFacts } from './user-change-facts.ts';

type AddMemberDialogProps = {
  readonly siteId: string;
  readonly group: GroupDetail;
  readonly onClose: () => void;
};

/** So many accounts are offered at a time; the search finds the others. */
const OFFERED = 6;

/** Finds an account of the site and puts it into the group. */
export function AddMemberDialog({ siteId, group, onClose }: AddMemberDialogProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<GroupMember | null>(null);
  const search = useDeferredValue(text.trim());
  const query = useQuery(groupQueries.candidates(siteId, group.id, { search, limit: OFFERED }));
  const add = useAddGroupMember();
  const stale = useStaleStep(add.error, group, groupFacts);
  const flags = useFlags();

  function confirm(member: GroupMember) {
    const params = { siteId, groupId: group.id, accountId: member.id };
    stale.asked(group);
    add.mutate(
      { ...params, version: group.version },
      {
        onSuccess: () => {
          onClose();
          flags.show({ tone: 'success', title: `${member.name} is in ${group.name}` });
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title="Add member"
      confirmLabel="Add to group"
      isBusy={add.isPending}
      isConfirmDisabled={chosen === null}
      error={add.error}
      refusal={stale.refusal}
      onConfirm={() => chosen && confirm(chosen)}
      onClose={onClose}
    >
      <Stack gap="200">
        <p>
          {`Accounts with access to the site that are not in ${group.name}. Portal-only customers cannot be in groups: migrate them first.`}
        </p>
        <SearchField
          label="Search accounts by name or e-mail"
          placeholder="Search name or e-mail"
          value={text}
          onChange={setText}
        />
        <CandidateChoice query={query} chosen={chosen} onChoose={setChosen} />
        {chosen && <RoleEffect group={group} member={chosen} />}
      </Stack>
    </ConfirmDialog>
  );
}
