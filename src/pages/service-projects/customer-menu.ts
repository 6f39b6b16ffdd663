import type { ProjectCustomer, Site } from '#src/contract/wire.ts';
import { labels } from '#src/ui/labels.ts';
import type { MenuItem } from '#src/ui/menu-button.tsx';
import { pathTo } from '#src/ui/paths.ts';
import { whyNot } from '#src/ui/persona-name.ts';

/** The ways from a customer of a project to the records of the person; who may not see them is told why. */
export function customerMenu(
  { id: siteId, organization, actions }: Site,
  { email, customerId, accountId }: ProjectCustomer,
): readonly MenuItem[] {
  const { id: organizationId, experience } = organization;
  const toPortalCustomers = whyNot(actions.viewPortalCustomers);
  return [
    {
      ...item(
        'view',
        'View as customer',
        pathTo('help-center', { siteId }, { email }),
        toPortalCustomers,
      ),
      isExtra: true,
    },
    ...(customerId === null
      ? []
      : [
          item(
            'portal-only',
            'Show the portal-only account',
            pathTo('portal-customer', { siteId, customerId }),
            toPortalCustomers,
          ),
        ]),
    ...(accountId === null
      ? []
      : [
          item(
            'atlassian',
            `Show the ${labels.atlassianAccount}`,
            experience === 'centralized'
              ? pathTo('directory-user', { organizationId, accountId })
              : pathTo('site-user', { siteId, accountId }),
            whyNot(actions.viewDirectory),
          ),
        ]),
  ];
}

function item(id: string, label: string, to: string, reason: string | undefined): MenuItem {
  return reason === undefined ? { id, label, to } : { id, label, isDisabled: true, reason };
}
