import type { PortalCustomer } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { MenuItem } from '#src/ui/menu-button.tsx';
import { whyNot } from '#src/ui/persona-name.ts';
import { accessEventOf } from './customer-states.tsx';

/** *Revoke access* or *Grant access*, whichever the state allows; nothing for the others. */
export function accessItems(customer: PortalCustomer, onSelect: () => void): MenuItem[] {
  const event = accessEventOf(customer);
  if (!event) return [];
  const reason = whyNot(customer.actions.changeAccess);
  return [
    {
      id: event,
      label: event === 'revoke' ? labels.revokeAccess : labels.grantAccess,
      onSelect,
      isDisabled: reason !== undefined,
      reason,
    },
  ];
}
