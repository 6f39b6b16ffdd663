import type { PortalCustomer } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { MenuItem } from '#src/ui/menu-button.tsx';
import { whyNotMigrate } from './customer-states.tsx';

/** The menu item that starts a migration; disabled, it says why. */
export function migrateItem(customer: PortalCustomer, onSelect: () => void): MenuItem {
  const reason = whyNotMigrate(customer);
  return {
    id: 'migrate',
    label: labels.migrateToAtlassianAccount,
    onSelect,
    isDisabled: reason !== undefined,
    reason,
  };
}
