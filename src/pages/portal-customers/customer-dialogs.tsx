/* The dialogs of a customer, each loaded when it is first asked for. */
import { lazy } from 'react';
import { LatePart } from '#src/ui/late-part.tsx';
import type { CustomerStep } from './customer-menu.ts';

/** The dialog that is open, and for whom. */
export type OpenStep = { readonly step: CustomerStep; readonly customerId: string };

/** What every dialog of a customer takes. */
export type CustomerDialogProps = {
  readonly siteId: string;
  readonly customerId: string;
  readonly onClose: () => void;
  /** The customer was deleted: whatever shows it must go. */
  readonly onDeleted?: ((customerId: string) => void) | undefined;
};

const DIALOGS = {
  rename: lazy(async () => ({ default: (await import('./rename-dialog.tsx')).RenameDialog })),
  password: lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog })),
  migrate: lazy(async () => ({ default: (await import('./migrate-dialog.tsx')).MigrateDialog })),
  access: lazy(async () => ({ default: (await import('./access-dialog.tsx')).AccessDialog })),
  delete: lazy(async () => ({ default: (await import('./delete-dialog.tsx')).DeleteDialog })),
} as const satisfies Record<CustomerStep, unknown>;

type CustomerDialogsProps = Omit<CustomerDialogProps, 'customerId'> & {
  readonly open: OpenStep | null;
};

/** The open dialog, if one is. */
export function CustomerDialogs({ open, ...props }: CustomerDialogsProps) {
  if (!open) return null;
  const Dialog = DIALOGS[open.step];
  return (
    <LatePart>
      <Dialog key={open.customerId} customerId={open.customerId} {...props} />
    </LatePart>
  );
}
