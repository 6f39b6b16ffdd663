import { useState } from 'react';
import type { Permission } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { whyNot } from '#src/ui/persona-name.ts';
import { InviteDialog } from './invite-dialog.tsx';

type InviteUsersProps = {
  readonly organizationId: string;
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  readonly permission: Permission;
};

/** The button *Invite users* with its dialog. */
export function InviteUsers({ organizationId, sites, permission }: InviteUsersProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button
        appearance="primary"
        isDisabled={!permission.allowed || sites.length === 0}
        reason={whyNot(permission)}
        onPointerEnter={prefetchDialog}
        onFocus={prefetchDialog}
        onPress={() => setIsOpen(true)}
      >
        {labels.inviteUsers}
      </Button>
      {isOpen && (
        <InviteDialog
          organizationId={organizationId}
          sites={sites}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
