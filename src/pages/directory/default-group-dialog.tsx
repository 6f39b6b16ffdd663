import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { directoryQueries } from '#src/client/directory.ts';
import { useSetDefaultGroup } from '#src/client/groups.ts';
import type { GroupDetail } from '#src/contract/wire.ts';
import { listOf } from '#src/ui/count.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import { changedBeside, isStale } from '#src/ui/conflict-fields.ts';
import { ConfirmDialog } from '#src/ui/dialog.tsx';
import { useFlags } from '#src/ui/flags.tsx';
import { labels } from '#src/ui/labels.ts';
import { Stack } from '#src/ui/layout.tsx';
import { RadioGroup } from '#src/ui/radio-group.tsx';
import { SavingProblem } from '#src/ui/saving-problem.tsx';
import { roleName } from './account-lozenges.tsx';
import { besidesDefault } from './user-change-facts.ts';

type DefaultGroupDialogProps = {
  readonly siteId: string;
  readonly group: GroupDetail;
  readonly onClose: () => void;
};

/** Sites have few groups; those of a page are all. */
const EVERY_GROUP = { limit: 200 };

/** Whether newcomers who get the role join this group (domain.md 1.3, DEFGRP). */
export function DefaultGroupDialog({ siteId, group, onClose }: DefaultGroupDialogProps) {
  // What is chosen, with the group as it was then: what others change does not slip under it.
  const [draft, setDraft] = useState<{ isDefault: boolean; base: GroupDetail } | null>(null);
  const isDefault = draft?.isDefault ?? group.isDefault;
  const base = draft?.base ?? group;
  const groups = useQuery(directoryQueries.groups(siteId, EVERY_GROUP));
  const change = useSetDefaultGroup();
  const flags = useFlags();
  const role = roleName(group.role);
  const others = (groups.data?.items ?? [])
    .filter((other) => other.isDefault && other.role === group.role && other.id !== group.id)
    .map(({ name }) => name);
  const ownRole = (own: boolean) => (own ? role : 'None');
  const named = (own: boolean) => listOf(own ? [group.name, ...others] : others) || 'No group';

  const isConflict = isStale(change.error) && base.version !== group.version;

  function confirm({ version } = base) {
    change.mutate(
      { siteId, groupId: group.id, version, isDefault },
      {
        onSuccess: () => {
          onClose();
          flags.show({
            tone: 'success',
            title: isDefault
              ? `${group.name} is a default group of ${role}`
              : `${group.name} is no default group any more`,
          });
        },
      },
    );
  }

  return (
    <ConfirmDialog
      title={labels.updateDefaultGroupSetting}
      confirmLabel={labels.update}
      isBusy={change.isPending}
      isConfirmDisabled={isDefault === base.isDefault || isConflict}
      error={change.error}
      refusal={
        isConflict && (
          <SavingProblem
            error={change.error}
            fields={[
              {
                label: 'Default group of',
                yours: ownRole(isDefault),
                now: ownRole(group.isDefault),
              },
              ...changedBeside(besidesDefault(base), besidesDefault(group)),
            ]}
            onKeep={() => {
              setDraft({ isDefault, base: group });
              if (isDefault === group.isDefault) onClose();
              else confirm(group);
            }}
            onTake={onClose}
          />
        )
      }
      onConfirm={() => confirm()}
      onClose={onClose}
    >
      <Stack gap="200">
        <RadioGroup
          label={`${group.name} is the default group of`}
          value={isDefault ? 'role' : 'none'}
          onChange={(value) => setDraft({ isDefault: value === 'role', base })}
          options={[
            {
              value: 'role',
              label: role,
              description: `Whoever is invited with the role ${role}, or given it in the directory, joins it.`,
            },
            { value: 'none', label: 'None', description: 'Members come by hand only.' },
          ]}
        />
        <DefinitionList
          items={[
            { term: `Default groups of ${role} now`, value: named(group.isDefault) },
            { term: 'Afterwards', value: named(isDefault) },
            {
              term: 'Present members',
              value: 'Nothing changes for them, and no licence is taken or freed.',
            },
          ]}
        />
      </Stack>
    </ConfirmDialog>
  );
}
