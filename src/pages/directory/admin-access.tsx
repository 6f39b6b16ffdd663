import type { Group } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import { Lozenge } from '#src/ui/lozenge.tsx';

type AdminAccessProps = { readonly group: Pick<Group, 'adminAccess'> };

/** That a group makes its members administrators of the product; nothing where it does not. */
export function AdminAccess({ group: { adminAccess } }: AdminAccessProps) {
  return adminAccess ? <Lozenge>{labels.adminAccess}</Lozenge> : null;
}
