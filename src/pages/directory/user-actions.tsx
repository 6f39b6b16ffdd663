import { useState } from 'react';
import type { AccountDetail } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { Inline } from '#src/ui/layout.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { RowMenu } from '#src/ui/row-menu.tsx';
import type { UserPlace } from './user-address.ts';
import { userSteps } from './user-steps.tsx';

type UserActionsProps = { readonly account: AccountDetail; readonly place: UserPlace };

/** What can be done to the user: the most wanted as a button, the rest in the menu. */
export function UserActions({ account, place }: UserActionsProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const offered = userSteps.filter((step) => step.isOffered(account, place));
  // A step that has just been taken is no longer offered, but its dialog closes by itself.
  const open = userSteps.find(({ id }) => id === openId);
  return (
    <>
      <Inline>
        {offered
          .filter(({ isButton }) => isButton)
          .map(({ id, label, permission }) => (
            <Button
              key={id}
              isDisabled={!permission(account).allowed}
              reason={whyNot(permission(account))}
              onPointerEnter={prefetchDialog}
              onFocus={prefetchDialog}
              onPress={() => setOpenId(id)}
            >
              {label}
            </Button>
          ))}
        <RowMenu
          name={account.name || account.email}
          items={offered
            .filter(({ isButton }) => !isButton)
            .map(({ id, label, description, permission, isDanger = false }) => {
              const reason = whyNot(permission(account));
              return {
                id,
                label,
                description,
                isDanger,
                isDisabled: reason !== undefined,
                reason,
                onSelect: () => setOpenId(id),
              };
            })}
        />
      </Inline>
      {open && <open.Dialog account={account} place={place} onClose={() => setOpenId(null)} />}
    </>
  );
}
