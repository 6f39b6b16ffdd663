import type { PortalCustomerDetail, Site } from '#src/contract/wire.ts';
import { Button } from '#src/ui/button.tsx';
import { prefetchDialog } from '#src/ui/dialog.tsx';
import { labels } from '#src/ui/labels.ts';
import { Inline } from '#src/ui/layout.tsx';
import { RowMenu } from '#src/ui/row-menu.tsx';
import { customerMenu, type CustomerStep } from './customer-menu.ts';
import { whyNotMigrate } from './customer-states.tsx';

type CustomerActionsProps = {
  readonly site: Site;
  readonly customer: PortalCustomerDetail;
  readonly onStep: (step: CustomerStep) => void;
};

/** What can be done to the customer of the page: migrating in sight, the whole menu behind it. */
export function CustomerActions({ site, customer, onStep }: CustomerActionsProps) {
  const reason = whyNotMigrate(customer);
  return (
    <Inline>
      {customer.state !== 'migrated' && (
        <Button
          isDisabled={reason !== undefined}
          reason={reason}
          onPointerEnter={prefetchDialog}
          onFocus={prefetchDialog}
          onPress={() => onStep('migrate')}
        >
          {labels.migrateToAtlassianAccount}
        </Button>
      )}
      <RowMenu
        name={customer.name || customer.email}
        items={customerMenu(site, customer, onStep)}
      />
    </Inline>
  );
}
