/*
 * What can be done to a user as a whole. The list is open: another step is another entry here, with
 * a dialog of its own that gets the account and the place.
 */
import type { ComponentType } from 'react';
import type { AccountDetail, Permission } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { CONVERT } from './conversion-words.ts';
import { ConvertDialog, siteToConvertOn } from './convert-dialog.tsx';
import type { UserPlace } from './user-address.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { RestoreDialog, SuspendDialog } from './suspend-dialog.tsx';

/** What every dialog of a user gets. */
export type UserDialogProps = {
  readonly account: AccountDetail;
  readonly place: UserPlace;
  readonly onClose: () => void;
};

export type UserStep = {
  readonly id: string;
  readonly label: string;
  /** Stands under the label in the menu. */
  readonly description?: string;
  /** Whether the account's state and the place offer it at all. */
  readonly isOffered: (account: AccountDetail, place: UserPlace) => boolean;
  readonly permission: (account: AccountDetail) => Permission;
  readonly isDanger?: boolean;
  /** Stands as a button beside the menu too: what an administrator comes for (S1). */
  readonly isButton?: boolean;
  readonly Dialog: ComponentType<UserDialogProps>;
};

/** The steps in the order of the menu. The original experience has the toggle of a site instead of the first two. */
export const userSteps: readonly UserStep[] = [
  {
    id: 'restore',
    label: labels.restoreAccess,
    isOffered: (account, { siteId }) => siteId === null && isRestorable(account),
    permission: ({ actions }) => actions.suspend,
    isButton: true,
    Dialog: RestoreDialog,
  },
  {
    id: 'suspend',
    label: labels.suspendAccess,
    isOffered: ({ directoryStatus }, { siteId }) => siteId === null && directoryStatus === 'active',
    permission: ({ actions }) => actions.suspend,
    Dialog: SuspendDialog,
  },
  {
    id: 'convert',
    label: CONVERT,
    description: 'Simulator: the real product lacks it',
    isOffered: (account, place) => siteToConvertOn(account, place) !== undefined,
    permission: ({ actions }) => actions.convert,
    Dialog: ConvertDialog,
  },
  {
    id: 'remove',
    label: labels.removeUser,
    isOffered: () => true,
    permission: ({ actions }) => actions.remove,
    isDanger: true,
    Dialog: RemoveDialog,
  },
];

/** Suspended in the directory or on a site; nothing restores a deactivated account. */
function isRestorable({ directoryStatus, sites }: AccountDetail): boolean {
  if (directoryStatus === 'deactivated') return false;
  return directoryStatus === 'suspended' || sites.some(({ access }) => access === 'suspended');
}
