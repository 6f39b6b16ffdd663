import type { PortalCustomer, Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { MenuItem } from '#src/ui/menu-button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import {
  whyNotAccess,
  whyNotDelete,
  whyNotMigrate,
  whyNotPassword,
  whyNotRename,
} from './customer-states.tsx';

/** What can be done to one customer, each in a dialog of its own. */
export type CustomerStep = 'rename' | 'password' | 'migrate' | 'access' | 'delete';

/** The menu of a customer (domain.md 3.1); what cannot be done now says why. */
export function customerMenu(
  { id: siteId }: Pick<Site, 'id'>,
  customer: PortalCustomer,
  choose: (step: CustomerStep) => void,
): readonly MenuItem[] {
  const item = (id: CustomerStep, label: string, reason: string | undefined): MenuItem => ({
    id,
    label,
    onSelect: () => choose(id),
    isDisabled: reason !== undefined,
    reason,
  });
  const access = customer.state === 'revoked' ? labels.grantAccess : labels.revokeAccess;
  return [
    item('rename', labels.editFullName, whyNotRename(customer)),
    item('password', labels.changePassword, whyNotPassword(customer)),
    item('migrate', labels.migrateToAtlassianAccount, whyNotMigrate(customer)),
    item('access', access, whyNotAccess(customer)),
    { ...item('delete', labels.deleteAccount, whyNotDelete(customer)), isDanger: true },
    {
      id: 'view',
      label: 'View as customer',
      to: pathTo('help-center', { siteId }, { email: customer.email }),
      isExtra: true,
    },
  ];
}
