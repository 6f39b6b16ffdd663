import { lazy, useState } from 'react';
import type { GroupDetail } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { LatePart } from '#src/ui/late-part.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';

const AddMemberDialog = lazy(async () => ({
  default: (await import('./add-member-dialog.tsx')).AddMemberDialog,
}));
const DefaultGroupDialog = lazy(async () => ({
  default: (await import('./default-group-dialog.tsx')).DefaultGroupDialog,
}));

type GroupActionsProps = { readonly siteId: string; readonly group: GroupDetail };

/** What can be done with the group as a whole. */
export function GroupActions({ siteId, group }: GroupActionsProps) {
  const [asked, setAsked] = useState<'add' | 'default' | null>(null);
  const waits = group.awaitsReview ? 'Review the group first' : undefined;
  const noMembers = whyNot(group.actions.manageMembers) ?? waits;
  const noDefault = whyNot(group.actions.changeDefault) ?? waits;
  const close = () => setAsked(null);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- only fetches what comes next
    <div onPointerEnter={prefetchDialog} onFocus={prefetchDialog}>
      <Inline>
        <Button
          isDisabled={noDefault !== undefined}
          reason={noDefault}
          onPress={() => setAsked('default')}
        >
          {labels.updateDefaultGroupSetting}
        </Button>
        <Button
          appearance="primary"
          isDisabled={noMembers !== undefined}
          reason={noMembers}
          onPress={() => setAsked('add')}
        >
          Add member
        </Button>
      </Inline>
      <LatePart>
        {asked === 'add' && <AddMemberDialog siteId={siteId} group={group} onClose={close} />}
        {asked === 'default' && (
          <DefaultGroupDialog siteId={siteId} group={group} onClose={close} />
        )}
      </LatePart>
    </div>
  );
}
